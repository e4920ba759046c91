import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { verifyChain } from '@/lib/ledger/chain'
import { saveRows } from '@/lib/registers/save-rows'
import { certifyReport } from '@/lib/reporting/certify-report'
import { movesFor } from '@/lib/reporting/moves'
import { recallReport } from '@/lib/reporting/recall-report'
import { saveCells } from '@/lib/reporting/save-cells'
import { submitReport } from '@/lib/reporting/submit-report'
import { acceptReport } from '@/lib/review/accept-report'
import { forwardReport } from '@/lib/review/forward-report'
import { returnReport } from '@/lib/review/return-report'
import { readLedger } from '@/lib/store/ledger'
import { readEvents, statusOf } from '@/lib/store/reports'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { quartersBetween, type Quarter } from '@/lib/values'
import { HOME, people, type Person } from '../support/actors'
import {
  cell,
  creditCode,
  draftHash,
  fullAnswer,
  makeWorld,
  outcomeOf,
  row,
  type World,
} from '../support/fixtures'
import { recomputeSummaries } from './recompute-summaries'

let world: World
const quarters = quartersBetween('2000Q1', '2019Q4')

beforeAll(async () => {
  world = await makeWorld()
  for (const quarter of quarters) {
    await world.owner.query(
      `INSERT INTO reporting_period VALUES ($1, '2021-01-01', '2022-12-01', NULL) ON CONFLICT DO NOTHING`,
      [quarter],
    )
    await world.owner.query(
      `UPDATE reporting_period SET due_at = '2022-12-01', locked_after = NULL WHERE period = $1`,
      [quarter],
    )
  }
})
afterAll(() => world.drop())

const DEEDS = [
  'edit',
  'addRow',
  'certify',
  'recall',
  'submit',
  'forward',
  'returnAll',
  'returnOne',
  'accept',
] as const
type Deed = (typeof DEEDS)[number]

/** What a report is, told without the portal: written from DESIGN section 4. */
interface Model {
  status: 'open' | 'draft' | 'certified' | 'submitted' | 'forwarded' | 'returned' | 'accepted'
  versions: number
  /** Every result has an answer: the first edit gives them all. */
  answered: boolean
  /** What the working copy says, and what was last submitted. */
  content: string
  submitted: string | null
  /** Since the last submission: returned, as a whole or for the pledge amount alone. */
  returned: 'no' | 'all' | 'one'
}

const CITY_PEOPLE = ['officer', 'colleague', 'certifier']
const NATION = ['cnipa', 'mof']
const WHO: Readonly<Record<Deed, readonly string[]>> = {
  edit: ['officer', 'colleague'],
  addRow: ['officer', 'colleague'],
  certify: ['certifier'],
  recall: CITY_PEOPLE,
  submit: CITY_PEOPLE,
  forward: ['province'],
  returnAll: ['province', ...NATION],
  returnOne: ['province', ...NATION],
  accept: NATION,
}

/** What the portal must answer; the model is changed when the deed is done. */
function expected(report: Model, who: Person, deed: Deed, serial: number): string {
  if (!WHO[deed].includes(who))
    return who === 'farOfficer' && WHO[deed].includes('officer') ? 'notFound' : 'notAllowed'
  const at = (...statuses: Model['status'][]) => statuses.includes(report.status)
  switch (deed) {
    case 'edit':
    case 'addRow':
      if (!at('open', 'draft', 'returned')) return 'notEditable'
      if (deed === 'addRow' && report.returned === 'one') return 'figureNotReturned'
      if (report.status === 'open') report.status = 'draft'
      if (deed === 'edit') report.answered = true
      report.content += `/${deed}${serial}`
      return 'done'
    case 'certify':
      if (!at('draft', 'returned')) return 'notNow'
      if (!report.answered) return 'checksFailed'
      if (report.returned !== 'no' && report.content === report.submitted) return 'nothingChanged'
      report.status = 'certified'
      return 'done'
    case 'recall':
      if (!at('certified')) return 'notNow'
      report.status = 'draft'
      return 'done'
    case 'submit':
      // The same content once more is the same receipt once more.
      if (at('submitted')) return 'done'
      if (!at('certified')) return 'notNow'
      Object.assign(report, {
        status: 'submitted',
        versions: report.versions + 1,
        submitted: report.content,
        returned: 'no',
      })
      return 'done'
    case 'forward':
      if (!at('submitted')) return 'notNow'
      report.status = 'forwarded'
      return 'done'
    case 'returnAll':
    case 'returnOne':
      if (!at(who === 'province' ? 'submitted' : 'forwarded')) return 'notNow'
      Object.assign(report, { status: 'returned', returned: deed === 'returnAll' ? 'all' : 'one' })
      return 'done'
    case 'accept':
      if (!at('forwarded')) return 'notNow'
      report.status = 'accepted'
      return 'done'
  }
}

/** Does it through the portal. */
async function perform(actor: Actor, deed: Deed, period: Quarter, serial: number): Promise<unknown> {
  switch (deed) {
    case 'edit': {
      const permit = authorize(actor, 'report.prepare', HOME)
      const { rows } = await world.owner.query<{ indicator: string; version: number }>(
        'SELECT indicator, version FROM report_cell WHERE period = $1',
        [period],
      )
      const versions = new Map(rows.map((each) => [each.indicator, each.version]))
      const all = rows.length === 0 ? fullAnswer() : [cell('pledge_amount', '')]
      const edits = all.map((edit) => ({ ...edit, baseVersion: versions.get(edit.indicator) ?? 0 }))
      return saveCells(
        permit,
        period,
        edits.map((edit) =>
          edit.indicator === 'pledge_amount' ? { ...edit, text: String(1000 + serial) } : edit,
        ),
      )
    }
    case 'addRow':
      return saveRows(authorize(actor, 'report.prepare', HOME), period, 'custody_smes', [
        { ...row(`Row ${serial}`, creditCode(serial % 7)), countedOn: '2000-01-31' },
      ])
    case 'certify':
      return certifyReport(authorize(actor, 'report.certify', HOME), period, {
        contentHash: await draftHash(people.certifier, period),
        declared: true,
      })
    case 'recall':
      return recallReport(authorize(actor, 'report.recall', HOME), period, 'a slip')
    case 'submit':
      return submitReport(
        authorize(actor, 'report.submit', HOME),
        period,
        await draftHash(people.certifier, period),
      )
    case 'forward':
      return forwardReport(
        authorize(actor, 'report.forward', HOME),
        period,
        await draftHash(people.certifier, period),
        '',
      )
    case 'returnAll':
    case 'returnOne':
      return returnReport(
        authorize(actor, 'report.return', HOME),
        period,
        await draftHash(people.certifier, period),
        'look again',
        deed === 'returnOne' ? [{ indicator: 'pledge_amount', reason: '' }] : [],
      )
    case 'accept':
      return acceptReport(
        authorize(actor, 'report.accept', HOME),
        period,
        await draftHash(people.certifier, period),
      )
  }
}

const somebody: readonly Person[] = [
  'officer',
  'colleague',
  'certifier',
  'farOfficer',
  'province',
  'cnipa',
  'mof',
  'assessor',
  'system',
]

// The path to acceptance is narrow: deeds are drawn so that lives get there, wrong turns included.
const step = fc.record({
  report: fc.nat({ max: 1 }),
  likely: fc.boolean(),
  who: fc.constantFrom(...somebody),
  deed: fc.constantFrom(...DEEDS),
})

const LIKELY: Readonly<Record<Model['status'], readonly [Person, Deed]>> = {
  open: ['officer', 'edit'],
  draft: ['certifier', 'certify'],
  certified: ['officer', 'submit'],
  submitted: ['province', 'forward'],
  forwarded: ['cnipa', 'accept'],
  returned: ['officer', 'edit'],
  accepted: ['mof', 'returnAll'],
}

const reading = authorize(people.officer, 'report.read', HOME)
const statusNow = (period: Quarter) =>
  begin(reading, async (work) => statusOf(await readEvents(work, period)))

// Some hundred deeds, each a transaction or two.
const LONG = 600_000

describe('whatever people do to reports, in whatever order,', () => {
  let next = 0
  let serial = 0

  it(
    'the portal does what the model says, and what it keeps stays what follows from its history',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
          const periods = [quarters[next++], quarters[next++]] as const
          const reports = periods.map((): Model => ({
            status: 'open',
            versions: 0,
            answered: false,
            content: '',
            submitted: null,
            returned: 'no',
          }))
          for (const { report, likely, ...drawn } of steps) {
            const [model, period] = [reports[report], periods[report]]
            if (model === undefined || period === undefined) throw new Error('more runs than quarters')
            const usual = model.status === 'draft' && !model.answered ? LIKELY.open : LIKELY[model.status]
            const [who, deed] = likely ? usual : [drawn.who, drawn.deed]
            serial++
            const told = expected(model, who, deed, serial)
            const answer = await outcomeOf(() => perform(people[who], deed, period, serial))
            expect({ period, who, deed, answer }).toEqual({ period, who, deed, answer: told })
            expect(await statusNow(period)).toBe(model.status)
          }
          for (const [i, model] of reports.entries()) await agree(periods[i], model)
        }),
        { numRuns: 12, endOnFailure: true },
      )
      expect(verifyChain(HOME, await begin(reading, readLedger))).toBeNull()
      expect(await begin(reading, readSummaries)).toEqual(await recomputeSummaries(world.owner, HOME))
    },
    LONG,
  )

  it(
    'no report is stuck: each can be led to acceptance from where it was left',
    async () => {
      for (const { period } of await begin(reading, readSummaries)) {
        for (let i = 0; i < 8 && (await statusNow(period as Quarter)) !== 'accepted'; i++) {
          const [who, deed] = LIKELY[await statusNow(period as Quarter)]
          serial++
          const answer = await outcomeOf(() => perform(people[who], deed, period as Quarter, serial))
          // What was left half answered is answered first; what was corrected after a return is certified.
          if (answer === 'checksFailed') await perform(people.officer, 'edit', period as Quarter, serial)
          else if (deed === 'edit') await perform(people.certifier, 'certify', period as Quarter, serial)
          else expect(answer).toBe('done')
        }
        expect({ period, status: await statusNow(period as Quarter) }).toEqual({ period, status: 'accepted' })
      }
      expect(await begin(reading, readSummaries)).toEqual(await recomputeSummaries(world.owner, HOME))
    },
    LONG,
  )
})

/** What the database keeps of a report, against the model. */
async function agree(period: Quarter | undefined, model: Model): Promise<void> {
  const { rows } = await world.owner.query(
    `SELECT (SELECT count(*)::int FROM report_version WHERE period = $1) AS versions,
            (SELECT count(*)::int FROM report_event e WHERE period = $1 AND seq > 1 AND from_status <>
              (SELECT to_status FROM report_event p WHERE p.period = $1 AND p.seq = e.seq - 1)) AS breaks,
            (SELECT coalesce(max(seq), 0) - count(*) FROM report_event WHERE period = $1)::int AS gaps`,
    [period],
  )
  expect(rows).toEqual([{ versions: model.versions, breaks: 0, gaps: 0 }])
  const isStuck = Object.values(people).every(({ role }) =>
    // What is accepted changes only by a restatement.
    movesFor(model.status, role).every((kind) => kind === 'restated'),
  )
  expect(isStuck).toBe(model.status === 'accepted')
}
