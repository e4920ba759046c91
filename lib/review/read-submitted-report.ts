import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { checksInForce, incomparableAt } from '@/lib/decisions/in-force'
import { readKnownFigures, type KnownFigures } from '@/lib/reporting/known-figures'
import { elapsedDays, type ElapsedDays } from '@/lib/reporting/elapsed-days'
import { movesFor } from '@/lib/reporting/moves'
import { readCity, type City } from '@/lib/store/cities'
import { readConversations, type Conversation } from '@/lib/store/conversations'
import { readDecisions } from '@/lib/store/decisions'
import { deadlineOf, type Deadline } from '@/lib/reporting/deadline'
import { readExtensions } from '@/lib/store/extensions'
import { readPeriod } from '@/lib/store/periods'
import {
  readEvents,
  standingSubmissions,
  statusOf,
  type EventKind,
  withdrawnVersions,
  type ReportEvent,
  type Status,
} from '@/lib/store/reports'
import { lastRoute, readRouteLife, type Route } from '@/lib/store/review-routes'
import { restatementBehind } from '@/lib/store/restatements'
import { readVersion, readVersionHeads, type ReportContent, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { dayOf, type Period } from '@/lib/values'
import { changedCells, type CellChange } from './compare-versions'
import { submittedLines, type SubmittedLine } from './submitted-lines'

/** Everything a reviewer sees of a submitted report: only what was submitted, never the city's working copy. */
export interface SubmittedReport {
  readonly city: City
  readonly window: Deadline
  readonly now: Date
  readonly status: Status
  /** What this person may do with it now; nothing with a version that was superseded. */
  readonly moves: readonly EventKind[]
  /** Whether the province reviews it first. */
  readonly route: Route
  readonly head: VersionHead
  readonly versions: readonly VersionHead[]
  readonly content: ReportContent
  readonly cellChanges: readonly CellChange[]
  /** Each result with what stands beside it. */
  readonly lines: readonly SubmittedLine[]
  readonly events: readonly ReportEvent[]
  /** The return that this version answers. */
  readonly answered: ReportEvent | null
  /** The return of this version, if it was returned. */
  readonly returned: ReportEvent | null
  /** The withdrawal of this version, if the city took it back. */
  readonly withdrawn: ReportEvent | null
  /** First submitted after the due date; corrections asked for later do not make it late. */
  readonly isLate: boolean
  /** The number of the restatement that brought this version; null where it was submitted. */
  readonly restatement: number | null
  /** The working days that it lay with each side, by version and in sum. */
  readonly elapsed: ElapsedDays
  /** What reviewers asked beside figures and rows, and the city answered, whatever the version. */
  readonly conversations: readonly Conversation[]
}

/** Reads the latest submitted version (or an earlier one). @throws AccessRefused notFound when there is none */
export function readSubmittedReport(
  permit: Permit<'report.read'>,
  period: Period,
  version?: number,
): Promise<SubmittedReport> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    const usual = await readPeriod(work, period)
    const versions = await readVersionHeads(work, period)
    const head =
      version === undefined ? versions.at(-1) : versions.find((candidate) => candidate.version === version)
    if (city === null || usual === null || head === undefined) throw new AccessRefused('notFound')
    const window = deadlineOf(usual, await readExtensions(work, period), work.city)
    const content = await readVersion(work, period, head.version)
    const events = await readEvents(work, period)
    // What was withdrawn nobody reviewed: a version is compared with the one before that stood.
    const withdrawn = withdrawnVersions(events)
    const earlier = versions.findLast((each) => each.version < head.version && !withdrawn.has(each.version))
    const before = earlier === undefined ? null : await readVersion(work, period, earlier.version)
    const status = statusOf(events)
    const routes = await readRouteLife(work)
    const route = lastRoute(routes)
    const isLatest = head.version === versions.at(-1)?.version
    const returnOf = (of: number): ReportEvent | null =>
      events.find((event) => event.kind === 'returned' && event.version === of) ?? null
    const answered = earlier === undefined ? null : returnOf(earlier.version)
    const { explanations } = content
    const [decisions, then] = [await readDecisions(work), dayOf(head.submittedAt)]
    const checks = checksInForce(decisions, then)
    // Checked as it was submitted: a base that was found wanting afterwards asks nothing of it.
    const known: KnownFigures = {
      ...(await readKnownFigures(work)),
      incomparableAt: (quarter) => incomparableAt(decisions, city.code, then, quarter),
    }
    return {
      city,
      window,
      now: work.now,
      status,
      // What is looked back at is read only.
      moves: isLatest && permit.known === null ? movesFor(status, actorOf(permit).role, route) : [],
      route,
      head,
      versions,
      content,
      cellChanges: before === null ? [] : changedCells(before, content),
      lines: submittedLines({ window, head, content, explanations, before, answered, known, checks }),
      events,
      answered,
      returned: returnOf(head.version),
      withdrawn: events.find(({ kind, version: of }) => kind === 'withdrawn' && of === head.version) ?? null,
      restatement: await restatementBehind(work, period, head.version),
      elapsed: elapsedDays(window.opensAt, events, work.now, routes),
      conversations: await readConversations(work, period),
      isLate: (standingSubmissions(events)[0]?.at ?? head.submittedAt) > window.lateAfter,
    }
  })
}
