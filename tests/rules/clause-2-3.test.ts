import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/rules'
import { itAsksFor, itLeavesToPeople } from './count-clause'
import { figures, threeYears } from './figures'

describe('二·3 200家以上企业、高等学校、科研院所通过知识产权管理规范贯标认证', () => {
  itAsksFor({ code: 'certified_entities', clause: '二·3', floor: 200, of: 'entities', orMore: true })

  it('200 that passed count whether or not they are still valid (R9): how many are valid nobody reports, and the card says so', () => {
    const { verdict, explanation } = judge(
      'certified_entities',
      figures({ '2022Q4': 200 }),
      threeYears,
      '2022Q4',
    )
    expect(verdict.readings).toEqual(['R1', 'R3', 'R5', 'R9'])
    expect(explanation.alternatives.at(-1)).toMatchObject({
      code: 'validAtDate',
      reading: 'R9',
      verdict: 'figuresMissing',
      differs: false,
      actual: null,
      needs: 'validityReported',
    })
  })
})

describe('二·3 专业知识产权托管服务累计覆盖中小企业1000家以上', () => {
  itAsksFor({ code: 'custody_smes', clause: '二·3', floor: 1000, of: 'SMEs', orMore: true })
})

describe('二·3 国家知识产权试点示范高校建设、商标布局和品牌培育', () => {
  itLeavesToPeople('model_universities', '二·3', '支持建设')
  itLeavesToPeople('trademark_cultivation', '二·3', '显著提升')
})
