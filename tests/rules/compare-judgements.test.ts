import { describe, expect, it } from 'vitest'
import { differencesBetween, judge, sameOutcome, type Configuration, type JudgeOptions } from '@/lib/rules'
import { figures, threeYears } from './figures'

const facts = { '2019': 1000, '2020': 1200, '2021': 1440, '2022': 1728 }

const judged = (
  values: Parameters<typeof figures>[0] = facts,
  options: JudgeOptions = {},
  configuration: Configuration = threeYears,
) => judge('transfers_licenses', figures(values), configuration, '2022Q4', options)

describe('an issued verdict and the same result judged today', () => {
  it('say the same where word, reason and numbers are the same, whatever else they rest on', () => {
    expect(sameOutcome(judged().verdict, judged({ ...facts, '2020': 9 }).verdict)).toBe(true)
    expect(sameOutcome(judged().verdict, judged({ ...facts, '2022': 1729 }).verdict)).toBe(false)
    expect(sameOutcome(judged().verdict, judged(facts, { target: '19' }).verdict)).toBe(false)
    // At the end of three years met, after three of four on pace, with the same 1728 of 1728.
    const [met, onPace] = [judged().verdict, judged(facts, {}, { baseYear: 2019, intervals: 4 }).verdict]
    expect([met.required, met.actual]).toEqual([onPace.required, onPace.actual])
    expect(sameOutcome(met, onPace)).toBe(false)
    const reasons = (['restatedBase', 'unitChanged'] as const).map((notComputable) =>
      judged(facts, { notComputable }),
    )
    const [restated, changed] = reasons.map(({ verdict }) => verdict)
    if (restated === undefined || changed === undefined) throw new Error('two verdicts')
    expect(sameOutcome(restated, changed)).toBe(false)
    expect(sameOutcome(judged().verdict, restated)).toBe(false)
  })

  it('differ in nothing where nothing changed, not even where people judge and there is no standard', () => {
    expect(differencesBetween(judged(), judged())).toEqual([])
    const byPeople = () => judge('service_cluster', {}, threeYears, '2022Q4')
    expect(differencesBetween(byPeople(), byPeople())).toEqual([])
  })

  it('differ in the figure that was corrected, and in no other', () => {
    expect(differencesBetween(judged(), judged({ ...facts, '2022': 1727 }))).toEqual([
      { code: 'figure', period: '2022', before: '1728', after: '1727' },
    ])
  })

  it('differ in a figure that was missing and then came', () => {
    const before = { '2019': 1000, '2020': 1200, '2021': 1440 }
    expect(differencesBetween(judged(before), judged())).toContainEqual({
      code: 'figure',
      period: '2022',
      before: null,
      after: '1728',
    })
  })

  it('differ in several figures, oldest first', () => {
    const before = { '2019': 1000, '2021': 1440, '2022': 1727 }
    expect(differencesBetween(judged(before), judged())).toEqual([
      { code: 'figure', period: '2020', before: null, after: '1200' },
      { code: 'figure', period: '2021', before: null, after: '1440' },
      { code: 'figure', period: '2022', before: '1727', after: '1728' },
    ])
  })

  it('differ in the span, and still in a figure that both rest on', () => {
    const issued = judged()
    const older = { ...issued, explanation: { ...issued.explanation, ruleVersion: '2020.01.01-1' } }
    const shorter = judged(
      { '2019': 1000, '2021': 1450 },
      {},
      { baseYear: 2019, intervals: 2, share: 'ownProfile' },
    )
    expect(differencesBetween(older, shorter).map((each) => Object.values(each).join(' '))).toEqual([
      `ruleVersion 2020.01.01-1 ${issued.explanation.ruleVersion}`,
      'configuration intervals 3 2',
      'figure 2021 1440 1450',
    ])
  })

  it('differ in rule version and standard, and in a figure that came', () => {
    const issued = judged({ '2019': 1000, '2020': 1200, '2021': 1440 }, { target: '25' })
    const before = { ...issued, explanation: { ...issued.explanation, ruleVersion: '2020.01.01-1' } }
    expect(differencesBetween(before, judged(facts, { target: '30' }))).toEqual([
      { code: 'ruleVersion', before: '2020.01.01-1', after: issued.explanation.ruleVersion },
      { code: 'standard', before: '25', after: '30' },
      { code: 'figure', period: '2022', before: null, after: '1728' },
    ])
  })

  it('differ in rule version, and in a year that was known by its quarters and is now stated as one', () => {
    const quarters = { '2022Q1': 400, '2022Q2': 400, '2022Q3': 400, '2022Q4': 528 }
    const issued = judged({ '2019': 1000, '2020': 1200, '2021': 1440, ...quarters })
    const before = { ...issued, explanation: { ...issued.explanation, ruleVersion: '2020.01.01-1' } }
    expect(differencesBetween(before, judged()).map((each) => Object.values(each).join(' '))).toEqual([
      `ruleVersion 2020.01.01-1 ${issued.explanation.ruleVersion}`,
      'figure 2022  1728',
      'figure 2022Q1 400 ',
      'figure 2022Q2 400 ',
      'figure 2022Q3 400 ',
      'figure 2022Q4 528 ',
    ])
  })

  it('differ in the span alone where the other span looks at a year that this one does not', () => {
    const known = { '2019': 1000, '2021': 1440, '2022': 1728 }
    const shorter = judged(known, {}, { baseYear: 2019, intervals: 2 })
    expect(shorter.explanation.inputs.map(({ period }) => period)).toContain('2021')
    expect(judged(known).explanation.inputs.map(({ period }) => period)).not.toContain('2021')
    expect(differencesBetween(judged(known), shorter)).toEqual([
      { code: 'configuration', part: 'intervals', before: '3', after: '2' },
    ])
  })

  it('differ in parts of the configuration in one order, however the issued one was stored', () => {
    const issued = judged()
    const stored = { path: 'compound', share: 'ownProfile', intervals: 3, baseYear: 2019 } as const
    const before = { ...issued, explanation: { ...issued.explanation, configuration: stored } }
    const later = judged(facts, {}, { baseYear: 2020, intervals: 2 })
    const parts = differencesBetween(before, later).flatMap((each) => ('part' in each ? [each.part] : []))
    expect(parts).toEqual(['baseYear', 'intervals'])
  })

  it('differ in the base year, without its other figures being called corrected', () => {
    const later = judged(facts, {}, { baseYear: 2020, intervals: 2, share: 'equalQuarters' })
    expect(differencesBetween(judged(), later)).toEqual([
      { code: 'configuration', part: 'baseYear', before: '2019', after: '2020' },
      { code: 'configuration', part: 'intervals', before: '3', after: '2' },
      { code: 'configuration', part: 'share', before: 'ownProfile', after: 'equalQuarters' },
    ])
  })

  it('differ in the standard, in the rule version, and in what was decided about the base', () => {
    expect(differencesBetween(judged(facts, { target: '25' }), judged(facts, { target: '30' }))).toEqual([
      { code: 'standard', before: '25', after: '30' },
    ])
    const issued = judged()
    const older = { ...issued, explanation: { ...issued.explanation, ruleVersion: '2020.01.01-1' } }
    expect(differencesBetween(older, issued)).toEqual([
      { code: 'ruleVersion', before: '2020.01.01-1', after: issued.explanation.ruleVersion },
    ])
    expect(differencesBetween(issued, judged(facts, { notComputable: 'restatedBase' }))).toEqual([
      { code: 'comparability', before: null, after: 'restatedBase' },
    ])
    // What the figures themselves make not computable is said by the figures.
    expect(differencesBetween(issued, judged({ ...facts, '2019': 0 }))).toContainEqual({
      code: 'figure',
      period: '2019',
      before: '1000',
      after: '0',
    })
  })
})
