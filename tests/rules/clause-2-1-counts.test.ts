import { describe } from 'vitest'
import { itAsksFor } from './count-clause'

describe('二·1 支持100家以上中小企业成功转化高校院所专利技术', () => {
  itAsksFor({ code: 'smes_commercialised', clause: '二·1', floor: 100, of: 'SMEs', orMore: true })
})

describe('二·1 推动发行知识产权证券化产品1单以上', () => {
  itAsksFor({ code: 'securitisation_products', clause: '二·1', floor: 1, of: 'products', orMore: true })
})
