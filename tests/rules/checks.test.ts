import { describe, expect, it } from 'vitest'
import { indicatorCodes, indicators } from '@/lib/notice'
import {
  checkReport,
  checks,
  severityAt,
  type Answer,
  type CheckedCell,
  type CheckedReport,
} from '@/lib/rules'
import { figures } from './figures'

const figure = (value: string): Answer => ({ state: 'figure', value })

/** A report that answers everything, with some cells otherwise. */
function report(
  changed: Partial<Record<string, Answer>> = {},
  rest: Partial<CheckedReport> = {},
): CheckedReport {
  const cells = indicators.map(({ code, kind }): CheckedCell => {
    const content =
      changed[code] ?? (kind === 'qualitative' ? { state: 'narrative', narrative: '进展顺利' } : figure('10'))
    return { indicator: code, part: '', content }
  })
  return { period: '2022Q3', cells, history: {}, ...rest }
}

const found = (checked: CheckedReport) =>
  checkReport(checked).map(({ rule, indicator, severity }) => `${severity} ${rule} ${indicator}`)

describe('a report that answers all nineteen results', () => {
  it('has no findings', () => {
    expect(checkReport(report())).toEqual([])
  })

  it('may answer with 0, with a reason why not, or with a reason and a date', () => {
    const answers = {
      transfers_licenses: figure('0'),
      securitisation_products: { state: 'notApplicable', reason: '尚无' },
      patent_intensive_value_added: {
        state: 'notYetAvailable',
        reason: '年度数据次年公布',
        expectedOn: '2023-12-31',
      },
    } as const
    expect(checkReport(report(answers))).toEqual([])
  })
})

describe('blank is not an answer', () => {
  it.each(indicatorCodes)('%s', (code) => {
    expect(found(report({ [code]: { state: 'blank' } }))).toEqual([`hard answerMissing ${code}`])
  })

  it('nor is a narrative of spaces', () => {
    expect(found(report({ service_cluster: { state: 'narrative', narrative: '  \n' } }))).toEqual([
      'hard answerMissing service_cluster',
    ])
  })
})

describe('a reason that is asked for', () => {
  it('is missing with "not applicable"', () => {
    const [finding] = checkReport(report({ custody_smes: { state: 'notApplicable', reason: ' ' } }))
    expect(finding).toMatchObject({
      rule: 'reasonMissing',
      severity: 'hard',
      expected: { answer: 'reason' },
      next: 'giveReason',
    })
  })

  it.each(['', '2022-13-01', '2022-1-1', '明年'])('comes without a date: %j', (expectedOn) => {
    const [finding] = checkReport(
      report({ custody_smes: { state: 'notYetAvailable', reason: '待统计', expectedOn } }),
    )
    expect(finding).toMatchObject({ rule: 'reasonMissing', expected: { answer: 'date' }, next: 'giveDate' })
  })
})

describe('a figure that is none', () => {
  it.each([
    ['pledge_projects', '1.5', 'notWhole'],
    ['pledge_amount', '-1', 'negative'],
    ['pledge_amount', '1e9', 'exponent'],
    ['custody_smes', 'viele', 'notANumber'],
  ] as const)('%s %s: %s', (code, value, refusal) => {
    const finding = checkReport(report({ [code]: figure(value) })).find(({ rule }) => rule === 'notAFigure')
    expect(finding).toMatchObject({ severity: 'hard', indicator: code, received: { value, refusal } })
  })
})

describe('a count since the start', () => {
  const history = { custody_smes: figures({ '2021Q4': 300, '2022Q1': 280, '2022Q2': null, '2022Q4': 999 }) }

  it('of 299 after 300 in 2021Q4 fell', () => {
    expect(checkReport(report({ custody_smes: figure('299') }, { history }))).toEqual([
      {
        rule: 'cumulativeFell',
        severity: 'hard',
        indicator: 'custody_smes',
        part: '',
        expected: { atLeast: '300', since: '2021Q4' },
        received: { value: '299' },
        next: 'checkRegister',
      },
    ])
  })

  it('of 300 stands still, and later quarters are not looked at', () => {
    expect(checkReport(report({ custody_smes: figure('300') }, { history }))).toEqual([])
  })
})

describe('pledges', () => {
  it('of 5万元 in 0 projects, or of nothing in 5 projects, cannot be', () => {
    expect(found(report({ pledge_projects: figure('0') }))).toEqual(['hard pledgeOneSided pledge_projects'])
    expect(found(report({ pledge_amount: figure('0.00') }))).toEqual(['hard pledgeOneSided pledge_amount'])
  })

  it('of nothing in no projects can', () => {
    expect(found(report({ pledge_amount: figure('0'), pledge_projects: figure('0') }))).toEqual([])
  })
})

describe('the base year', () => {
  const cells = (parts: Record<string, string | null>): CheckedReport => ({
    period: '2019',
    history: {},
    cells: Object.entries(parts).map(([part, value]) => ({
      indicator: 'pledge_amount',
      part: part as 'Q1',
      content: value === null ? { state: 'blank' } : figure(value),
    })),
  })

  it('is answered by its total or by its quarters', () => {
    expect(found(cells({ Q1: null, Q2: null, Q3: null, Q4: null, Y: '10' }))).toEqual([])
    expect(found(cells({ Q1: '1', Q2: '2', Q3: '3', Q4: '4', Y: null }))).toEqual([])
  })

  it('left out is one finding; a quarter left out is that quarter', () => {
    expect(
      checkReport(cells({ Q1: null, Q2: null, Q3: null, Q4: null, Y: null })).map(({ part }) => part),
    ).toEqual(['Y'])
    expect(
      checkReport(cells({ Q1: '1', Q2: null, Q3: '3', Q4: '4', Y: null })).map(({ part }) => part),
    ).toEqual(['Q2'])
  })

  it('with 10.01 for quarters of 10 disagrees with itself', () => {
    expect(checkReport(cells({ Q1: '1', Q2: '2', Q3: '3', Q4: '4', Y: '10.01' }))).toMatchObject([
      {
        rule: 'yearDisagreesWithQuarters',
        part: 'Y',
        expected: { sumOfQuarters: '10' },
        received: { value: '10.01' },
      },
    ])
  })

  it('has pledges in every part or in none', () => {
    const both: CheckedReport = {
      period: '2019',
      history: {},
      cells: [
        { indicator: 'pledge_amount', part: 'Q1', content: figure('5') },
        { indicator: 'pledge_projects', part: 'Q1', content: figure('0') },
      ],
    }
    expect(checkReport(both)).toMatchObject([{ rule: 'pledgeOneSided', part: 'Q1' }])
  })
})

describe('a breakdown by type', () => {
  it('of 6 and 3 does not add up to 10', () => {
    const finding = checkReport(report({}, { breakdowns: { transfers_licenses: ['6', '3'] } }))
    expect(finding).toMatchObject([
      { rule: 'breakdownDisagrees', severity: 'hard', expected: { sumOfParts: '9' } },
    ])
    expect(checkReport(report({}, { breakdowns: { transfers_licenses: ['6', '4'] } }))).toEqual([])
  })
})

describe('against the city’s own history', () => {
  const history = { pledge_amount: figures({ '2021Q4': 5000, '2022Q1': 6000, '2022Q2': 7000 }) }
  const after = (value: string) => checkReport(report({ pledge_amount: figure(value) }, { history }))

  it.each([
    ['60000000', '10000'],
    ['12000000', '10000'],
    ['600000000000', '100000000'],
    ['0.6', '1/10000'],
  ])('%s where 6000 is usual looks like a slip of the unit, by %s', (value, factor) => {
    expect(after(value)).toMatchObject([
      {
        rule: 'unitSlip',
        severity: 'soft',
        expected: { usual: '6000' },
        received: { factor },
        next: 'checkUnit',
      },
    ])
  })

  it('21000 is three times the greatest and passes, 21000.01 must be explained', () => {
    expect(after('21000')).toEqual([])
    expect(after('21000.01')).toMatchObject([
      { rule: 'jump', severity: 'soft', expected: { from: '5000/3', to: '21000' }, next: 'correctOrExplain' },
    ])
  })

  it('so must nothing at all where there always was something', () => {
    expect(found(report({ pledge_amount: figure('0'), pledge_projects: figure('0') }, { history }))).toEqual([
      'soft jump pledge_amount',
    ])
  })

  it('nothing is said with fewer than three known quarters', () => {
    const short = { pledge_amount: figures({ '2022Q1': 6000, '2022Q2': 7000, '2019': 1 }) }
    expect(checkReport(report({ pledge_amount: figure('99999999') }, { history: short }))).toEqual([])
  })

  it('a number of recordals jumps, but has no unit to slip', () => {
    const counts = { transfers_licenses: figures({ '2021Q4': 5, '2022Q1': 6, '2022Q2': 7 }) }
    expect(found(report({ transfers_licenses: figure('60000') }, { history: counts }))).toEqual([
      'soft jump transfers_licenses',
    ])
  })
})

describe('the list of checks', () => {
  it('has each rule once, with the day it was introduced', () => {
    expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length)
    for (const { introduced } of checks) expect(introduced).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('lets a new hard rule be soft for the reports before its quarter', () => {
    const [check] = checks
    if (!check) throw new Error('no checks')
    const newRule = { ...check, severity: 'hard', hardFrom: '2022Q4' } as const
    expect([
      severityAt(newRule, '2022Q3'),
      severityAt(newRule, '2022Q4'),
      severityAt(newRule, '2021'),
    ]).toEqual(['soft', 'hard', 'soft'])
    expect(severityAt({ ...newRule, severity: 'soft' }, '2023Q1')).toBe('soft')
  })
})
