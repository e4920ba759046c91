import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { bandsInForce, schemeInForce } from '@/lib/decisions/in-force'
import { toFacts } from '@/lib/reporting/facts'
import {
  demonstrationScheme,
  type BandTable,
  type Configuration,
  type Facts,
  type IncomparableBases,
  type ScoringScheme,
} from '@/lib/rules'
import { readCity, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readPeriods } from '@/lib/store/periods'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import { quartersOnOffer, termsOn } from './judge-cities'

/** What a simulation (模拟) starts from: accepted figures, and the scheme and bands in force, if there are any. */
export interface SimulationStart {
  readonly city: City
  readonly now: Date
  readonly asOf: Quarter
  readonly offered: readonly Quarter[]
  readonly facts: Facts
  readonly configuration: Configuration
  /** The scheme in force; without one, weights invented for simulating, without a document number. */
  readonly scheme: ScoringScheme
  readonly bands: BandTable | null
  /** Growth results whose base is decided not to be comparable as of the quarter. */
  readonly incomparable: IncomparableBases
}

/** Reads what a simulation of one city starts from; null while no quarter has opened. @throws AccessRefused notFound */
export function readSimulation(
  permit: Permit<'city.read'>,
  wanted?: Quarter,
): Promise<SimulationStart | null> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const { offered, first } = quartersOnOffer(await readPeriods(work), work.now)
    const asOf = wanted !== undefined && offered.includes(wanted) ? wanted : first
    if (asOf === null) return null
    const summaries = await readSummaries(work)
    const decisions = await readDecisions(work)
    const today = dayOf(work.now)
    const { configuration, incomparable } = termsOn(decisions, [], city.code, today, asOf)
    return {
      city,
      now: work.now,
      asOf,
      offered,
      facts: toFacts(summaries.flatMap((summary) => summary.facts)),
      configuration,
      incomparable,
      scheme: schemeInForce(decisions, today) ?? demonstrationScheme,
      bands: bandsInForce(decisions, today),
    }
  })
}
