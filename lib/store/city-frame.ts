import type { Decision } from '@/lib/decisions/decision'
import type { Quarter } from '@/lib/values'
import { askTogether } from './ask-together'
import { citiesInReach, type City } from './cities'
import { contactParts, type ContactBook } from './contacts'
import { decisionOf, decisionRows } from './decisions'
import { issuedRows, standing, type IssuedRow } from './issued-verdicts'
import { bandRows, lastTold, type BandOf } from './like-bands'
import { periodRows, toPeriod, type ReportingPeriod } from './periods'
import { eventRows, type ReportEvent } from './reports'
import { ownRoutes, routeLife, type RouteLife } from './review-routes'
import { summaryOf, summaryRows, type Summary } from './summary'
import { targetRows, type OwnTarget } from './targets'
import { narrativeRows, type AcceptedNarrative } from './versions'
import type { Work } from './work'

/** What the page of a city stands in, whatever quarter it shows. */
export interface CityFrame extends ContactBook {
  /** Null when the code of the permit names none. */
  readonly city: City | null
  readonly periods: readonly ReportingPeriod[]
  readonly decisions: readonly Decision[]
  readonly targets: readonly OwnTarget[]
  /** Of what was known at a past moment without facts. */
  readonly summaries: readonly Summary[]
  readonly narratives: readonly AcceptedNarrative[]
  readonly routes: RouteLife
}

/** The frame of the page of the permit's city, in one statement. */
export async function readCityFrame(work: Work<'city.read'>): Promise<CityFrame> {
  const { cities, routes, ...read } = await askTogether(work, {
    ...contactParts(work),
    cities: citiesInReach(work),
    periods: periodRows,
    decisions: decisionRows,
    targets: targetRows(work),
    summaries: summaryRows(work),
    narratives: narrativeRows(work),
    routes: ownRoutes(work),
  })
  return {
    ...read,
    city: cities[0] ?? null,
    periods: read.periods.map(toPeriod),
    decisions: read.decisions.map(decisionOf),
    summaries: read.summaries.map(summaryOf),
    routes: routeLife(routes),
  }
}

/** What the page of a city shows as of one quarter. */
export interface CityQuarter {
  /** The verdicts that stand. */
  readonly issued: readonly IssuedRow[]
  readonly bands: readonly BandOf[]
  /** The latest quarter up to this one of which there are bands. */
  readonly lastTold: Quarter | null
  /** The life of the quarter's report. */
  readonly events: readonly ReportEvent[]
}

/** The quarter in one statement. */
export async function readCityQuarter(work: Work<'city.read'>, asOf: Quarter): Promise<CityQuarter> {
  const read = await askTogether(work, {
    issued: issuedRows(work, { asOf }),
    bands: bandRows(work, asOf),
    told: lastTold(work, asOf),
    events: eventRows(work, asOf),
  })
  const { told, ...quarter } = read
  return { ...quarter, issued: standing(read.issued), lastTold: told[0]?.quarter ?? null }
}
