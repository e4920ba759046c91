import { describe, expect, it } from 'vitest'
import { judge, type IndicatorFacts } from '@/lib/rules'
import type { IndicatorCode } from '@/lib/notice'
import type { Quarter } from '@/lib/values'
import { figures, threeYears } from './figures'

const grown = figures({ 2019: 100, 2020: 1000, 2021: 1000, 2022: 1000, '2022Q1': 500 })
const disagreeing = figures({ 2019: 5, '2019Q1': 1, '2019Q2': 1, '2019Q3': 1, '2019Q4': 1 })

const cases: readonly (readonly [string, IndicatorCode, IndicatorFacts, Quarter, string])[] = [
  ['nothing is due yet', 'pledge_amount', grown, '2019Q4', 'R3'],
  ['the base is missing', 'pledge_amount', figures({}), '2022Q4', 'R3 R8'],
  ['the base is zero', 'pledge_amount', figures({ 2019: 0 }), '2022Q4', 'R3 R8'],
  ['the base contradicts itself', 'pledge_amount', disagreeing, '2022Q4', 'R3 R8'],
  ['the year judged is missing', 'pledge_amount', figures({ 2019: 1 }), '2022Q4', 'R3'],
  ['pledges are judged at the end', 'pledge_amount', grown, '2022Q4', 'R1 R2 R3 R7'],
  ['pledge projects are judged at the end', 'pledge_projects', grown, '2022Q4', 'R1 R2 R3 R7'],
  ['transfers are judged at the end', 'transfers_licenses', grown, '2022Q4', 'R1 R2 R3 R6'],
  ['contracts are judged at the end', 'patent_contract_value', grown, '2022Q4', 'R1 R2 R3'],
  ['contracts are judged on the way', 'patent_contract_value', grown, '2022Q1', 'R1 R2 R3 R4'],
  ['transfers are judged on the way', 'transfers_licenses', grown, '2021Q4', 'R1 R2 R3 R4 R6'],
  ['a count has nothing due', 'custody_smes', figures({}), '2019Q4', 'R3'],
  ['a count is missing', 'custody_smes', figures({}), '2022Q4', 'R3 R5'],
  ['a count fell', 'custody_smes', figures({ '2020Q1': 2, '2020Q2': 1 }), '2020Q2', 'R3 R5 R8'],
  ['a count is reached', 'custody_smes', figures({ '2020Q1': 1000 }), '2020Q2', 'R1 R3 R5'],
  ['a count is short', 'custody_smes', figures({ '2022Q4': 1 }), '2022Q4', 'R1 R3 R5'],
  ['a count is under way', 'custody_smes', figures({ '2020Q1': 1 }), '2020Q1', 'R1 R3 R5'],
  ['certificates are counted', 'certified_entities', figures({ '2020Q1': 1 }), '2020Q1', 'R1 R3 R5 R9'],
]

describe('a verdict names the readings it used', () => {
  it.each(cases)('when %s', (_, code, facts, asOf, readings) => {
    const { verdict, explanation } = judge(code, facts, threeYears, asOf)
    expect(verdict.readings.join(' ')).toBe(readings)
    expect(explanation.readings.map(({ id }) => id)).toEqual(verdict.readings)
  })

  it('R11 alone when people judge, against the floor of the notice', () => {
    const { verdict } = judge('service_cluster', {}, threeYears, '2022Q4')
    expect(verdict).toMatchObject({ code: 'needsJudgement', readings: ['R11'], against: 'floor' })
  })

  it('and R10 where it is judged against the target of the city', () => {
    const { verdict } = judge('custody_smes', figures({ '2022Q4': 1 }), threeYears, '2022Q4', {
      target: '1500',
    })
    expect(verdict.readings).toEqual(['R1', 'R3', 'R5', 'R10'])
  })

  it('and each other arguable reading its number', () => {
    const quarters = { '2019Q1': 10, '2019Q2': 20, '2019Q3': 30, '2019Q4': 40, 2020: 100, '2021Q1': 20 }
    const readings = (configuration: Parameters<typeof judge>[2], asOf: Quarter) =>
      judge('pledge_amount', figures(quarters), configuration, asOf).explanation.alternatives.map(
        ({ code, reading }) => `${code} ${reading}`,
      )
    expect(readings(threeYears, '2021Q1')).toEqual([
      'strictlyAbove R1',
      'baseYearAfter R3',
      'longerSpan R3',
      'linearPath R4',
      'equalQuarters R4',
      'balances R7',
    ])
    expect(readings({ ...threeYears, path: 'linear', share: 'equalQuarters' }, '2021Q1')).toEqual([
      'strictlyAbove R1',
      'baseYearAfter R3',
      'longerSpan R3',
      'compoundPath R4',
      'ownProfile R4',
      'balances R7',
    ])
    expect(readings({ baseYear: 2020, intervals: 3 }, '2021Q1')).toEqual([
      'strictlyAbove R1',
      'baseYearBefore R3',
      'longerSpan R3',
      'linearPath R4',
      'equalQuarters R4',
      'balances R7',
    ])
    expect(readings({ ...threeYears, intervals: 4 }, '2021Q1')[2]).toBe('shorterSpan R3')
  })

  it('with its base year, span, path and share, and its numbers where it gives another verdict', () => {
    // 2020 brought 130 of the 130 asked; a span of one year more asks 130 as well and is not over in 2022.
    const { alternatives } = judge(
      'pledge_amount',
      figures({ 2019: 100, 2020: 130, 2022: '219.7' }),
      threeYears,
      '2022Q4',
    ).explanation
    const of = (code: string) => alternatives.find((each) => each.code === code)
    expect(of('longerSpan')).toMatchObject({
      verdict: 'onPace',
      differs: true,
      actual: '219.7',
      required: '219.7',
      configuration: { baseYear: 2019, intervals: 4, path: 'compound', share: 'ownProfile' },
      needs: null,
    })
    expect(of('baseYearAfter')).toMatchObject({
      verdict: 'onPace',
      actual: '219.7',
      required: '219.7',
      configuration: { baseYear: 2020, intervals: 3 },
    })
  })

  it.each([
    ['transfers_licenses', 'rightsNotRecordals', 'R6', 'rightsCounted'],
    ['pledge_amount', 'balances', 'R7', 'balancesReported'],
    ['pledge_projects', 'balances', 'R7', 'balancesReported'],
    ['certified_entities', 'validAtDate', 'R9', 'validityReported'],
  ] as const)('of %s, that %s (%s) cannot be computed without %s', (code, other, reading, needs) => {
    const { alternatives } = judge(code, grown, threeYears, '2022Q4').explanation
    expect(alternatives.filter((each) => each.needs !== null)).toEqual([
      {
        code: other,
        reading,
        verdict: 'figuresMissing',
        differs: false,
        actual: null,
        required: null,
        gap: null,
        measure: 'unit',
        configuration: { baseYear: 2019, intervals: 3, path: 'compound', share: 'ownProfile' },
        needs,
      },
    ])
  })

  it('a count on the floor with its quarter missing is met, and would miss a figure if the floor had to be exceeded', () => {
    const { verdict, explanation } = judge('custody_smes', figures({ '2022Q1': 1000 }), threeYears, '2022Q4')
    expect(verdict.code).toBe('met')
    expect(explanation.alternatives.some(({ code }) => code === 'strictlyAbove')).toBe(false)
  })

  it('on its way a city exactly on the path is behind it if the path had to be exceeded', () => {
    const strictly = (value: string) =>
      judge('pledge_amount', figures({ 2019: 100, 2020: value }), threeYears, '2020Q4').explanation
        .alternatives[0]
    expect(strictly('130')).toMatchObject({ code: 'strictlyAbove', verdict: 'behindPace', differs: true })
    expect(strictly('130.000001')).toMatchObject({ verdict: 'onPace', differs: false })
  })

  it('without other readings where a page leaves them out, or under which nothing can be decided', () => {
    expect(
      judge('pledge_amount', grown, threeYears, '2022Q4', { alternatives: false }).explanation.alternatives,
    ).toEqual([])
    const only2019 = figures({ 2019: 100, 2022: 300 })
    const decided = judge('patent_contract_value', only2019, threeYears, '2022Q4').explanation.alternatives
    expect(decided.map(({ code }) => code)).toEqual(['strictlyAbove', 'longerSpan'])
  })
})
