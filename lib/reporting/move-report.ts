import { keepSummary, type SummaryChange } from '@/lib/store/summary'
import {
  appendEvent,
  lockReport,
  readEvents,
  statusOf,
  versionInHand,
  type EventKind,
  type NewEvent,
  type ReportEvent,
  type Status,
} from '@/lib/store/reports'
import { readRoute } from '@/lib/store/review-routes'
import { actorIn, type Work } from '@/lib/store/work'
import { cleanText, Refusal, type Period } from '@/lib/values'
import { destination } from './moves'
import { tellAtOnce } from './tell-at-once'

/** A report locked for a move that is legal from where it is. */
export interface Moving {
  readonly period: Period
  readonly from: Status
  readonly to: Status
  readonly version: number
  readonly events: readonly ReportEvent[]
}

/**
 * Locks the report and finds where this move leads.
 * @throws Refusal notNow when the report is not where the move begins, for this role
 */
export async function beginMove(work: Work, period: Period, kind: EventKind): Promise<Moving> {
  await lockReport(work, period)
  const events = await readEvents(work, period)
  const from = statusOf(events)
  const to = destination(from, kind, actorIn(work).role, await readRoute(work))
  if (to === null) {
    const last = events.at(-1)
    throw new Refusal('notNow', {
      status: from,
      move: kind,
      ...(last && { by: last.actorName, at: last.at.toISOString() }),
    })
  }
  return { period, from, to, version: versionInHand(events), events }
}

/** The version shown to a reviewer must still be the one in hand. @throws Refusal contentChanged */
export function requireShown({ events }: Moving, contentHash: string): void {
  const submitted = events.findLast((event) => event.kind === 'submitted')
  if (submitted?.contentHash !== contentHash) throw new Refusal('contentChanged')
}

/** The steps of which others hear. */
const TOLD = ['submitted', 'withdrawn', 'forwarded', 'returned', 'accepted', 'restated'] as const

/** Appends the move, keeps the summary in step, and tells whoever should hear of it. */
export async function finishMove(
  work: Work,
  moving: Moving,
  event: Pick<NewEvent, 'kind' | 'contentHash' | 'reason' | 'returned' | 'returnedRows'>,
  summary: Partial<SummaryChange> = {},
): Promise<void> {
  const { period, from, to, version, events } = moving
  await appendEvent(work, period, events.length + 1, { ...event, from, to, version })
  // After a return or a withdrawal the city prepares the next version.
  const isBack = event.kind === 'returned' || event.kind === 'withdrawn'
  await keepSummary(work, period, {
    status: to,
    version: isBack ? version + 1 : version,
    ...summary,
  })
  const told = TOLD.find((kind) => kind === event.kind)
  if (told !== undefined)
    await tellAtOnce(work, {
      of: 'step',
      step: { city: work.city, period, seq: events.length + 1, kind: told },
    })
}

/** A reason as it is kept; where none is needed it may be left out. @throws Refusal reasonMissing, tooLong */
export function requireReason(reason: string, isNeeded = true): string {
  const text = cleanText(reason)
  if (text === '' && isNeeded) throw new Refusal('reasonMissing')
  if (text.length > 2000) throw new Refusal('tooLong', { limit: '2000', got: String(text.length) })
  return text
}
