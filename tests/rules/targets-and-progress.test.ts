import { describe, expect, it } from 'vitest'
import { checkOwnTarget, judge, judgeCity, progressOf } from '@/lib/rules'
import { indicatorCodes } from '@/lib/notice'
import { figures, threeYears } from './figures'

describe("a city's own target (R10)", () => {
  it.each([
    ['pledge_amount', '30', '30'],
    ['pledge_amount', '35.5', '35.5'],
    ['pledge_amount', '３５％', '35'],
    ['pledge_amount', '40 % ', '40'],
    ['pledge_amount', '40%  ', '40'],
    ['transfers_licenses', '20.5', '20.5'],
    ['custody_smes', '1,000', '1000'],
    ['custody_smes', '1500', '1500'],
  ] as const)('%s may be %s', (code, text, value) => {
    expect(checkOwnTarget(code, text)).toEqual({ ok: true, value })
  })

  it.each([
    ['pledge_amount', '29.999999', 'belowFloor', '30'],
    ['custody_smes', '999', 'belowFloor', '1000'],
    ['custody_smes', '1000.5', 'notWhole', '1000'],
    ['custody_smes', '1000%', 'notANumber', '1000'],
    ['pledge_amount', '', 'empty', '30'],
    ['pledge_amount', '4%0', 'notANumber', '30'],
    ['pledge_amount', '-40', 'negative', '30'],
    ['service_cluster', '5', 'notNumeric', null],
  ] as const)('%s cannot be %j: %s', (code, text, refusal, floor) => {
    const read = checkOwnTarget(code, text)
    expect(read.ok ? read.value : read.error).toMatchObject({ code: refusal, floor })
  })

  it('that cannot stand is given back: as read where it is below, as typed otherwise, no longer than 60 characters', () => {
    const got = (...target: Parameters<typeof checkOwnTarget>) => {
      const read = checkOwnTarget(...target)
      return read.ok ? null : read.error.got
    }
    expect(got('pledge_amount', '２９％')).toBe('29')
    expect(got('pledge_amount', 'forty')).toBe('forty')
    expect(got('service_cluster', '5'.repeat(61))).toBe('5'.repeat(60))
  })

  it('is judged apart: 36 % meets the floor of 30 % and is short of its own 40 %', () => {
    const facts = figures({ 2019: 100, 2022: '251.5456' })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'met',
      against: 'floor',
    })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4', { target: '40' }).verdict).toMatchObject({
      code: 'short',
      against: 'target',
      required: '274.4',
    })
  })

  it('of a count is judged apart as well', () => {
    const facts = figures({ '2022Q4': 1200 })
    expect(judge('custody_smes', facts, threeYears, '2022Q4', { target: '1500' }).verdict).toMatchObject({
      code: 'short',
      gap: '-300',
    })
  })
})

describe('a whole city', () => {
  it('has nineteen verdicts in the order of the notice', () => {
    const judged = judgeCity({ custody_smes: figures({ '2022Q4': 1000 }) }, threeYears, '2022Q4')
    expect(Object.keys(judged)).toEqual(indicatorCodes)
    expect(judged.custody_smes.verdict.code).toBe('met')
    expect(judged.pledge_amount.verdict.code).toBe('figuresMissing')
    expect(judged.service_cluster.verdict.code).toBe('needsJudgement')
  })

  it('takes options result by result', () => {
    const judged = judgeCity({}, threeYears, '2022Q4', { pledge_amount: { notComputable: 'restatedBase' } })
    expect(judged.pledge_amount.verdict.reason).toBe('restatedBase')
    expect(judged.pledge_projects.verdict.reason).toBeNull()
  })
})

describe('while a person types', () => {
  const input = {
    kind: 'growth',
    value: '120',
    sameQuarterLastYear: '90',
    earlierThisYear: '200',
    requiredToDate: '321',
  } as const

  it('shows growth against last year exactly, the year to date and the gap to the path', () => {
    expect(progressOf(input)).toEqual({
      growth: '100/3',
      growthReason: null,
      toDate: '320',
      required: '321',
      gap: '-1',
      state: 'behindPath',
    })
    expect(progressOf({ ...input, value: '121' }).state).toBe('onPath')
  })

  it('says why there is no growth: blank, no figure last year, zero last year', () => {
    expect(progressOf({ ...input, value: null })).toMatchObject({
      growth: null,
      growthReason: 'blank',
      state: 'unknown',
    })
    expect(progressOf({ ...input, sameQuarterLastYear: null }).growthReason).toBe('noFigureLastYear')
    expect(progressOf({ ...input, sameQuarterLastYear: '0' })).toMatchObject({
      growth: null,
      growthReason: 'zeroLastYear',
      toDate: '320',
    })
  })

  it('knows no year to date when an earlier quarter is missing', () => {
    expect(progressOf({ ...input, earlierThisYear: null })).toMatchObject({
      toDate: null,
      gap: null,
      state: 'unknown',
    })
  })

  it('knows no gap where nothing is required, and shows what is required while the box is blank', () => {
    expect(progressOf({ ...input, requiredToDate: null })).toMatchObject({
      toDate: '320',
      required: null,
      gap: null,
      state: 'unknown',
    })
    expect(progressOf({ ...input, value: null })).toEqual({
      growth: null,
      growthReason: 'blank',
      toDate: null,
      required: '321',
      gap: null,
      state: 'unknown',
    })
    expect(progressOf({ ...input, value: null, sameQuarterLastYear: null }).growthReason).toBe('blank')
  })

  it('takes a count as it stands', () => {
    expect(progressOf({ ...input, kind: 'count', earlierThisYear: null })).toMatchObject({
      toDate: '120',
      state: 'behindPath',
    })
  })
})
