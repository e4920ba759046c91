import { describe } from 'vitest'
import { itAsksFor, itLeavesToPeople } from './count-clause'

describe('二·2 实施产业类专利导航示范项目5个以上', () => {
  itAsksFor({ code: 'navigation_projects', clause: '二·2', floor: 5, of: 'projects', orMore: true })
})

describe('二·2 专利密集型产业增加值和地理标志产品产值显著提升', () => {
  itLeavesToPeople('patent_intensive_value_added', '二·2', '显著提升')
  itLeavesToPeople('gi_output_value', '二·2', '显著提升')
})

describe('二·2 打造若干区域商标品牌', () => {
  itLeavesToPeople('regional_brands', '二·2', '若干')
})
