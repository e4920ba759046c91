import { describe, expect, it } from 'vitest'
import { weekDue } from '@/lib/rules/brief-week'
import { dualStanding } from '@/lib/rules/dual-monitor'
import { isQuiet, LISTED, weeklyBrief, type BriefKnown } from '@/lib/rules/weekly-brief'
import type { Verdict, VerdictCode } from '@/lib/rules'
import type { IndicatorCode } from '@/lib/notice'

const named = (code: string) => ({ code, nameZh: code, nameEn: code })
const verdict = (
  indicator: IndicatorCode,
  code: VerdictCode,
  actual: string | null = null,
  required: string | null = null,
): Verdict => ({
  indicator,
  code,
  actual,
  required,
  against: 'floor',
  asOf: '2022Q3',
  judgedAt: '2022Q3',
  gap: null,
  missing: null,
  reason: null,
  neededPerQuarter: null,
  readings: [],
  pace: null,
})
const NOTHING: BriefKnown = {
  asOf: '2022Q3',
  changes: [],
  steps: { submitted: 0, returned: 0, accepted: 0 },
  questions: 0,
  cities: [],
}
const city = (
  code: string,
  verdicts: readonly Verdict[],
  { isOverdue = false, rate = null }: { isOverdue?: boolean; rate?: string | null } = {},
): BriefKnown['cities'][number] => ({
  city: named(code),
  verdicts,
  isOverdue,
  standing: dualStanding(rate, verdicts),
})

describe('the week whose brief is due', () => {
  it('is the last whole one from Monday at eight in Shanghai on, and the one before it until then', () => {
    const monday = (instant: string) => weekDue(new Date(instant)).monday
    expect(monday('2022-10-10T07:59:59.999+08:00')).toBe('2022-09-26')
    expect(monday('2022-10-10T08:00:00.000+08:00')).toBe('2022-10-03')
    expect(monday('2022-10-12T09:00:00+08:00')).toBe('2022-10-03')
    expect(monday('2022-10-16T23:59:59+08:00')).toBe('2022-10-03')
    expect(monday('2022-10-17T07:59:59+08:00')).toBe('2022-10-03')
    expect(monday('2023-01-02T08:00:00+08:00')).toBe('2022-12-26')
  })

  it('goes from one midnight in Shanghai to that of the next Monday', () => {
    const { from, to } = weekDue(new Date('2022-10-12T09:00:00+08:00'))
    expect([from.toISOString(), to.toISOString()]).toEqual([
      '2022-10-02T16:00:00.000Z',
      '2022-10-09T16:00:00.000Z',
    ])
  })
})

describe('a brief', () => {
  it('tells a city its results that are short or behind, the smallest share of what is required first', () => {
    const own = city('1', [
      verdict('pledge_amount', 'behindPace', '90', '100'),
      verdict('custody_smes', 'short', '1', '3'),
      verdict('pledge_projects', 'behindPace'),
      verdict('patent_contract_value', 'onPace', '1', '1'),
      verdict('certified_entities', 'behindPace', '1', '2'),
      verdict('patent_intensive_value_added', 'needsJudgement'),
    ])
    const brief = weeklyBrief('city', { ...NOTHING, cities: [own] })
    expect(brief.behind.items.map(({ indicator }) => indicator)).toEqual([
      'custody_smes',
      'certified_entities',
      'pledge_amount',
      'pledge_projects',
    ])
    expect(brief.totals).toEqual({ met: 0, onPace: 1, behind: 4, open: 0 })
    expect(brief.worst.items).toEqual([])
  })

  it('tells reviewers where most is behind and who is overdue, and finance where spending is ahead of results', () => {
    const known: BriefKnown = {
      ...NOTHING,
      cities: [
        city('1', [verdict('pledge_amount', 'met')], { rate: '0' }),
        city('2', [verdict('pledge_amount', 'behindPace')], { isOverdue: true, rate: '0.5' }),
        city('3', [verdict('pledge_amount', 'short'), verdict('custody_smes', 'behindPace')], {
          rate: '0.8',
        }),
        city('4', [verdict('pledge_amount', 'figuresMissing')], { rate: null }),
        city('5', [verdict('pledge_amount', 'met')], { rate: '1/11' }),
      ],
    }
    const codes = (items: readonly { city: { code: string } }[]) => items.map(({ city: { code } }) => code)
    const reviewer = weeklyBrief('reviewer', known)
    expect(reviewer.worst.items).toEqual([
      { city: named('3'), behind: 2 },
      { city: named('2'), behind: 1 },
    ])
    expect(reviewer.overdue.items).toEqual([named('2')])
    expect(codes(reviewer.money.items)).toEqual(['3', '2'])
    expect(reviewer.totals).toEqual({ met: 2, onPace: 0, behind: 3, open: 1 })
    const finance = weeklyBrief('finance', known)
    expect(codes(finance.money.items)).toEqual(['3', '2'])
    expect([finance.worst.items, finance.overdue.items, finance.behind.items]).toEqual([[], [], []])
  })

  it('lists ten of a kind and counts the others', () => {
    const cities = Array.from({ length: LISTED + 1 }, (_, i) => city(String(i), [], { isOverdue: true }))
    expect(weeklyBrief('reviewer', { ...NOTHING, cities }).overdue).toMatchObject({ more: 1 })
    expect(weeklyBrief('reviewer', { ...NOTHING, cities: cities.slice(1) }).overdue).toMatchObject({
      more: 0,
    })
    expect(weeklyBrief('reviewer', { ...NOTHING, cities }).overdue.items).toHaveLength(10)
  })

  it('is quiet only when nothing happened and nothing waits', () => {
    expect(isQuiet(weeklyBrief('city', NOTHING))).toBe(true)
    for (const kind of ['submitted', 'returned', 'accepted'] as const)
      expect(isQuiet(weeklyBrief('city', { ...NOTHING, steps: { ...NOTHING.steps, [kind]: 1 } }))).toBe(false)
    expect(isQuiet(weeklyBrief('city', { ...NOTHING, questions: 1 }))).toBe(false)
    expect(isQuiet(weeklyBrief('city', { ...NOTHING, cities: [city('1', [], { isOverdue: true })] }))).toBe(
      false,
    )
    const change = {
      at: '2022-10-05T00:00:00.000Z',
      city: named('1'),
      period: '2022Q2',
      indicator: 'pledge_amount',
      before: null,
      after: 'met',
      restatement: 0,
      version: 1,
      reason: '',
    } as const
    expect(isQuiet(weeklyBrief('city', { ...NOTHING, changes: [change] }))).toBe(false)
  })
})
