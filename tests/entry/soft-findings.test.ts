import { describe, expect, it } from 'vitest'
import { outcomeOf } from '@/lib/reporting/check-outcome'
import { findingsInLife } from '@/lib/reporting/findings-in-life'
import { aboutOf, softFindings } from '@/lib/reporting/soft-findings'
import { findingsOf } from '@/lib/reporting/check-report'
import { checks, defaultConfiguration, type Finding } from '@/lib/rules'
import type { KeptChange } from '@/lib/store/cells'
import type { Explanation } from '@/lib/store/explanations'

const jump = (value: string, indicator: Finding['indicator'] = 'pledge_amount'): Finding => ({
  rule: 'jump',
  severity: 'soft',
  indicator,
  part: '',
  expected: { from: '400', to: '3600' },
  received: { value },
  next: 'correctOrExplain',
})

const explained = (seq: number, { rule, indicator, part, expected, received }: Finding): Explanation => ({
  ...{ rule, indicator, part, expected, received },
  seq,
  text: `explanation ${seq}`,
  version: 1,
  byName: 'officer',
  at: new Date('2022-10-12T01:00:00Z'),
})

describe('an explanation', () => {
  it('holds for the finding it was written about', () => {
    const [soft] = softFindings([jump('9000')], [explained(1, jump('9000'))])
    expect(soft?.explanation?.seq).toBe(1)
    expect(soft?.lapsed).toBeNull()
  })

  it('lapses as soon as the value changes, were it by one unit, and is offered again', () => {
    const [soft] = softFindings([jump('9001')], [explained(1, jump('9000'))])
    expect(soft?.explanation).toBeNull()
    expect(soft?.lapsed?.seq).toBe(1)
  })

  it('lapses when something else is expected, although the value stayed', () => {
    const later = { ...jump('9000'), expected: { from: '400', to: '3601' } }
    expect(softFindings([later], [explained(1, jump('9000'))])[0]?.explanation).toBeNull()
  })

  it('is of one result, and says nothing of another with the same value', () => {
    const other = jump('9000', 'pledge_projects')
    const [soft] = softFindings([other], [explained(1, jump('9000'))])
    expect([soft?.explanation, soft?.lapsed]).toEqual([null, null])
  })

  it('gives way to the one written after it, and holds again with its value', () => {
    const history = [explained(1, jump('9000')), explained(2, jump('9000')), explained(3, jump('8000'))]
    expect(softFindings([jump('9000')], history)[0]?.explanation?.seq).toBe(2)
    expect(softFindings([jump('8000')], history)[0]?.explanation?.seq).toBe(3)
  })

  it('is about exactly what was found, in whatever order it was told', () => {
    const turned = { ...jump('9000'), expected: { to: '3600', from: '400' } }
    expect(aboutOf(turned)).toBe(aboutOf(jump('9000')))
    expect(new Set([jump('1'), jump('2'), jump('1', 'pledge_projects')].map(aboutOf)).size).toBe(3)
  })
})

describe('a report can be signed', () => {
  it('only when no soft finding is open', () => {
    const findings = [jump('9000'), jump('9000', 'pledge_projects')]
    const half = outcomeOf(findings, [], [explained(1, jump('9000'))])
    expect([half.open.length, half.explained.length, half.isClear]).toEqual([1, 1, false])
    const all = outcomeOf(
      findings,
      [],
      findings.map((finding, i) => explained(i + 1, finding)),
    )
    expect([all.open.length, all.explained.length, all.isClear]).toEqual([0, 2, true])
  })

  it('with every explanation that no longer holds kept in sight', () => {
    const { lapsed } = outcomeOf([], [], [explained(1, jump('9000'))])
    expect(lapsed.map(({ explanation, finding }) => [explanation.seq, finding.received])).toEqual([
      [1, { value: '9000' }],
    ])
  })
})

describe('what the checks found in the life of a version', () => {
  const history = Object.fromEntries(
    ['2021Q1', '2021Q2', '2021Q3'].map((quarter) => [quarter, { value: '1200' }]),
  )
  const known = {
    ...{
      facts: { pledge_amount: history },
      entities: [],
      cases: [],
      places: [],
      narratives: [],
      suppliers: [],
      today: '2022-10-12',
      targets: [],
      incomparableAt: () => ({}),
    },
    configuration: defaultConfiguration,
  }
  const period = '2022Q1'
  const save = (value: string, minute: number, reportVersion = 1): KeptChange => ({
    indicator: 'pledge_amount',
    part: '',
    content: { state: 'figure', value },
    reportVersion,
    at: new Date(Date.UTC(2022, 9, 12, 1, minute)),
  })
  const life = (value: string, changes: readonly KeptChange[], version = 1, isExplained = false) => {
    const found = findingsOf(period, [save(value, 9)], [], known, checks)
    const findings = found.filter(({ rule }) => rule !== 'answerMissing')
    const written = isExplained ? findings.map((finding, i) => explained(i + 1, finding)) : []
    const soft = softFindings(findings, written)
    return findingsInLife({ period, version, known, checks, findings, soft, changes }).map(
      ({ rule, received, outcome }) => [rule, received.value, outcome],
    )
  }

  it('is nothing where every saved figure was as usual', () => {
    expect(life('1300', [save('1200', 0), save('1300', 1)])).toEqual([])
  })

  it('led to a correction where a saved figure was changed so that it is no longer found', () => {
    expect(life('1300', [save('13000000', 0), save('1300', 1)])).toEqual([
      ['unitSlip', '13000000', 'corrected'],
    ])
  })

  it('was explained, or is open, where it stands in what is submitted', () => {
    expect(life('9000', [save('9000', 0)], 1, true)).toEqual([['jump', '9000', 'explained']])
    expect(life('9000', [save('9000', 0)])).toEqual([['jump', '9000', 'open']])
  })

  it('begins, after a return, with what had been returned', () => {
    const changes = [save('13000000', 0), save('9000', 1), save('1300', 2, 2)]
    expect(life('1300', changes, 2)).toEqual([['jump', '9000', 'corrected']])
  })
})
