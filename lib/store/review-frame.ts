import type { Decision } from '@/lib/decisions/decision'
import type { Period } from '@/lib/values'
import { askTogether } from './ask-together'
import { latestBurdens, type Burden } from './burden'
import { citiesInReach, type City } from './cities'
import { conversationsUnderReview, type Waiting } from './conversations'
import { decisionOf, decisionRows } from './decisions'
import { extensionOf, extensionRows, type Extension } from './extensions'
import { openRestatement, openRestatements } from './open-restatements'
import { openTargetRequests, type OpenTargetRequest } from './open-target-requests'
import { peopleOfCities, type CityPeople } from './people'
import { periodRows, toPeriod, type ReportingPeriod } from './periods'
import { ownEvents, type ListedEvent } from './report-events'
import type { Restatement } from './restatements'
import { handoverRows, type ReviewHandover } from './review-handovers'
import { routeRows, routesOf, type RouteLife } from './review-routes'
import { acceptedPeriods, isAcceptedIn, waitingHeads, type SummaryHead } from './summary'
import type { Work } from './work'

/** What a review desk stands in: everything within reach that does not depend on which reports are under review. */
export interface ReviewFrame {
  readonly cities: readonly City[]
  readonly periods: readonly ReportingPeriod[]
  readonly decisions: readonly Decision[]
  /** Reports that are not accepted. */
  readonly waiting: readonly SummaryHead[]
  readonly isAccepted: (city: string, period: Period) => boolean
  readonly extensions: readonly Extension[]
  readonly talks: readonly Waiting[]
  readonly routes: ReadonlyMap<string, RouteLife>
  readonly people: readonly CityPeople[]
  /** Those that wait for an answer. */
  readonly restatements: readonly Restatement[]
  readonly targets: readonly OpenTargetRequest[]
  readonly handovers: readonly ReviewHandover[]
  /** The last steps of the person. */
  readonly own: readonly ListedEvent[]
  readonly burdens: readonly (Burden & { readonly city: string })[]
}

const OWN_SHOWN = 8
const BURDENS_SHOWN = 4

/** The frame of a review desk, in one statement. */
export async function readReviewFrame(work: Work<'queue.read'>): Promise<ReviewFrame> {
  const read = await askTogether(work, {
    cities: citiesInReach(work),
    periods: periodRows,
    decisions: decisionRows,
    waiting: waitingHeads(work),
    accepted: acceptedPeriods(work),
    extensions: extensionRows(work),
    talks: conversationsUnderReview(work),
    routes: routeRows(work),
    people: peopleOfCities,
    restatements: openRestatements,
    targets: openTargetRequests,
    handovers: handoverRows,
    own: ownEvents(work, OWN_SHOWN),
    burdens: latestBurdens(work, BURDENS_SHOWN),
  })
  return {
    ...read,
    periods: read.periods.map(toPeriod),
    decisions: read.decisions.map(decisionOf),
    isAccepted: isAcceptedIn(read.accepted),
    extensions: read.extensions.map(extensionOf),
    routes: routesOf(read.routes),
    restatements: read.restatements.map(openRestatement),
  }
}
