import { actorOf } from '@/lib/access/authorize'
import { deadlineOf } from '@/lib/reporting/deadline'
import { elapsedDays } from '@/lib/reporting/elapsed-days'
import { movesFor } from '@/lib/reporting/moves'
import { workingDaysBetween } from '@/lib/reporting/working-days'
import type { City } from '@/lib/store/cities'
import { countConversations } from '@/lib/store/conversations'
import type { Extension } from '@/lib/store/extensions'
import type { ReportingPeriod } from '@/lib/store/periods'
import { readLatestEvents } from '@/lib/store/report-events'
import { readSteps, readVersionStates } from '@/lib/store/review-queue'
import type { Summary } from '@/lib/store/summary'
import { readRoutes } from '@/lib/store/review-routes'
import type { Work } from '@/lib/store/work'
import { dayOf, grouped } from '@/lib/values'
import { byUrgency, urgencyOf, type QueueEntry } from './arrange-queue'

/** What is known of all reports within reach. */
export interface InReach {
  readonly cities: readonly City[]
  readonly opened: readonly ReportingPeriod[]
  readonly summaries: readonly Summary[]
  readonly extensions: readonly Extension[]
}

const UNDER_REVIEW: readonly Summary['status'][] = ['submitted', 'forwarded', 'returned']

/** Every report that was submitted and not accepted, the most pressing first. */
export async function reportsUnderReview(
  work: Work<'queue.read'>,
  { cities, opened, summaries, extensions }: InReach,
): Promise<QueueEntry[]> {
  const moving = summaries.filter(({ status }) => UNDER_REVIEW.includes(status))
  const key = (of: { readonly city: string; readonly period: string }): string => `${of.city}/${of.period}`
  const last = new Map((await readLatestEvents(work, moving)).map((event) => [key(event), event]))
  // Of a returned report the summary already names the version that the city is preparing.
  const versions = moving.map(({ city, period, version, status }) => ({
    city,
    period,
    version: status === 'returned' ? version - 1 : version,
  }))
  const states = new Map((await readVersionStates(work, versions)).map((state) => [key(state), state]))
  const talks = new Map((await countConversations(work)).map((waiting) => [key(waiting), waiting]))
  const steps = grouped(await readSteps(work, moving), key)
  const routes = await readRoutes(work)
  const { role } = actorOf(work.permit)
  const byCode = new Map(cities.map((city) => [city.code, city]))
  const byPeriod = new Map(opened.map((window) => [window.period, window]))
  const entries = moving.flatMap((summary): QueueEntry[] => {
    const city = byCode.get(summary.city)
    const usual = byPeriod.get(summary.period)
    const event = last.get(key(summary))
    const state = states.get(key(summary))
    if (city === undefined || usual === undefined || event === undefined || state === undefined) return []
    const window = deadlineOf(usual, extensions, city.code)
    const route = routes.get(city.cohort) ?? 'provincial'
    const { unanswered = 0, answered = 0 } = talks.get(key(summary)) ?? {}
    return [
      {
        city,
        window,
        summary,
        last: event,
        moves: movesFor(summary.status, role, route),
        days: workingDaysBetween(dayOf(event.at), dayOf(work.now)),
        urgency: urgencyOf(window, event.firstSubmittedAt, summary.version, work.now),
        state,
        unanswered,
        answered,
        elapsed: elapsedDays(usual.opensAt, steps.get(key(summary)) ?? [], work.now, route).sum,
      },
    ]
  })
  return entries.sort(byUrgency)
}
