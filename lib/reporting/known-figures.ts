import type { IndicatorCode } from '@/lib/notice'
import { markElsewhere, type Countable } from '@/lib/rules/countable'
import type { Configuration, Facts, IncomparableBases } from '@/lib/rules/types'
import { configurationOf, incomparableAt, targetsInForce } from '@/lib/decisions/in-force'
import { readOwnCases, type OwnCase } from '@/lib/store/cases'
import { readPlaces } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readTargets, type OwnTarget } from '@/lib/store/targets'
import { readSubmittedIdentities, type SubmittedIdentity } from '@/lib/store/submitted-identities'
import { readSubmittedFigures } from '@/lib/store/versions'
import type { Work } from '@/lib/store/work'
import { dayOf, type Period, type Quarter } from '@/lib/values'
import { submittedFacts } from './submitted-facts'
import { suppliersOf, type Supplier } from './suppliers'

/** The identities that the city's submitted registers hold, so that a draft can be counted on top of them. */
export interface KnownEntity extends Countable {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly details?: SubmittedIdentity['details']
}

/** What the city wrote about a result that people judge. */
export interface KnownNarrative {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly narrative: string
}

/** What the city has submitted in all its reports: what a form shows beside its boxes, and a reviewer beside a figure. */
export interface KnownFigures {
  readonly facts: Facts
  readonly entities: readonly KnownEntity[]
  /** The cases in which another city claims the same enterprise. */
  readonly cases: readonly OwnCase[]
  /** Names of the city and its province, which may stand in front of the name of an enterprise. */
  readonly places: readonly string[]
  readonly narratives: readonly KnownNarrative[]
  readonly suppliers: readonly Supplier[]
  /** The day on which all this was so, in Beijing. */
  readonly today: string
  readonly configuration: Configuration
  /** In force: the latest of each indicator. */
  readonly targets: readonly OwnTarget[]
  /** What the decisions in force say of a quarter's bases (R8). */
  readonly incomparableAt: (quarter: Quarter) => IncomparableBases
}

/** Reads everything the city has submitted. */
export async function readKnownFigures(work: Work): Promise<KnownFigures> {
  const figures = await readSubmittedFigures(work)
  const cases = await readOwnCases(work)
  const entities = markElsewhere(await readSubmittedIdentities(work), cases)
  const narratives = figures.flatMap(({ period, indicator, content }): KnownNarrative[] =>
    content.state === 'narrative' ? [{ period, indicator, narrative: content.narrative }] : [],
  )
  return {
    facts: submittedFacts(figures, entities),
    entities,
    cases,
    places: await readPlaces(work),
    narratives,
    suppliers: suppliersOf(figures),
    today: dayOf(work.now),
    ...(await readTerms(work)),
  }
}

/** The configuration and own targets of the permit's city. */
export async function readTerms(
  work: Work,
): Promise<Pick<KnownFigures, 'configuration' | 'targets' | 'incomparableAt'>> {
  const decisions = await readDecisions(work)
  const today = dayOf(work.now)
  const own = (await readTargets(work)).filter(({ city }) => city === work.city)
  return {
    configuration: configurationOf(decisions, work.city, today),
    targets: targetsInForce(own, decisions, today).inForce,
    incomparableAt: (quarter) => incomparableAt(decisions, work.city, today, quarter),
  }
}
