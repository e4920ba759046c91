import { describe, expect, it } from 'vitest'
import {
  checks,
  rehearseChecks,
  rehearseVerdicts,
  restatementEffects,
  checkOwnTarget,
  type Check,
  type Facts,
} from '@/lib/rules'
import { figures, threeYears } from './figures'

const city = (name: string, facts: Facts) => ({ city: name, facts, configuration: threeYears })

describe('rehearsing a change of reading', () => {
  // 1000 → 1728 is exactly 20 % a year over three years; over two years it is more.
  const exact = city('A', {
    transfers_licenses: figures({ '2019': 1000, '2020': 1200, '2021': 1440, '2022': 1728 }),
  })
  const short = city('B', {
    transfers_licenses: figures({ '2019': 1000, '2020': 1200, '2021': 1440, '2022': 1727 }),
  })

  it('names who would change verdict under base year 2020, and nobody else', () => {
    const changes = rehearseVerdicts(
      [exact, short],
      (one) => ({ ...one, configuration: { baseYear: 2020, intervals: 2 } }),
      '2022Q4',
    )
    // 1200 · 1.2² = 1728: the same end, so neither city changes.
    expect(changes).toEqual([])
    const longer = rehearseVerdicts(
      [exact, short],
      (one) => ({ ...one, configuration: { baseYear: 2019, intervals: 2 } }),
      '2022Q4',
    )
    expect(longer.map((change) => [change.city, change.before.code, change.after.code])).toEqual([
      ['B', 'short', 'met'],
    ])
  })

  it('shows the numbers on both sides of a changed parameter', () => {
    const changes = rehearseVerdicts(
      [exact],
      (one) => ({ ...one, options: { transfers_licenses: { target: '25' } } }),
      '2022Q4',
    )
    expect(changes).toMatchObject([
      {
        city: 'A',
        indicator: 'transfers_licenses',
        before: { code: 'met', actual: '1728', required: '1728' },
        after: { code: 'short', actual: '1728', required: '1953.125' },
      },
    ])
    // Each side brings the explanation of the run that decided it.
    const [parameters] = changes.map(({ before, after }) =>
      [before, after].map(({ explanation }) =>
        explanation.parameters.map(({ code, value }) => `${code} ${value}`),
      ),
    )
    expect(parameters).toEqual([['floor 20'], ['target 25']])
  })

  it('that changes nothing, changes nothing', () => {
    expect(rehearseVerdicts([exact, short], (one) => one, '2022Q4')).toEqual([])
  })
})

describe('rehearsing a check', () => {
  const report = {
    period: '2022Q2',
    cells: [{ indicator: 'pledge_amount', part: '', content: { state: 'figure', value: '9000' } }],
    history: {
      pledge_amount: figures({
        '2020Q4': 100,
        '2021Q1': 110,
        '2021Q2': 120,
        '2021Q3': 130,
        '2021Q4': 140,
        '2022Q1': 150,
      }),
    },
  } as const
  const jump = checks.filter(({ code }) => code === 'jump')
  const hardFrom = (quarter: Check['hardFrom']): Check[] =>
    jump.map((check) => ({ ...check, severity: 'hard', ...(quarter && { hardFrom: quarter }) }))

  it('says which open reports a new check would meet', () => {
    expect(rehearseChecks([{ city: 'A', report }], [], jump)).toEqual([
      { city: 'A', period: '2022Q2', check: 'jump', indicator: 'pledge_amount', from: 'nothing', to: 'soft' },
    ])
  })

  it('says which a harder check would newly stop, from the quarter it is hard on', () => {
    expect(rehearseChecks([{ city: 'A', report }], jump, hardFrom('2022Q2'))).toMatchObject([
      { from: 'soft', to: 'hard' },
    ])
    expect(rehearseChecks([{ city: 'A', report }], jump, hardFrom('2022Q3'))).toEqual([])
  })

  it('says nothing of a check that stays, or that is taken away', () => {
    expect(rehearseChecks([{ city: 'A', report }], jump, jump)).toEqual([])
    expect(rehearseChecks([{ city: 'A', report }], jump, [])).toEqual([])
  })
})

describe('a restatement', () => {
  const facts = figures({
    '2019': 1000,
    '2020': 1200,
    '2021': 1440,
    '2022Q1': 400,
    '2022Q2': 400,
    '2022Q3': 400,
    '2022Q4': 528,
  })
  const quarters = ['2021Q4', '2022Q2', '2022Q4', '2023Q1'] as const

  it('of 2022Q4 from 528 to 527 turns the verdict at the end from met to short, and no earlier one', () => {
    const effects = restatementEffects(
      facts,
      { indicator: 'transfers_licenses', period: '2022Q4', value: '527' },
      threeYears,
      quarters,
    )
    expect(
      effects.map(({ asOf, before, after, changesVerdict }) => [
        asOf,
        before.code,
        after.code,
        changesVerdict,
      ]),
    ).toEqual([['2022Q4', 'met', 'short', true]])
    expect(effects[0]?.after).toMatchObject({ actual: '1727', required: '1728', gap: '-1' })
  })

  it('of the base year reaches every verdict on growth', () => {
    const effects = restatementEffects(
      facts,
      { indicator: 'transfers_licenses', period: '2019', value: '1100' },
      threeYears,
      quarters,
    )
    expect(effects.map(({ asOf }) => asOf)).toEqual(['2021Q4', '2022Q2', '2022Q4'])
  })

  it('is followed against the own target as well', () => {
    const effects = restatementEffects(
      facts,
      { indicator: 'transfers_licenses', period: '2022Q4', value: '2000' },
      threeYears,
      ['2022Q4'],
      { target: '30' },
    )
    expect(effects.map(({ against, before, after }) => [against, before.code, after.code])).toEqual([
      ['floor', 'met', 'met'],
      ['target', 'short', 'met'],
    ])
  })

  it('that takes a figure away leaves its verdicts without one', () => {
    const effects = restatementEffects(
      facts,
      { indicator: 'transfers_licenses', period: '2022Q4', value: null },
      threeYears,
      ['2022Q4'],
    )
    expect(effects[0]?.after).toMatchObject({ code: 'figuresMissing', missing: ['2022Q4'] })
  })

  it('to the same number changes nothing', () => {
    const same = { indicator: 'transfers_licenses', period: '2022Q4', value: '528.0' } as const
    expect(restatementEffects(facts, same, threeYears, quarters)).toEqual([])
  })
})

describe('a target below the floor', () => {
  it('of 20 % stands at 15 % only under a derogation that goes so far', () => {
    expect(checkOwnTarget('transfers_licenses', '15')).toMatchObject({
      ok: false,
      error: { code: 'belowFloor', floor: '20' },
    })
    expect(checkOwnTarget('transfers_licenses', '15', '15')).toEqual({ ok: true, value: '15' })
    expect(checkOwnTarget('transfers_licenses', '14.999999', '15')).toMatchObject({ ok: false })
  })
})
