import type { Permit } from '@/lib/access/authorize'
import { bandsInForce } from '@/lib/decisions/in-force'
import type { Decision } from '@/lib/decisions/decision'
import { timelinessOf, type Timeliness } from '@/lib/reporting/deadline'
import { isAsked } from '@/lib/reporting/is-asked'
import { toFacts } from '@/lib/reporting/facts'
import { standingOf, standingTerms, type StandingTerms } from '@/lib/reporting/keep-standings'
import { packVerdicts, unpackVerdicts } from '@/lib/reporting/packed-verdicts'
import { instalmentsOf, type Instalments } from '@/lib/rules'
import { standingSecond } from '@/lib/rules/instalments'
import { instalmentTotals, type InstalmentTotals } from '@/lib/rules/instalment-totals'
import { readFrame, type Frame } from '@/lib/store/frame'
import type { ReportingPeriod } from '@/lib/store/periods'
import { readStandings, type CityStanding } from '@/lib/store/standings'
import { readTrend, type QuarterTrend } from '@/lib/store/trend'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import { quartersOnOffer } from './judge-cities'
import { judgePublished } from './published-reference'
import type { Dashboard, ShownCity } from './read-dashboard'

/** How a city's report of the quarter came in; `overdue`: late and still not there; `notDue`: not there and not yet late. */
export type Arrival = Timeliness | 'overdue' | 'notDue' | 'notAsked'

export interface OverviewCity extends ShownCity {
  readonly arrival: Arrival
  readonly cellsAsked: number
  readonly cellsAnswered: number
  readonly instalments: CityStanding['instalments']
}

/** Every city within reach as of one quarter, without explanations: those stand on the page of each city. */
export interface Overview {
  readonly now: Date
  readonly asOf: Quarter
  readonly offered: readonly Quarter[]
  readonly cities: readonly OverviewCity[]
  readonly instalments: Instalments
  readonly published: Dashboard['published']
}

/**
 * Cities × results on accepted figures. Null while no quarter has opened. Two statements, however many cities: dates with
 * decisions, and one short row a city. A city for which other terms hold than its standing was judged by (a decision came
 * into force since, or the rules changed) brings its facts in the same row and is judged anew.
 */
export function readOverview(permit: Permit<'dashboard.read'>, wanted?: Quarter): Promise<Overview | null> {
  return begin(permit, async (work) => overviewOf(work, await readFrame(work), wanted))
}

/** The nation above the single city. */
interface Nation {
  readonly overview: Overview
  readonly trend: readonly QuarterTrend[]
  readonly totals: InstalmentTotals
}

/** The same with the trend over the quarters that have opened: a third statement at most. */
export function readNation(permit: Permit<'dashboard.read'>, wanted?: Quarter): Promise<Nation | null> {
  return begin(permit, async (work) => {
    const frame = await readFrame(work)
    const overview = await overviewOf(work, frame, wanted)
    if (overview === null) return null
    const trend = await readTrend(work, frame.periods, frame.changes)
    const totals = instalmentTotals(
      overview.cities.map(({ instalments: [first, second], decided, verdicts }) => ({
        first,
        second,
        decided,
        isBehind: verdicts.byFloor.some(({ verdict: { code } }) => code === 'behindPace' || code === 'short'),
      })),
    )
    return { overview, trend, totals }
  })
}

/** The overview within a reading that goes on; with its frame read already. */
export async function overviewOf(
  work: Work<'dashboard.read'>,
  { periods, decisions, changes }: Pick<Frame, 'periods' | 'decisions' | 'changes'>,
  wanted: Quarter | undefined,
): Promise<Overview | null> {
  const { offered, first } = quartersOnOffer(periods, work.now)
  const asOf = wanted !== undefined && offered.includes(wanted) ? wanted : first
  if (asOf === null) return null
  const today = dayOf(work.now)
  const { usual, decided } = termsOnce(decisions, today, asOf)
  const digests = {
    usual: usual.digest,
    decided: new Map([...decided].map(([city, { digest }]) => [city, digest])),
  }
  const rows = await readStandings(work, asOf, digests, changes)
  const judge = judgingAnew(asOf)
  const window = periods.find(({ period }) => period === asOf)
  const bands = instalmentsOf(bandsInForce(decisions, today), null)
  return {
    now: work.now,
    asOf,
    offered,
    cities: rows.map((row) => {
      const { city, status, pending, cellsAsked, cellsAnswered, instalments, decided: granted } = row
      const terms = decided.get(city.code) ?? usual
      const before = judged.get(city)
      const byFloor =
        before ??
        unpackVerdicts(row.verdicts ?? judge(row, terms), asOf, terms.judgedAt).map((verdict) => ({
          verdict,
        }))
      if (before === undefined) judged.set(city, byFloor)
      return {
        city,
        status,
        pending,
        cellsAsked,
        cellsAnswered,
        instalments,
        decided: granted,
        second: standingSecond(bands.second, granted),
        verdicts: { configuration: terms.configuration, byFloor },
        arrival: arrivalOf(row, window, terms, work.now, asOf),
      }
    }),
    instalments: bands,
    published: judgePublished(asOf),
  }
}

/**
 * The verdicts of a row, by its city: a row that the process keeps (see lib/store/province-changes.ts) is of one quarter and
 * of the same terms as long as it is kept, and so are they.
 */
const judged = new WeakMap<ShownCity['city'], ShownCity['verdicts']['byFloor']>()

/** Most cities are under no decision of their own, and then under the same terms. */
function termsOnce(decisions: readonly Decision[], today: string, asOf: Quarter) {
  const cities = [...new Set(decisions.flatMap(({ city }) => city ?? []))]
  return {
    usual: standingTerms([], '', today, asOf),
    decided: new Map(cities.map((city) => [city, standingTerms(decisions, city, today, asOf)])),
  }
}

/** Packs the verdicts on what was accepted; those without any accepted figure stand alike. */
function judgingAnew(asOf: Quarter): (row: CityStanding, terms: StandingTerms) => string {
  const empty = new Map<string, string>()
  return ({ facts }, terms) => {
    const known = facts.length === 0 ? empty.get(terms.digest) : undefined
    const packed = known ?? packVerdicts(standingOf(toFacts(facts), terms, asOf))
    if (facts.length === 0) empty.set(terms.digest, packed)
    return packed
  }
}

function arrivalOf(
  { submittedAt, extendedTo }: CityStanding,
  window: ReportingPeriod | undefined,
  { configuration }: StandingTerms,
  now: Date,
  asOf: Quarter,
): Arrival {
  if (window === undefined) return 'notAsked'
  const lateAfter = extendedTo !== null && extendedTo > window.lateAfter ? extendedTo : window.lateAfter
  if (submittedAt !== null) return timelinessOf(submittedAt, { ...window, extendedTo, lateAfter }, window)
  if (!isAsked(asOf, configuration)) return 'notAsked'
  return now > lateAfter ? 'overdue' : 'notDue'
}
