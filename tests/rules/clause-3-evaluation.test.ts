import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { indicatorCodes, numericIndicators, type IndicatorCode } from '@/lib/notice'
import {
  demonstrationScheme,
  evaluateFrozen,
  judgedIndicators,
  marksOf,
  rubricMark,
  scoreSheet,
  settleMarks,
  type Verdict,
} from '@/lib/rules'
import { drawSample } from '@/lib/rules/draw-sample'
import { figures, threeYears } from './figures'

// 三: 剩余资金根据中期绩效评价结果进行分档拨付. R11: two independent readings; R13: no document gives weights.
const code = 'model_universities'
const given = (mark: number, indicator: IndicatorCode = code) => ({ indicator, mark })
const settled = (...marks: Parameters<typeof settleMarks>) =>
  settleMarks(...marks).find(({ indicator }) => indicator === code)

describe('two readings of what only people can judge', () => {
  it('are of the eight results without a number', () => {
    expect(judgedIndicators).toHaveLength(8)
    expect(judgedIndicators.some((each) => numericIndicators.some((other) => other.code === each))).toBe(
      false,
    )
  })

  it('give no mark until both are there', () => {
    expect(settled([given(75)], [], [given(50)])).toMatchObject({
      first: 75,
      second: null,
      state: 'open',
      mark: null,
    })
    expect(settled([], [given(75)], [])).toMatchObject({ state: 'open', mark: null })
  })

  it('that agree give their mark, whatever a third says', () => {
    expect(settled([given(0)], [given(0)], [given(100)])).toMatchObject({ state: 'agreed', mark: 0 })
  })

  it('that differ give none until a third settles them, as was said last', () => {
    expect(settled([given(75)], [given(50)], [])).toMatchObject({ state: 'differs', mark: null })
    expect(settled([given(75)], [given(50)], [given(0), given(25)])).toMatchObject({
      state: 'settled',
      mark: 25,
    })
    expect(marksOf(settleMarks([given(75)], [given(50)], [given(0)]))).toEqual({ [code]: '0' })
    expect(marksOf(settleMarks([given(75)], [given(50)], []))).toEqual({})
  })

  it('are marks of the rubric', () => {
    expect(['0', '25', '50', '75', '100'].map(rubricMark)).toEqual([0, 25, 50, 75, 100])
    expect(['', '24', '26', '101', '-25', '25.0'].map(rubricMark)).toEqual(Array(6).fill(undefined))
  })
})

const verdict = (indicator: IndicatorCode, actual: string | null, required: string | null): Verdict => ({
  code: numericIndicators.some((each) => each.code === indicator) ? 'behindPace' : 'needsJudgement',
  indicator,
  asOf: '2022Q4',
  judgedAt: '2022Q4',
  reason: null,
  actual,
  required,
  gap: null,
  neededPerQuarter: null,
  missing: null,
  readings: [],
  pace: null,
  against: 'floor',
})
const all = (actual: string | null) => indicatorCodes.map((each) => verdict(each, actual, '3'))
const marks = Object.fromEntries(judgedIndicators.map((each) => [each, '100']))
const sheet = (actual: string | null, overrides = {}, given: Readonly<Record<string, string>> = marks) =>
  scoreSheet(demonstrationScheme, all(actual), given, overrides)

describe('a score sheet', () => {
  it('adds exactly what each result reached: 6 points a number, 4.25 what people judge', () => {
    expect(sheet('3')).toMatchObject({ total: '100', grade: 'excellent', basisPoints: 10000, open: [] })
    expect(sheet('2')).toMatchObject({ total: '78', grade: 'fair', basisPoints: 7800 })
    expect(sheet('1')).toMatchObject({ total: '56', grade: 'poor' })
  })

  it('rounds hundredths of a point down, and the grade not at all', () => {
    const third = { pledge_amount: '33.33' }
    expect(sheet('3', third)).toMatchObject({ total: '95.9998', basisPoints: 9599, grade: 'excellent' })
  })

  it('has no total while anything is open, only bounds', () => {
    const open = sheet(null)
    expect(open).toMatchObject({ total: null, grade: null, basisPoints: null, atLeast: '34', atMost: '100' })
    expect(open.open).toHaveLength(11)
    expect(sheet('3', {}, { ...marks, [code]: undefined as unknown as string }).open).toEqual([code])
  })

  it('counts an override in place of what the rules give, and keeps that beside it', () => {
    const line = (overrides: object, actual: string | null = '3') =>
      sheet(actual, overrides).lines.find(({ indicator }) => indicator === 'pledge_amount')
    expect(line({})).toEqual({
      indicator: 'pledge_amount',
      weight: '6',
      given: '1',
      share: '1',
      points: '6',
      overridden: false,
    })
    expect(line({ pledge_amount: '50' })).toMatchObject({
      given: '1',
      share: '0.5',
      points: '3',
      overridden: true,
    })
    expect(line({ pledge_amount: '0' }, null)).toMatchObject({
      given: null,
      share: '0',
      points: '0',
      overridden: true,
    })
  })

  it('takes a result without weight for nothing, open or not', () => {
    const weights = { ...demonstrationScheme.weights, pledge_amount: '0', pledge_projects: '12' }
    const verdicts = all('3').map((each) =>
      each.indicator === 'pledge_amount' ? { ...each, actual: null } : each,
    )
    expect(scoreSheet({ ...demonstrationScheme, weights }, verdicts, marks, {})).toMatchObject({
      total: '100',
      open: [],
    })
  })
})

describe('an evaluation worked out from what was frozen', () => {
  it('judges the frozen facts and gives the same score from the same inputs', () => {
    const inputs = {
      asOf: '2022Q4' as const,
      facts: { pledge_amount: figures({ 2019: '1000', 2020: '2000', 2021: '3000', 2022: '4000' }) },
      configuration: threeYears,
      incomparable: { transfers_licenses: 'restatedBase' as const },
      scheme: demonstrationScheme,
      marks,
      overrides: {},
    }
    const { judgements, sheet: worked } = evaluateFrozen(inputs)
    expect(judgements.map(({ verdict: { indicator } }) => indicator)).toEqual(indicatorCodes)
    const of = (each: IndicatorCode) =>
      judgements.find(({ verdict: { indicator } }) => indicator === each)?.verdict
    expect(of('pledge_amount')?.code).toBe('met')
    expect(of('transfers_licenses')).toMatchObject({ code: 'notComputable', reason: 'restatedBase' })
    expect(judgements.every(({ explanation }) => explanation.alternatives.length === 0)).toBe(true)
    expect(worked.lines.find(({ indicator }) => indicator === 'pledge_amount')?.points).toBe('6')
    expect(evaluateFrozen(JSON.parse(JSON.stringify(inputs)) as typeof inputs)).toEqual({
      judgements,
      sheet: worked,
    })
  })
})

describe('a sample', () => {
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
  const keys = ['a', 'b', 'c', 'd', 'e']

  it('is drawn by seed and key alone: order and repetition of the keys change nothing', () => {
    const drawn = drawSample(keys, 3, 'seed', sha256)
    expect(drawn).toHaveLength(3)
    expect(drawSample([...keys].reverse().concat(keys), 3, 'seed', sha256)).toEqual(drawn)
    expect(drawSample(keys, 2, 'seed', sha256)).toEqual(drawn.slice(0, 2))
  })

  it('places each key by the digest of seed and key, lowest first', () => {
    const places: Readonly<Record<string, string>> = { 's\na': '3', 's\nb': '1', 's\nc': '2' }
    expect(drawSample(['a', 'b', 'c'], 2, 's', (text) => places[text] ?? '9')).toEqual(['b', 'c'])
  })

  it('is all there is where less is there than asked for, and another by another seed', () => {
    expect([...drawSample(keys, 9, 'seed', sha256)].sort()).toEqual(keys)
    expect(drawSample([], 3, 'seed', sha256)).toEqual([])
    const orders = new Set(['1', '2', '3', '4'].map((seed) => drawSample(keys, 5, seed, sha256).join('')))
    expect(orders.size).toBeGreaterThan(1)
  })
})
