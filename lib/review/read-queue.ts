import { actorOf, type Permit } from '@/lib/access/authorize'
import { unreachableCities, type UnreachableCity } from '@/lib/accounts/unreachable-cities'
import type { Role } from '@/lib/access/roles'
import { configurationOf } from '@/lib/decisions/in-force'
import { burdenByPeriod, type PeriodBurden } from '@/lib/reporting/burden-by-period'
import { deadlineOf, type Deadline } from '@/lib/reporting/deadline'
import { isAsked } from '@/lib/reporting/is-asked'
import { workingDaysBetween } from '@/lib/reporting/working-days'
import type { City } from '@/lib/store/cities'
import type { Extension } from '@/lib/store/extensions'
import type { OpenTargetRequest } from '@/lib/store/open-target-requests'
import type { ReportingPeriod } from '@/lib/store/periods'
import type { ListedEvent } from '@/lib/store/report-events'
import type { Status } from '@/lib/store/reports'
import type { Restatement } from '@/lib/store/restatements'
import { readReviewFrame, type ReviewFrame } from '@/lib/store/review-frame'
import { countChanges, type VersionChanges } from '@/lib/store/review-queue'
import type { SummaryHead } from '@/lib/store/summary'
import { begin, type Work } from '@/lib/store/work'
import { compareText, dayOf, pageOf, type Page, type Period } from '@/lib/values'
import { isAskedFor, isCityAskedFor, type QueueEntry, type QueueQuestion } from './arrange-queue'
import { standInsOf, type Handovers } from './read-handovers'
import { reportsUnderReview } from './reports-under-review'

/** A report that waits for this reviewer, and what it changes since this side dealt with it last. */
export interface WaitingEntry extends QueueEntry {
  readonly changes: VersionChanges | null
}

/** A city that owes reports. */
export interface OwingCity {
  readonly city: City
  /** Past their due date, the oldest first. */
  readonly overdue: readonly Deadline[]
  /** Working days since the oldest was due. */
  readonly oldestDays: number
  /** Open and not yet due. */
  readonly current: readonly { readonly window: Deadline; readonly summary: SummaryHead | null }[]
}

export interface Queue {
  readonly now: Date
  /** How many reports this reviewer can act on, whatever was asked for; and the most pressing of them. */
  readonly waitingInAll: number
  readonly next: QueueEntry | null
  /** Those of them that were asked for, the most pressing first. */
  readonly waiting: Page<WaitingEntry>
  /** The periods of which reports are under review, the latest first. */
  readonly periods: readonly Period[]
  /** Reports that are with somebody else: the province, the ministry, or back with the city. */
  readonly elsewhere: Page<QueueEntry>
  /** Cities that lack an officer, a certifier or an address, or whose people's mail could not be delivered. */
  readonly unreachable: Page<UnreachableCity>
  /** More time that was asked for and that nobody has decided on, the oldest first. */
  readonly extensions: Page<{ readonly city: City; readonly extension: Extension }>
  /** Cities with reports that are open and have not been submitted, those with most overdue first. */
  readonly owing: Page<OwingCity>
  /** Restatements that wait for an answer, the longest waiting first. */
  readonly restatements: Page<Restatement>
  /** Targets that cities ask to change, the longest waiting first. */
  readonly targets: Page<{ readonly city: City; readonly request: OpenTargetRequest }>
  /** Hand-overs that concern this reviewer. */
  readonly standIns: Pick<Handovers, 'given' | 'taken'>
  readonly cities: readonly City[]
  /** What this reviewer did last. */
  readonly own: readonly (ListedEvent & { readonly place: City })[]
  /** What reporting cost the cities in the latest periods. */
  readonly burdens: readonly PeriodBurden[]
}

/**
 * What waits for this reviewer, what is with others, and who has not reported; as much of each as was asked for: three
 * statements.
 */
export function readQueue(permit: Permit<'queue.read'>, question: QueueQuestion): Promise<Queue> {
  return begin(permit, async (work) => {
    const { id, role } = actorOf(permit)
    const { pages } = question
    const frame = await readReviewFrame(work)
    const { cities, extensions, own, decisions } = frame
    const opened = frame.periods.filter((window) => work.now >= window.opensAt)
    const under = await reportsUnderReview(work, frame)
    const canAct = ({ moves }: QueueEntry) => moves.length > 0
    const waiting = under.filter(canAct)
    const spanOf = (city: string) => configurationOf(decisions, city, dayOf(work.now))
    const byCode = new Map(cities.map((city) => [city.code, city]))
    const owing = owingCities(frame, opened, spanOf, work.now)
    const asked = (entry: QueueEntry) => isAskedFor(entry, question)
    return {
      now: work.now,
      burdens: burdenByPeriod(frame.burdens),
      unreachable: pageOf(unreachableCities(cities, frame.people), pages.unreachable),
      extensions: pageOf(
        extensions.flatMap((extension) => {
          const city = byCode.get(extension.city)
          return extension.decision !== null || city === undefined ? [] : [{ city, extension }]
        }),
        pages.time,
      ),
      restatements: pageOf(frame.restatements, pages.restatements),
      targets: pageOf(
        frame.targets.flatMap((request) => {
          const city = byCode.get(request.city)
          return city === undefined ? [] : [{ city, request }]
        }),
        pages.targets,
      ),
      standIns: standInsOf(frame.handovers, id, dayOf(work.now)),
      cities,
      waitingInAll: waiting.length,
      next: waiting.find(asked) ?? waiting[0] ?? null,
      waiting: await withChanges(work, pageOf(waiting.filter(asked), pages.page), sideOf(role)),
      periods: [...new Set(under.map(({ window }) => window.period))].sort(compareText).toReversed(),
      elsewhere: pageOf(
        under.filter((entry) => !canAct(entry) && asked(entry)),
        pages.elsewhere,
      ),
      owing: pageOf(
        owing.filter(({ city }) => isCityAskedFor(city, question)),
        pages.owing,
      ),
      own: own.flatMap((event) => {
        const place = byCode.get(event.city)
        return place === undefined ? [] : [{ ...event, place }]
      }),
    }
  })
}

/** Colleagues of one side look through the same eyes: what one of them dealt with, the others need not see again. */
const sideOf = (role: Role): readonly Role[] =>
  role === 'provincial_reviewer' ? ['provincial_reviewer'] : ['cnipa_reviewer', 'mof_reviewer']

async function withChanges(
  work: Work,
  page: Page<QueueEntry>,
  side: readonly Role[],
): Promise<Page<WaitingEntry>> {
  const versions = page.entries
    .filter(({ summary }) => summary.version > 1)
    .map(({ summary: { city, period, version } }) => ({ city, period, version }))
  const changes = new Map(
    (await countChanges(work, versions, side)).map((each) => [`${each.city}/${each.period}`, each]),
  )
  const entries = page.entries.map((entry) => ({
    ...entry,
    changes: changes.get(`${entry.city.code}/${entry.window.period}`) ?? null,
  }))
  return { ...page, entries }
}

/** With the city, and never submitted. */
const IN_HAND: readonly Status[] = ['open', 'draft', 'certified']

/** Who has not submitted what is open: the base year and the quarters of the city's own span. */
function owingCities(
  { cities, extensions, waiting, isAccepted }: ReviewFrame,
  opened: readonly ReportingPeriod[],
  spanOf: (city: string) => { readonly baseYear: number; readonly intervals: number },
  now: Date,
): OwingCity[] {
  const known = new Map(waiting.map((summary) => [`${summary.city}/${summary.period}`, summary]))
  const owing = cities.flatMap((city): OwingCity[] => {
    // Of thousands of cities nearly every quarter is accepted: the rest is asked of what is left.
    const left = opened.filter(({ period }) => {
      const status = known.get(`${city.code}/${period}`)?.status ?? 'open'
      return IN_HAND.includes(status) && !isAccepted(city.code, period)
    })
    if (left.length === 0) return []
    const span = spanOf(city.code)
    const open = left
      .filter(({ period }) => isAsked(period, span))
      .map((window) => deadlineOf(window, extensions, city.code))
    const overdue = open.filter(({ lateAfter }) => now > lateAfter)
    const current = open
      .filter(({ lateAfter }) => now <= lateAfter)
      .map((window) => ({ window, summary: known.get(`${city.code}/${window.period}`) ?? null }))
    const oldestDays =
      overdue[0] === undefined ? 0 : workingDaysBetween(dayOf(overdue[0].lateAfter), dayOf(now))
    return open.length === 0 ? [] : [{ city, overdue, oldestDays, current }]
  })
  return owing.sort(
    (a, b) => b.overdue.length - a.overdue.length || compareText(a.city.sortKey, b.city.sortKey),
  )
}
