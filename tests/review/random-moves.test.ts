import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '@/lib/access/roles'
import { deadlineOf } from '@/lib/reporting/deadline'
import { destination, MOVES, movesFor } from '@/lib/reporting/moves'
import { editScope, lastReturn } from '@/lib/reporting/working-copy'
import type { Extension } from '@/lib/store/extensions'
import {
  EVENT_KINDS,
  standingSubmissions,
  STATUSES,
  statusOf,
  versionInHand,
  type EventKind,
  type ReportEvent,
  type Status,
} from '@/lib/store/reports'
import type { Route } from '@/lib/store/review-routes'

/** A report as DESIGN section 4 tells it, without the table of moves: the model that the table is held against. */
interface Model {
  status: Status
  /** Versions that were ever submitted or brought by a restatement. */
  versions: number
  /** What of the last version that stands has been returned and not been answered since. */
  pinned: 'nothing' | 'all' | 'one'
  /** The same as it was before the submission now under review: a withdrawal brings it back. */
  answering: Model['pinned']
  /** Submissions that were not taken back. */
  standing: number
}

const CITY: readonly Role[] = ['city_officer', 'city_certifier']
const NATION: readonly Role[] = ['cnipa_reviewer', 'mof_reviewer']

/** Whether the role may take this step by this route, and what the report is then. */
function told(report: Model, kind: EventKind, role: Role, route: Route, pins: boolean): Model | null {
  const { status } = report
  const isReviewer =
    status === 'submitted'
      ? route === 'direct'
        ? NATION.includes(role)
        : role === 'provincial_reviewer'
      : status === 'forwarded' && NATION.includes(role)
  const yes = (is: boolean, change: Partial<Model>) => (is ? { ...report, ...change } : null)
  switch (kind) {
    case 'started':
      return yes(status === 'open' && role === 'city_officer', { status: 'draft' })
    case 'certified':
      return yes((status === 'draft' || status === 'returned') && role === 'city_certifier', {
        status: 'certified',
      })
    case 'recalled':
      return yes(status === 'certified' && CITY.includes(role), { status: 'draft' })
    case 'submitted':
      return yes(status === 'certified' && CITY.includes(role), {
        status: 'submitted',
        versions: report.versions + 1,
        standing: report.standing + 1,
        answering: report.pinned,
        pinned: 'nothing',
      })
    case 'withdrawn':
      return yes(status === 'submitted' && CITY.includes(role), {
        status: 'draft',
        standing: report.standing - 1,
        pinned: report.answering,
      })
    case 'forwarded':
      return yes(isReviewer && role === 'provincial_reviewer', { status: 'forwarded' })
    case 'returned':
      return yes(isReviewer, { status: 'returned', pinned: pins ? 'one' : 'all' })
    case 'accepted':
      return yes(isReviewer && NATION.includes(role), { status: 'accepted' })
    case 'restated':
      return yes(status === 'accepted' && role === 'cnipa_reviewer', { versions: report.versions + 1 })
  }
}

const PERIOD = '2022Q3'
const at = (day: number): Date => new Date(Date.UTC(2022, 9, 1 + day))
const WINDOW = {
  period: PERIOD,
  opensAt: at(0),
  dueAt: at(10),
  lateAfter: at(15),
  lockedAfter: at(30),
} as const

const granted = (until: Date): Extension => ({
  city: '910100',
  period: PERIOD,
  seq: 1,
  until,
  reason: 'flood',
  askedBy: 'a',
  askedByName: 'a',
  askedByRole: 'city_officer',
  askedAt: at(1),
  decision: { granted: true, reason: '', byName: 'b', byRole: 'cnipa_reviewer', at: at(2) },
})

/** How many steps acceptance is away at best, by the table of moves alone. */
function stepsToAcceptance(route: Route): ReadonlyMap<Status, number> {
  const away = new Map<Status, number>([['accepted', 0]])
  for (let n = 1; n < STATUSES.length; n++)
    for (const move of MOVES)
      if ((move.route ?? route) === route && away.get(move.to) === n - 1 && !away.has(move.from))
        away.set(move.from, n)
  return away
}
const away = { provincial: stepsToAcceptance('provincial'), direct: stepsToAcceptance('direct') }

const deed = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  role: fc.constantFrom(...ROLES),
  pins: fc.boolean(),
  /** Days that go by, so that lives cross the due date, the days of grace and the lock. */
  days: fc.nat({ max: 4 }),
  /** Of ten steps one switches the provincial step, and one gives more time. */
  aside: fc.nat({ max: 9 }),
  /** Most steps are such as somebody may take: the others are drawn from everything. */
  legal: fc.option(fc.nat({ max: 97 }), { nil: null, freq: 3 }),
})

describe('a report, whoever does whatever to it in whatever order,', () => {
  it('is where the model has it, is edited when the model says so, and is never stuck: 2,000 lives', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(deed, { minLength: 5, maxLength: 40 }), (deeds) => {
        let model: Model = {
          status: 'open',
          versions: 0,
          pinned: 'nothing',
          answering: 'nothing',
          standing: 0,
        }
        let [route, today, until]: [Route, number, Date | null] = ['provincial', 1, null]
        const events: ReportEvent[] = []
        for (const drawn of deeds) {
          today += drawn.days
          if (drawn.aside === 0) route = route === 'direct' ? 'provincial' : 'direct'
          if (drawn.aside === 1 && model.standing === 0) until = at(today + 6)
          const possible = ROLES.flatMap((role) =>
            movesFor(model.status, role, route).map((kind) => ({ kind, role })),
          )
          const { kind, role } =
            drawn.legal === null ? drawn : (possible[drawn.legal % Math.max(1, possible.length)] ?? drawn)
          const [from, to] = [statusOf(events), destination(model.status, kind, role, route)]
          const next = told(model, kind, role, route, drawn.pins)
          expect({ from, kind, role, route, to }).toEqual({
            from: model.status,
            kind,
            role,
            route,
            to: next?.status ?? null,
          })
          if (next !== null && to !== null) {
            const version = versionInHand(events) + Number(kind === 'restated')
            const returned =
              kind === 'returned' && drawn.pins ? [{ indicator: 'pledge_amount', reason: 'x' } as const] : []
            const event = {
              seq: events.length + 1,
              kind,
              from,
              to,
              version,
              contentHash: null,
              reason: 'x',
              returned,
              returnedRows: [],
            }
            events.push({ ...event, actorId: role, actorName: role, actorRole: role, at: at(today) })
            model = next
            seen.add(`${route} ${from} ${kind}`)
          }
          agree(model, events, today, until)
          const steps = away[route].get(model.status)
          const isNearer = ROLES.some((who) =>
            movesFor(model.status, who, route).some(
              (move) =>
                (away[route].get(destination(model.status, move, who, route) ?? 'open') ?? 99) < (steps ?? 0),
            ),
          )
          expect({ status: model.status, isNearer }).toEqual({
            status: model.status,
            isNearer: model.status !== 'accepted',
          })
        }
      }),
      { numRuns: 2000 },
    )
    // Every legal move was taken, by every route that has it: the lives reach everything there is to reach.
    const all = MOVES.flatMap(({ from, kind, route }) =>
      (route === undefined ? ['provincial', 'direct'] : [route]).map((by) => `${by} ${from} ${kind}`),
    )
    expect([...seen].sort()).toEqual([...new Set(all)].sort())
  })
})

/** What is folded from the events, against the model. */
function agree(model: Model, events: readonly ReportEvent[], today: number, until: Date | null): void {
  const isWithReviewers = ['submitted', 'forwarded', 'accepted'].includes(model.status)
  expect(versionInHand(events)).toBe(model.versions + Number(!isWithReviewers))
  expect(standingSubmissions(events).length).toBe(model.standing)
  const returned = lastReturn(events)
  expect(returned === null ? 'nothing' : returned.returned.length > 0 ? 'one' : 'all').toBe(model.pinned)
  const window = deadlineOf(WINDOW, until === null ? [] : [granted(until)], '910100')
  const isShut = at(today) > (until !== null && until > at(30) ? until : at(30)) && model.pinned === 'nothing'
  const isEditable = ['open', 'draft', 'returned'].includes(model.status) && !isShut
  const scope = !isEditable ? 'none' : model.pinned === 'one' ? ['pledge_amount'] : 'all'
  expect(editScope(events, window, at(today))).toEqual(scope)
}
