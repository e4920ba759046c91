import { describe, expect, it } from 'vitest'
import { indicatorCodes } from '@/lib/notice'
import { checkReport, checks, severityAt, type Check, type CheckedReport } from '@/lib/rules'
import { figures } from './figures'
import { figure, found, report } from './report-to-check'

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

describe('a check', () => {
  it('is hard where a figure is impossible, and soft where it is only worth a word', () => {
    const of = (severity: Check['severity']) =>
      checks.filter((check) => check.severity === severity).map(({ code }) => code)
    expect(of('hard')).toEqual([
      'answerMissing',
      'reasonMissing',
      'notAFigure',
      'cumulativeFell',
      'pledgeOneSided',
      'yearDisagreesWithQuarters',
      'breakdownDisagrees',
    ])
    expect(of('soft')).toEqual([
      'expectedPassed',
      'unitSlip',
      'jump',
      'growthAcrossBases',
      'namesDiffer',
      'codesDiffer',
      'detailsMissing',
      'certifiedOverCertificates',
    ])
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

describe('growth across bases that are not comparable', () => {
  const incomparable = { pledge_amount: 'restatedBase', custody_smes: 'unitChanged' } as const

  it('is asked to be explained, for the growth result whose base was so decided and no other', () => {
    expect(checkReport(report({}, { incomparable }))).toEqual([
      {
        rule: 'growthAcrossBases',
        severity: 'soft',
        indicator: 'pledge_amount',
        part: '',
        expected: { basis: 'restatedBase' },
        received: { value: '10' },
        next: 'sayBasis',
      },
    ])
  })

  it('asks nothing where no figure is given', () => {
    const none = { pledge_amount: { state: 'notApplicable', reason: '尚无' } } as const
    expect(checkReport(report(none, { incomparable }))).toEqual([])
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
        { indicator: 'pledge_amount', part: 'Q2', content: figure('5') },
        { indicator: 'pledge_projects', part: 'Q1', content: figure('2') },
        { indicator: 'pledge_projects', part: 'Q2', content: figure('0') },
      ],
    }
    expect(checkReport(both)).toMatchObject([{ rule: 'pledgeOneSided', part: 'Q2' }])
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

  it('takes in no new check that is hard at once: it carries the quarter from which it is hard', () => {
    // Those the portal began with. Whatever is added later spends at least one quarter as a soft one.
    const first: readonly string[] = [
      ...['answerMissing', 'reasonMissing', 'notAFigure', 'cumulativeFell', 'pledgeOneSided'],
      ...['yearDisagreesWithQuarters', 'breakdownDisagrees', 'unitSlip', 'jump'],
    ]
    const surprising = checks
      .filter(({ code, severity }) => severity === 'hard' && !first.includes(code))
      .filter(({ introduced, hardFrom }) => {
        const quarter = `${introduced.slice(0, 4)}Q${Math.ceil(Number(introduced.slice(5, 7)) / 3)}`
        return hardFrom === undefined || hardFrom <= quarter
      })
    expect(surprising.map(({ code }) => code)).toEqual([])
  })
})
