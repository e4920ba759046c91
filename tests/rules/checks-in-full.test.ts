import { describe, expect, it } from 'vitest'
import {
  checkBound,
  checkReport,
  checks,
  isCheckCode,
  type Answer,
  type CheckCode,
  type CheckedReport,
} from '@/lib/rules'
import { figures } from './figures'
import { figure, found, report } from './report-to-check'

const finding = (checked: CheckedReport, code: CheckCode) =>
  checkReport(checked).find(({ rule }) => rule === code)

const history = { pledge_amount: figures({ '2021Q4': 5000, '2022Q1': 6000, '2022Q2': 7000 }) }
const late = { state: 'notYetAvailable', reason: '待核对', expectedOn: '2022-10-12' } as const

/** The base year's report, with the parts of one or both results of pledges. */
const baseYear = (
  amounts: Readonly<Record<string, string | null>>,
  projects: Readonly<Record<string, string | null>> = {},
): CheckedReport => {
  const cells = (indicator: 'pledge_amount' | 'pledge_projects', parts: typeof amounts) =>
    Object.entries(parts).map(([part, value]) => ({
      indicator,
      part: part as 'Q1',
      content: value === null ? ({ state: 'blank' } as const) : figure(value),
    }))
  return {
    period: '2019',
    history: {},
    cells: [...cells('pledge_amount', amounts), ...cells('pledge_projects', projects)],
  }
}
const missing = (checked: CheckedReport) =>
  checkReport(checked)
    .filter(({ rule }) => rule === 'answerMissing')
    .map(({ part }) => part)

describe('a finding states where it is, what was expected, what was received and what to do next', () => {
  const hard = { severity: 'hard', part: '' } as const
  const soft = { severity: 'soft', part: '' } as const

  const samples = [
    [
      report({ custody_smes: { state: 'blank' } }),
      {
        ...hard,
        rule: 'answerMissing',
        indicator: 'custody_smes',
        expected: { answer: 'figure' },
        received: { answer: 'blank' },
        next: 'enterOrGiveReason',
      },
    ],
    [
      report({ service_cluster: { state: 'blank' } }),
      {
        ...hard,
        rule: 'answerMissing',
        indicator: 'service_cluster',
        expected: { answer: 'narrative' },
        received: { answer: 'blank' },
        next: 'enterOrGiveReason',
      },
    ],
    [
      report({ custody_smes: { ...late, reason: '\n' } }),
      {
        ...hard,
        rule: 'reasonMissing',
        indicator: 'custody_smes',
        expected: { answer: 'reason' },
        received: { answer: 'notYetAvailable' },
        next: 'giveReason',
      },
    ],
    [
      report({ custody_smes: { ...late, expectedOn: '' } }),
      {
        ...hard,
        rule: 'reasonMissing',
        indicator: 'custody_smes',
        expected: { answer: 'date' },
        received: { answer: 'notYetAvailable' },
        next: 'giveDate',
      },
    ],
    [
      report({ pledge_projects: figure('1.5') }),
      {
        ...hard,
        rule: 'notAFigure',
        indicator: 'pledge_projects',
        expected: { unit: '项' },
        received: { value: '1.5', refusal: 'notWhole' },
        next: 'enterPlainFigure',
      },
    ],
    [
      report({ pledge_projects: figure('0') }),
      {
        ...hard,
        rule: 'pledgeOneSided',
        indicator: 'pledge_projects',
        expected: { moreThan: '0' },
        received: { amount: '10', projects: '0' },
        next: 'checkBothFigures',
      },
    ],
    [
      baseYear({ Q1: '1', Q2: '2', Q3: '3', Q4: '4', Y: '10.01' }),
      {
        ...hard,
        part: 'Y',
        rule: 'yearDisagreesWithQuarters',
        indicator: 'pledge_amount',
        expected: { sumOfQuarters: '10' },
        received: { value: '10.01' },
        next: 'checkParts',
      },
    ],
    [
      report({}, { breakdowns: { transfers_licenses: ['6', '3'] } }),
      {
        ...hard,
        rule: 'breakdownDisagrees',
        indicator: 'transfers_licenses',
        expected: { sumOfParts: '9' },
        received: { value: '10' },
        next: 'checkParts',
      },
    ],
    [
      report({ custody_smes: late }, { today: '2022-10-13' }),
      {
        ...soft,
        rule: 'expectedPassed',
        indicator: 'custody_smes',
        expected: { day: '2022-10-12' },
        received: { answer: 'notYetAvailable' },
        next: 'giveFigureOrDate',
      },
    ],
    [
      report({ pledge_amount: figure('60000000') }, { history }),
      {
        ...soft,
        rule: 'unitSlip',
        indicator: 'pledge_amount',
        expected: { usual: '6000' },
        received: { value: '60000000', factor: '10000' },
        next: 'checkUnit',
      },
    ],
    [
      report({ pledge_amount: figure('21000.01') }, { history }),
      {
        ...soft,
        rule: 'jump',
        indicator: 'pledge_amount',
        expected: { from: '5000/3', to: '21000' },
        received: { value: '21000.01' },
        next: 'correctOrExplain',
      },
    ],
  ] as const

  it.each(samples.map(([checked, whole]) => [whole.rule, whole.indicator, checked, whole] as const))(
    '%s of %s',
    (_, __, checked, whole) => {
      expect(checkReport(checked)).toContainEqual(whole)
      expect(checkReport(checked).filter(({ rule }) => rule === whole.rule)).toHaveLength(1)
    },
  )
})

describe('every check', () => {
  it('has its code, by which it can be named, and the day on which it was introduced', () => {
    expect(checks.map(({ code, introduced }) => `${code} ${introduced}`)).toEqual([
      'answerMissing 2026-11-24',
      'reasonMissing 2026-11-24',
      'notAFigure 2026-11-24',
      'cumulativeFell 2026-11-24',
      'pledgeOneSided 2026-11-24',
      'yearDisagreesWithQuarters 2026-11-24',
      'breakdownDisagrees 2026-11-24',
      'expectedPassed 2026-11-26',
      'unitSlip 2026-11-24',
      'jump 2026-11-24',
      'growthAcrossBases 2026-11-26',
      'namesDiffer 2026-11-26',
      'codesDiffer 2026-11-26',
      'detailsMissing 2026-11-26',
      'certifiedOverCertificates 2026-11-27',
    ])
    expect([isCheckCode('jump'), isCheckCode('leap')]).toEqual([true, false])
  })

  it('with a bound refuses one that says nothing, and names how large it may be', () => {
    expect(checkBound('jump', '1000')).toEqual({ ok: false, error: { got: '1000', below: '1000' } })
    expect(checkBound('unitSlip', 'five')).toEqual({ ok: false, error: { got: 'five', below: '100' } })
    expect(checkBound('unitSlip', '2.5')).toEqual({ ok: true, value: '2.5' })
  })
})

describe('a day on which a figure is expected', () => {
  const dayOf = (expectedOn: string) =>
    found(report({ custody_smes: { state: 'notYetAvailable', reason: '待统计', expectedOn } }))

  it.each(['2022-01-09', '2022-09-10', '2022-10-29', '2022-11-30', '2022-12-31'])('may be %s', (day) => {
    expect(dayOf(day)).toEqual([])
  })

  it.each([
    ...['12022-10-12', '2022-10-123', '2022-00-12', '2022-13-12', '2022-10-00', '2022-10-32', '2022-10-40'],
    ...['202-10-12', '2022-10-1a', '2022-a0-12', 'abcd-10-12', '2022-1-12', '2022-10-2'],
  ])('is not %s', (day) => {
    expect(dayOf(day)).toEqual(['hard reasonMissing custody_smes'])
  })
})

describe('the parts of the base year', () => {
  const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const

  it.each(quarters)('with %s alone lack the three other quarters, and no total', (given) => {
    const parts = { Q1: null, Q2: null, Q3: null, Q4: null, Y: null }
    expect(missing(baseYear({ ...parts, [given]: '5' }))).toEqual(quarters.filter((each) => each !== given))
  })

  it.each(quarters)('with the total lack nothing where %s is blank', (blank) => {
    const parts = { Q1: '1', Q2: '2', Q3: '3', Q4: '4', Y: '10' }
    expect(missing(baseYear({ ...parts, [blank]: null }))).toEqual([])
  })

  it('of one result do not answer for another', () => {
    const blank = { Q1: null, Q2: null, Q3: null, Q4: null, Y: null }
    expect(missing(baseYear(blank, { Q1: '1', Q2: '1', Q3: '1', Q4: '1', Y: null }))).toEqual(['Y'])
  })

  it.each([...quarters, 'Y'])('have pledges of 5万元 in no project in %s', (part) => {
    expect(finding(baseYear({ [part]: '5' }, { [part]: '0' }), 'pledgeOneSided')).toMatchObject({
      indicator: 'pledge_projects',
      part,
      received: { amount: '5', projects: '0' },
    })
  })

  it('compare with their total only where all four quarters and the total are there', () => {
    expect(
      finding(baseYear({ Q1: '1', Q2: '2', Q3: '3', Y: '10' }), 'yearDisagreesWithQuarters'),
    ).toBeUndefined()
    expect(
      finding(baseYear({ Q1: '1', Q2: '2', Q3: '3', Q4: '4' }), 'yearDisagreesWithQuarters'),
    ).toBeUndefined()
    expect(
      finding(baseYear({ Q1: '1', Q2: '2', Q3: '3', Q4: '4', Y: '10.0' }), 'yearDisagreesWithQuarters'),
    ).toBeUndefined()
  })
})

describe('what a city has reported before', () => {
  it('is looked at quarter by quarter, the latest of equal ones named, whatever the order it is kept in', () => {
    const kept = { custody_smes: figures({ '2022Q1': 300, '2021Q4': 300, '2021Q3': 100, '2022Q3': 999 }) }
    const fell = finding(report({ custody_smes: figure('299') }, { history: kept }), 'cumulativeFell')
    expect(fell?.expected).toEqual({ atLeast: '300', since: '2022Q1' })
    const rising = { custody_smes: figures({ '2022Q2': 200, '2022Q1': 300 }) }
    const under = finding(report({ custody_smes: figure('250') }, { history: rising }), 'cumulativeFell')
    expect(under?.expected).toEqual({ atLeast: '300', since: '2022Q1' })
  })

  it('says nothing of a flow that falls, and nothing of a count that leaps', () => {
    const flow = { transfers_licenses: figures({ '2021Q4': 12, '2022Q1': 12, '2022Q2': 12 }) }
    expect(found(report({}, { history: flow }))).toEqual([])
    const count = { custody_smes: figures({ '2021Q4': 1, '2022Q1': 1, '2022Q2': 1 }) }
    expect(found(report({ custody_smes: figure('900') }, { history: count }))).toEqual([])
  })

  it('of nothing gives no unit to compare with: 10 after three quarters of 0 is a jump', () => {
    const none = { pledge_amount: figures({ '2021Q4': 0, '2022Q1': 0, '2022Q2': 0 }) }
    expect(found(report({}, { history: none }))).toEqual(['soft jump pledge_amount'])
  })

  it('of its own quarter and of years is not looked at', () => {
    const kept = { pledge_amount: figures({ '2020': 9, '2021': 9, '2022Q1': 6, '2022Q2': 6, '2022Q3': 6 }) }
    expect(found(report({ pledge_amount: figure('900') }, { history: kept }))).toEqual([])
  })

  it('is compared with a figure only', () => {
    const none: Answer = { state: 'notApplicable', reason: '尚无' }
    expect(found(report({ pledge_amount: none }, { history }))).toEqual([])
    expect(finding(report({ pledge_amount: figure('viel') }, { history }), 'jump')).toBeUndefined()
  })

  it('is compared with the headline, not with a part of it', () => {
    const whole = report({ pledge_amount: figure('6000') }, { history })
    const part = { indicator: 'pledge_amount', part: 'patentTransfer', content: figure('90000') } as const
    expect(found({ ...whole, cells: [part, ...whole.cells] })).toEqual([])
  })

  it('says nothing of the base year, before which there is nothing', () => {
    const before = { pledge_amount: figures({ '2018Q2': 1, '2018Q3': 1, '2018Q4': 1 }) }
    const headline = [{ indicator: 'pledge_amount', part: '', content: figure('900') }] as const
    expect(found({ period: '2019', cells: headline, history: before })).toEqual([])
  })
})
