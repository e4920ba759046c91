import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/rules'
import { itAsksFor, itLeavesToPeople } from './count-clause'
import type { Quarter } from '@/lib/values'
import { figures, threeYears } from './figures'

describe('二·3 200家以上企业、高等学校、科研院所通过知识产权管理规范贯标认证', () => {
  itAsksFor({ code: 'certified_entities', clause: '二·3', floor: 200, of: 'entities', orMore: true })

  it('200 that passed count whether or not they are still valid (R9): where not every certificate says until when, the card says so', () => {
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

  /** What counting only certificates that are valid would say, beside the verdict itself. */
  const validly = (count: number, valid: number, asOf: Quarter) => {
    const { verdict, explanation } = judge(
      'certified_entities',
      { [asOf]: { value: String(count), valid: String(valid) } },
      threeYears,
      asOf,
    )
    const {
      code,
      verdict: other,
      differs,
      actual,
      required,
      gap,
      needs,
    } = explanation.alternatives.at(-1) ?? {}
    expect([code, needs]).toEqual(['validAtDate', null])
    return [verdict.code, other, differs, actual, required, gap]
  }

  it('200 that passed, of which 199 are valid at the end, are met, and short by 1 if only valid ones counted', () => {
    expect(validly(200, 199, '2022Q4')).toEqual(['met', 'short', true, '199', '200', '-1'])
    expect(validly(201, 200, '2022Q4')).toEqual(['met', 'met', false, '200', '200', '0'])
    expect(validly(199, 198, '2022Q4')).toEqual(['short', 'short', false, '198', '200', '-2'])
  })

  it('after half of the time 100 valid ones would be on pace, 99 behind, and 200 would be met', () => {
    expect(validly(100, 100, '2021Q2')).toEqual(['onPace', 'onPace', false, '100', '100', '0'])
    expect(validly(100, 99, '2021Q2')).toEqual(['onPace', 'behindPace', true, '99', '100', '-1'])
    expect(validly(210, 200, '2021Q2')).toEqual(['met', 'met', false, '200', '200', '0'])
    expect(validly(210, 199, '2021Q2')).toEqual(['met', 'onPace', true, '199', '100', '99'])
  })

  it('after the end, validity is looked at as of the end; before the beginning there is none to look at', () => {
    const facts = { '2022Q4': { value: '200', valid: '190' }, '2023Q1': { value: '200', valid: '180' } }
    const last = judge('certified_entities', facts, threeYears, '2023Q1').explanation
    expect(last.alternatives.at(-1)).toMatchObject({ verdict: 'short', actual: '190' })
    expect(last.inputs.find(({ period }) => period === '2022Q4')).toMatchObject({
      value: '200',
      valid: '190',
    })
    const before = judge('certified_entities', { '2019Q4': { value: '9', valid: '9' } }, threeYears, '2019Q4')
    expect(before.explanation.alternatives.at(-1)).toMatchObject({ needs: 'validityReported' })
  })
})

describe('二·3 专业知识产权托管服务累计覆盖中小企业1000家以上', () => {
  itAsksFor({ code: 'custody_smes', clause: '二·3', floor: 1000, of: 'SMEs', orMore: true })
})

describe('二·3 国家知识产权试点示范高校建设、商标布局和品牌培育', () => {
  itLeavesToPeople('model_universities', '二·3', '支持建设')
  itLeavesToPeople('trademark_cultivation', '二·3', '显著提升')
})
