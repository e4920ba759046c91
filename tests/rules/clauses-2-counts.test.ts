import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/rules'
import { figures, threeYears } from './figures'

// 二·1 to 二·4: 100家以上, 1单以上, 5个以上, 200家以上, 1000家以上, 1家, 3家以上
const floors = [
  { code: 'smes_commercialised', floor: 100, clause: '二·1' },
  { code: 'securitisation_products', floor: 1, clause: '二·1' },
  { code: 'navigation_projects', floor: 5, clause: '二·2' },
  { code: 'certified_entities', floor: 200, clause: '二·3' },
  { code: 'custody_smes', floor: 1000, clause: '二·3' },
  { code: 'regional_platform', floor: 1, clause: '二·4' },
  { code: 'operation_centres', floor: 3, clause: '二·4' },
] as const

describe.each(floors)('$clause asks for $floor of $code', ({ code, floor, clause }) => {
  const at = (value: number) => judge(code, figures({ '2022Q4': value }), threeYears, '2022Q4')

  it(`${floor} at the end of 2022 meet it`, () => {
    const { verdict, explanation } = at(floor)
    expect(verdict).toMatchObject({ code: 'met', actual: `${floor}`, required: `${floor}`, gap: '0' })
    expect(explanation.clause).toBe(clause)
  })

  it(`${floor - 1} are one short`, () => {
    expect(at(floor - 1).verdict).toMatchObject({
      code: 'short',
      actual: `${floor - 1}`,
      gap: '-1',
      neededPerQuarter: null,
    })
  })

  it(`${floor + 1} are one more than needed`, () => {
    expect(at(floor + 1).verdict).toMatchObject({ code: 'met', gap: '1' })
  })

  it(`${floor} reached in 2020Q1 stay met, whatever is reported or not reported later`, () => {
    const early = figures({ '2020Q1': floor })
    expect(judge(code, early, threeYears, '2020Q1').verdict.code).toBe('met')
    expect(judge(code, early, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'met',
      actual: `${floor}`,
    })
  })
})

describe('before the end a count is asked in equal steps (R5)', () => {
  const at = (value: number, quarter: '2020Q1' | '2020Q3' | '2022Q3') =>
    judge('custody_smes', figures({ [quarter]: value }), threeYears, quarter).verdict

  it('of 1000 in twelve quarters, 250 by 2020Q3: 250 are on pace and 249 behind', () => {
    expect(at(250, '2020Q3')).toMatchObject({
      code: 'onPace',
      required: '250',
      gap: '0',
      neededPerQuarter: '250/3',
    })
    expect(at(249, '2020Q3')).toMatchObject({ code: 'behindPace', required: '250', gap: '-1' })
  })

  it('in 2020Q1 asks for 250/3, exactly: 83 are behind and 84 on pace', () => {
    expect(at(83, '2020Q1')).toMatchObject({ code: 'behindPace', required: '250/3', gap: '-1/3' })
    expect(at(84, '2020Q1')).toMatchObject({ code: 'onPace', gap: '2/3' })
  })

  it('asks the one quarter left for all that is lacking', () => {
    expect(at(999, '2022Q3')).toMatchObject({ code: 'onPace', neededPerQuarter: '1' })
  })

  it('has nothing due before 2020', () => {
    expect(judge('custody_smes', figures({ '2019Q4': 5000 }), threeYears, '2019Q4').verdict.code).toBe(
      'notYetDue',
    )
  })

  it('does not count what was reported before the span, nor after the quarter judged', () => {
    const outside = figures({ '2019Q4': 5000, '2020Q1': 10, '2020Q3': 2000 })
    expect(judge('custody_smes', outside, threeYears, '2020Q1').verdict).toMatchObject({
      code: 'behindPace',
      actual: '10',
    })
  })
})

describe('a count whose figures do not fit', () => {
  it('lists the quarter judged if its figure is missing, though earlier ones are known', () => {
    expect(judge('custody_smes', figures({ '2020Q1': 10 }), threeYears, '2020Q2').verdict).toMatchObject({
      code: 'figuresMissing',
      missing: ['2020Q2'],
    })
  })

  it('is not computable once it fell, 300 to 299, even if 1000 is reached later', () => {
    const fell = figures({ '2020Q1': 300, '2020Q3': 299, '2022Q4': 1000 })
    expect(judge('custody_smes', fell, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'notComputable',
      reason: 'cumulativeFell',
    })
    expect(judge('custody_smes', fell, threeYears, '2020Q2').verdict.code).toBe('figuresMissing')
  })

  it('may stand still', () => {
    const still = figures({ '2020Q1': 300, '2020Q2': 300 })
    expect(judge('custody_smes', still, threeYears, '2020Q2').verdict.code).toBe('onPace')
  })
})

describe('the latest figure that reaches the floor is shown', () => {
  it('1200 in 2022Q1, though 2022Q4 is missing', () => {
    const facts = figures({ '2021Q1': 1000, '2022Q1': 1200 })
    expect(judge('custody_smes', facts, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'met',
      actual: '1200',
      gap: '200',
    })
  })
})

describe('the pace of a count', () => {
  it('takes the greatest rise of one quarter, 150, and finds 2022Q1 the last from which four of it suffice', () => {
    const facts = figures({ '2020Q1': 100, '2020Q2': 250, '2021Q1': 300, '2021Q2': 400 })
    const { pace } = judge('custody_smes', facts, threeYears, '2021Q2').verdict
    expect(pace?.bestQuarter).toEqual({ quarter: '2020Q2', value: '150' })
    expect(pace?.reach).toEqual({ code: 'reachable', lastQuarter: '2022Q1', quartersNeeded: 4 })
    expect(pace?.projection).toEqual({ at: '2022Q4', value: '800', required: '1000', basis: 'equalQuarters' })
  })

  it('knows no rise where no two neighbouring quarters are known', () => {
    const { pace } = judge('custody_smes', figures({ '2021Q2': 400 }), threeYears, '2021Q2').verdict
    expect(pace).toMatchObject({ bestQuarter: null, reach: { code: 'noQuarterKnown' } })
  })
})

describe('what only people can judge (R11)', () => {
  it.each(['patent_intensive_value_added', 'regional_brands', 'service_cluster'] as const)(
    '%s is never coloured by figures',
    (code) => {
      const { verdict, explanation } = judge(code, figures({ 2019: 1, 2022: 99 }), threeYears, '2022Q4')
      expect(verdict).toMatchObject({ code: 'needsJudgement', readings: ['R11'], actual: null })
      expect(explanation.steps).toEqual([])
    },
  )
})
