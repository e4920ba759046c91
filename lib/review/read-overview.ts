import type { Permit } from '@/lib/access/authorize'
import { bandsInForce } from '@/lib/decisions/in-force'
import type { Decision } from '@/lib/decisions/decision'
import { timelinessOf, type Timeliness } from '@/lib/reporting/deadline'
import { isAsked } from '@/lib/reporting/is-asked'
import { factsIn, standingOf, standingTerms, type StandingTerms } from '@/lib/reporting/keep-standings'
import { packVerdicts, unpackVerdicts } from '@/lib/reporting/packed-verdicts'
import { instalmentsOf, type Instalments } from '@/lib/rules'
import { readDecisions } from '@/lib/store/decisions'
import { readPeriods, type ReportingPeriod } from '@/lib/store/periods'
import { readStandings, readTrend, type CityStanding, type QuarterTrend } from '@/lib/store/standings'
import { readSummaries, type Summary } from '@/lib/store/summary'
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
 * Cities × results on accepted figures. Null while no quarter has opened. Three statements, however many cities: dates,
 * decisions, and one short row a city. A city for which other terms hold than its standing was judged by (a decision came
 * into force since, or the rules changed) is judged anew, with one statement more for all of these.
 */
export function readOverview(permit: Permit<'dashboard.read'>, wanted?: Quarter): Promise<Overview | null> {
  return begin(permit, async (work) => overviewOf(work, await readPeriods(work), wanted))
}

/** The same with the trend over the quarters that have opened; their dates come in the same statement. */
export function readNation(
  permit: Permit<'dashboard.read'>,
  wanted?: Quarter,
): Promise<{ readonly overview: Overview; readonly trend: readonly QuarterTrend[] } | null> {
  return begin(permit, async (work) => {
    const trend = await readTrend(work)
    const windows = trend.map(({ window }) => window)
    const overview = await overviewOf(work, windows, wanted)
    return overview && { overview, trend }
  })
}

async function overviewOf(
  work: Work,
  windows: readonly ReportingPeriod[],
  wanted: Quarter | undefined,
): Promise<Overview | null> {
  const { offered, first } = quartersOnOffer(windows, work.now)
  const asOf = wanted !== undefined && offered.includes(wanted) ? wanted : first
  if (asOf === null) return null
  const decisions = await readDecisions(work)
  const today = dayOf(work.now)
  const rows = await readStandings(work, asOf)
  const termsOf = termsOnce(decisions, today, asOf)
  const anew = await judgedAnew(work, rows, termsOf, asOf)
  const window = windows.find(({ period }) => period === asOf)
  return {
    now: work.now,
    asOf,
    offered,
    cities: rows.map((row) => {
      const { city, status, cellsAsked, cellsAnswered } = row
      const terms = termsOf(city.code)
      const packed = anew.get(city.code) ?? row.standing?.verdicts ?? '[]'
      const verdicts = unpackVerdicts(packed, asOf, terms.judgedAt)
      return {
        city,
        status,
        cellsAsked,
        cellsAnswered,
        verdicts: { configuration: terms.configuration, byFloor: verdicts.map((verdict) => ({ verdict })) },
        arrival: arrivalOf(row, window, terms, work.now, asOf),
      }
    }),
    instalments: instalmentsOf(bandsInForce(decisions, today), null),
    published: judgePublished(asOf),
  }
}

/** Most cities are under no decision of their own, and then under the same terms. */
function termsOnce(decisions: readonly Decision[], today: string, asOf: Quarter) {
  const usual = standingTerms([], '', today, asOf)
  const decided = new Map(
    [...new Set(decisions.flatMap(({ city }) => city ?? []))].map((city) => [
      city,
      standingTerms(decisions, city, today, asOf),
    ]),
  )
  return (city: string): StandingTerms => decided.get(city) ?? usual
}

/** The packed verdicts of those whose standing is missing or was judged by other terms. */
async function judgedAnew(
  work: Work,
  rows: readonly CityStanding[],
  termsOf: (city: string) => StandingTerms,
  asOf: Quarter,
): Promise<ReadonlyMap<string, string>> {
  const stale = rows
    .filter(({ city, standing }) => standing?.terms !== termsOf(city.code).digest)
    .map(({ city, hasAccepted, standing }) => ({
      city: city.code,
      hasFacts: hasAccepted || standing !== null,
    }))
  const withFacts = stale.filter(({ hasFacts }) => hasFacts).map(({ city }) => city)
  const summaries = withFacts.length === 0 ? [] : await readSummaries(work, withFacts)
  const byCity = new Map<string, Summary[]>()
  for (const summary of summaries) byCity.set(summary.city, [...(byCity.get(summary.city) ?? []), summary])
  // Those without any accepted figure stand alike.
  const empty = new Map<string, string>()
  return new Map(
    stale.map(({ city }) => {
      const own = byCity.get(city)
      const terms = termsOf(city)
      const judge = () => packVerdicts(standingOf(factsIn(own ?? []), terms, asOf))
      if (own !== undefined) return [city, judge()]
      const packed = empty.get(terms.digest) ?? judge()
      empty.set(terms.digest, packed)
      return [city, packed]
    }),
  )
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
