import { describe } from 'vitest'
import { itAsksFor, itLeavesToPeople } from './count-clause'

describe('二·4 建设1家区域性知识产权运营服务平台', () => {
  itAsksFor({ code: 'regional_platform', clause: '二·4', floor: 1, of: 'platforms', orMore: false })
})

describe('二·4 培育3家以上产业知识产权运营中心', () => {
  itAsksFor({ code: 'operation_centres', clause: '二·4', floor: 3, of: 'centres', orMore: true })
})

describe('二·4 服务业集聚区、服务机构、行业监管', () => {
  itLeavesToPeople('service_cluster', '二·4', '高水平')
  itLeavesToPeople('service_providers', '二·4', '一批')
  itLeavesToPeople('industry_supervision', '二·4', '全面加强')
})
