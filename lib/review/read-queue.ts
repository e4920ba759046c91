import { actorOf, type Permit } from '@/lib/access/authorize'
import { movesFor } from '@/lib/reporting/moves'
import { readCities, type City } from '@/lib/store/cities'
import { readPeriods, type ReportingPeriod } from '@/lib/store/periods'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'

export interface QueueEntry {
  readonly city: City
  readonly window: ReportingPeriod
  readonly summary: Summary
  /** Submitted after the due date. */
  readonly isLate: boolean
}

export interface Queue {
  readonly now: Date
  /** Reports this reviewer can act on now, the longest waiting first. */
  readonly waiting: readonly QueueEntry[]
  /** Reports that are with somebody else: the province, the ministry, or back with the city. */
  readonly elsewhere: readonly QueueEntry[]
  /** Cities whose report is due and has not been submitted. */
  readonly missing: readonly {
    readonly city: City
    readonly window: ReportingPeriod
    readonly summary: Summary | null
    readonly isOverdue: boolean
  }[]
}

/** What waits for this reviewer, what is with others, and who has not reported. */
export function readQueue(permit: Permit<'queue.read'>): Promise<Queue> {
  return begin(permit, async (work) => {
    const { role } = actorOf(permit)
    const cities = await readCities(work)
    const periods = (await readPeriods(work)).filter((window) => work.now >= window.opensAt)
    const summaries = new Map(
      (await readSummaries(work)).map((summary) => [`${summary.city}/${summary.period}`, summary]),
    )
    const windows = new Map(periods.map((window) => [window.period, window]))
    const names = new Map(cities.map((city) => [city.code, city]))
    const under = [...summaries.values()]
      .filter(({ status }) => status === 'submitted' || status === 'forwarded' || status === 'returned')
      .flatMap((summary): QueueEntry[] => {
        const city = names.get(summary.city)
        const window = windows.get(summary.period)
        if (city === undefined || window === undefined) return []
        return [
          {
            city,
            window,
            summary,
            isLate: summary.submittedAt !== null && summary.submittedAt > window.dueAt,
          },
        ]
      })
      .sort((a, b) => a.summary.changedAt.getTime() - b.summary.changedAt.getTime())
    const canAct = ({ summary }: QueueEntry) => movesFor(summary.status, role).length > 0
    // Only the period now being collected: older gaps are on the dashboard.
    const latest = periods.filter(({ period }) => period.includes('Q')).at(-1)
    const missing =
      latest === undefined
        ? []
        : cities.flatMap((city) => {
            const summary = summaries.get(`${city.code}/${latest.period}`) ?? null
            const isWithCity = summary === null || ['open', 'draft', 'certified'].includes(summary.status)
            return isWithCity ? [{ city, window: latest, summary, isOverdue: work.now > latest.dueAt }] : []
          })
    return {
      now: work.now,
      waiting: under.filter(canAct),
      elsewhere: under.filter((entry) => !canAct(entry)),
      missing,
    }
  })
}
