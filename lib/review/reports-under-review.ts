import { actorOf } from '@/lib/access/authorize'
import { deadlineOf } from '@/lib/reporting/deadline'
import { elapsedDays } from '@/lib/reporting/elapsed-days'
import { movesFor } from '@/lib/reporting/moves'
import { workingDaysBetween } from '@/lib/reporting/working-days'
import { askTogether } from '@/lib/store/ask-together'
import { latestEvents } from '@/lib/store/report-events'
import type { ReviewFrame } from '@/lib/store/review-frame'
import { lastRoute } from '@/lib/store/review-routes'
import { stepsOf, versionStates } from '@/lib/store/review-queue'
import type { SummaryHead } from '@/lib/store/summary'
import type { Work } from '@/lib/store/work'
import { dayOf, grouped } from '@/lib/values'
import { byUrgency, urgencyOf, type QueueEntry } from './arrange-queue'

const UNDER_REVIEW: readonly SummaryHead['status'][] = ['submitted', 'forwarded', 'returned']

/** Every report that was submitted and not accepted, the most pressing first: one statement. */
export async function reportsUnderReview(
  work: Work<'queue.read'>,
  { cities, periods, waiting, extensions, talks: open, routes }: ReviewFrame,
): Promise<QueueEntry[]> {
  const opened = periods.filter((window) => work.now >= window.opensAt)
  const byPeriod = new Map(opened.map((window) => [window.period, window]))
  const moving = waiting.filter(({ status, period }) => UNDER_REVIEW.includes(status) && byPeriod.has(period))
  const key = (of: { readonly city: string; readonly period: string }): string => `${of.city}/${of.period}`
  // Of a returned report the summary already names the version that the city is preparing.
  const versions = moving.map(({ city, period, version, status }) => ({
    city,
    period,
    version: status === 'returned' ? version - 1 : version,
  }))
  const read = await askTogether(work, {
    latest: latestEvents(moving),
    states: versionStates(versions),
    steps: stepsOf(moving),
  })
  const last = new Map(read.latest.map((event) => [key(event), event]))
  const states = new Map(read.states.map((state) => [key(state), state]))
  const talks = new Map(open.map((talk) => [key(talk), talk]))
  const steps = grouped(read.steps, key)
  const { role } = actorOf(work.permit)
  const byCode = new Map(cities.map((city) => [city.code, city]))
  const entries = moving.flatMap((summary): QueueEntry[] => {
    const city = byCode.get(summary.city)
    const usual = byPeriod.get(summary.period)
    const event = last.get(key(summary))
    const state = states.get(key(summary))
    if (city === undefined || usual === undefined || event === undefined || state === undefined) return []
    const window = deadlineOf(usual, extensions, city.code)
    const life = routes.get(city.cohort) ?? []
    const { unanswered = 0, answered = 0 } = talks.get(key(summary)) ?? {}
    return [
      {
        city,
        window,
        summary,
        last: event,
        moves: movesFor(summary.status, role, lastRoute(life)),
        days: workingDaysBetween(dayOf(event.at), dayOf(work.now)),
        urgency: urgencyOf(window, event.firstSubmittedAt, event.version, work.now),
        state,
        unanswered,
        answered,
        elapsed: elapsedDays(usual.opensAt, steps.get(key(summary)) ?? [], work.now, life).sum,
      },
    ]
  })
  return entries.sort(byUrgency)
}
