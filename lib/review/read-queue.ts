import { actorOf, type Permit } from '@/lib/access/authorize'
import { burdenByPeriod, type PeriodBurden } from '@/lib/reporting/burden-by-period'
import { isAsked } from '@/lib/reporting/is-asked'
import { movesFor } from '@/lib/reporting/moves'
import { readBurdens } from '@/lib/store/burden'
import { readCities, type City } from '@/lib/store/cities'
import { deadlineOf, type Deadline } from '@/lib/reporting/deadline'
import { readExtensions, type Extension } from '@/lib/store/extensions'
import { readCityContacts, type CityContact } from '@/lib/store/people'
import { readPeriods, type ReportingPeriod } from '@/lib/store/periods'
import { configurationOf } from '@/lib/decisions/in-force'
import { readDecisions } from '@/lib/store/decisions'
import {
  readLatestEvents,
  readOwnEvents,
  type LatestEvent,
  type ListedEvent,
} from '@/lib/store/report-events'
import { readRestatements, type Restatement } from '@/lib/store/restatements'
import { readRoutes } from '@/lib/store/review-routes'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { compareText, dayOf, daysBetween, isQuarter } from '@/lib/values'

export interface QueueEntry {
  readonly city: City
  readonly window: Deadline
  readonly summary: Summary
  /** The step that brought it where it is. */
  readonly last: ListedEvent
  /** Calendar days since then. */
  readonly days: number
  /** First submitted after it counted as late; corrections asked for later do not make it late. */
  readonly isLate: boolean
}

/** A city that owes reports. */
export interface OwingCity {
  readonly city: City
  /** Past their due date, the oldest first. */
  readonly overdue: readonly Deadline[]
  /** Calendar days since the oldest was due. */
  readonly oldestDays: number
  /** Open and not yet due. */
  readonly current: readonly { readonly window: Deadline; readonly summary: Summary | null }[]
}

export interface Queue {
  readonly now: Date
  /** Reports this reviewer can act on now, the longest waiting first. */
  readonly waiting: readonly QueueEntry[]
  /** Reports that are with somebody else: the province, the ministry, or back with the city. */
  readonly elsewhere: readonly QueueEntry[]
  /** Cities that lack an officer or a certifier, or in which nobody has an e-mail address. */
  readonly unreachable: readonly { readonly city: City; readonly missing: readonly Missing[] }[]
  /** More time that was asked for and that nobody has decided on, the oldest first. */
  readonly extensions: readonly { readonly city: City; readonly extension: Extension }[]
  /** Cities with reports that are open and have not been submitted, those with most overdue first. */
  readonly owing: readonly OwingCity[]
  /** Restatements that wait for an answer, the longest waiting first. */
  readonly restatements: readonly Restatement[]
  readonly cities: readonly City[]
  /** What this reviewer did last. */
  readonly own: readonly (ListedEvent & { readonly place: City })[]
  /** What reporting cost the cities in the latest periods. */
  readonly burdens: readonly PeriodBurden[]
}

type Missing = 'noOfficer' | 'noCertifier' | 'noAddress'

const OWN_SHOWN = 8
const BURDENS_SHOWN = 4

/** What waits for this reviewer, what is with others, and who has not reported. */
export function readQueue(permit: Permit<'queue.read'>): Promise<Queue> {
  return begin(permit, async (work) => {
    const { role } = actorOf(permit)
    const cities = await readCities(work)
    const opened = (await readPeriods(work)).filter((window) => work.now >= window.opensAt)
    const summaries = await readSummaries(work)
    const extensions = await readExtensions(work)
    const under = await underReview(summaries, cities, opened, extensions, work.now, (reports) =>
      readLatestEvents(work, reports),
    )
    const routes = await readRoutes(work)
    const canAct = ({ summary, city }: QueueEntry) =>
      movesFor(summary.status, role, routes.get(city.cohort) ?? 'provincial').length > 0
    const decisions = await readDecisions(work)
    const spanOf = (city: string) => configurationOf(decisions, city, dayOf(work.now))
    const own = await readOwnEvents(work, OWN_SHOWN)
    const burdens = burdenByPeriod(await readBurdens(work)).filter(({ period }) => isQuarter(period))
    return {
      now: work.now,
      burdens: burdens.slice(0, BURDENS_SHOWN),
      unreachable: unreachable(cities, await readCityContacts(work)),
      extensions: extensions.flatMap((extension) => {
        const city = cities.find(({ code }) => code === extension.city)
        return extension.decision !== null || city === undefined ? [] : [{ city, extension }]
      }),
      restatements: (await readRestatements(work))
        .filter(({ answer }) => answer === null)
        .toSorted((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime()),
      cities,
      waiting: under.filter(canAct),
      elsewhere: under.filter((entry) => !canAct(entry)),
      owing: owingCities(cities, opened, extensions, summaries, spanOf, work.now),
      own: own.flatMap((event) =>
        cities.filter(({ code }) => code === event.city).map((place) => ({ ...event, place })),
      ),
    }
  })
}

async function underReview(
  summaries: readonly Summary[],
  cities: readonly City[],
  windows: readonly ReportingPeriod[],
  extensions: readonly Extension[],
  now: Date,
  latest: (reports: readonly Summary[]) => Promise<LatestEvent[]>,
): Promise<QueueEntry[]> {
  const moving = summaries.filter(({ status }) => ['submitted', 'forwarded', 'returned'].includes(status))
  const key = (report: { city: string; period: string }) => `${report.city}/${report.period}`
  const last = new Map((await latest(moving)).map((event) => [key(event), event]))
  const entries = moving.flatMap((summary): QueueEntry[] => {
    const city = cities.find(({ code }) => code === summary.city)
    const usual = windows.find(({ period }) => period === summary.period)
    const event = last.get(key(summary))
    if (city === undefined || usual === undefined || event === undefined) return []
    const window = deadlineOf(usual, extensions, city.code)
    const isLate = event.firstSubmittedAt > window.lateAfter
    return [{ city, window, summary, last: event, days: daysBetween(event.at, now), isLate }]
  })
  return entries.sort((a, b) => a.last.at.getTime() - b.last.at.getTime())
}

/** Who has not submitted what is open: the base year and the quarters of the city's own span. */
function owingCities(
  cities: readonly City[],
  opened: readonly ReportingPeriod[],
  extensions: readonly Extension[],
  summaries: readonly Summary[],
  spanOf: (city: string) => { readonly baseYear: number; readonly intervals: number },
  now: Date,
): OwingCity[] {
  const known = new Map(summaries.map((summary) => [`${summary.city}/${summary.period}`, summary]))
  const owing = cities.flatMap((city): OwingCity[] => {
    const span = spanOf(city.code)
    const own = opened.map((window) => deadlineOf(window, extensions, city.code))
    const open = own.filter(({ period }) => {
      return (
        isAsked(period, span) &&
        ['open', 'draft', 'certified'].includes(known.get(`${city.code}/${period}`)?.status ?? 'open')
      )
    })
    const overdue = open.filter(({ lateAfter }) => now > lateAfter)
    const current = open
      .filter(({ lateAfter }) => now <= lateAfter)
      .map((window) => ({ window, summary: known.get(`${city.code}/${window.period}`) ?? null }))
    const oldestDays = overdue[0] === undefined ? 0 : daysBetween(overdue[0].lateAfter, now)
    return open.length === 0 ? [] : [{ city, overdue, oldestDays, current }]
  })
  return owing.sort(
    (a, b) => b.overdue.length - a.overdue.length || compareText(a.city.sortKey, b.city.sortKey),
  )
}

function unreachable(cities: readonly City[], contacts: readonly CityContact[]): Queue['unreachable'] {
  return cities.flatMap((city) => {
    const own = contacts.filter((contact) => contact.city === city.code)
    const missing: Missing[] = []
    if (!own.some(({ role }) => role === 'city_officer')) missing.push('noOfficer')
    if (!own.some(({ role }) => role === 'city_certifier')) missing.push('noCertifier')
    if (own.length > 0 && !own.some(({ hasAddress }) => hasAddress)) missing.push('noAddress')
    return missing.length === 0 ? [] : [{ city, missing }]
  })
}
