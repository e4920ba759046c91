import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { Decision } from '@/lib/decisions/decision'
import {
  configurationDecision,
  configurationOf,
  derogationsInForce,
  targetsInForce,
} from '@/lib/decisions/in-force'
import { baseSum } from '@/lib/entry/base-year'
import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import type { Configuration } from '@/lib/rules/types'
import { readCity, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { readTargets, type OwnTarget } from '@/lib/store/targets'
import { begin } from '@/lib/store/work'
import { dayOf, quartersOf, yearPeriod, type Year } from '@/lib/values'

/** One numeric result with every own target the city ever set for it. */
export interface ResultTargets {
  readonly indicator: IndicatorCode
  /** The latest first: the first one is in force, unless it has lapsed. */
  readonly settings: readonly OwnTarget[]
  /** The latest lies below the notice, and no derogation allows that any more. */
  readonly isLapsed: boolean
  /** A decision in force that lets the target lie below the notice, so far. */
  readonly derogation: { readonly lowest: string; readonly decision: Decision } | null
}

/** What growth is reckoned from, as accepted. */
export interface BaseFigures {
  readonly indicator: IndicatorCode
  readonly quarters: readonly (string | null)[]
  readonly total: string | null
}

export interface CityTargets {
  readonly city: City
  readonly configuration: Configuration
  /** What decided the base year and span; null while the default holds. */
  readonly decision: Decision | null
  readonly results: readonly ResultTargets[]
  readonly base: {
    readonly period: Year
    /** Null while the report of the base year is not accepted. */
    readonly acceptedAt: Date | null
    readonly figures: readonly BaseFigures[]
  }
}

/** A city's own targets and the base year it is judged from. */
export function readCityTargets(permit: Permit<'city.read'>): Promise<CityTargets> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const day = dayOf(work.now)
    const decisions = await readDecisions(work)
    const configuration = configurationOf(decisions, city.code, day)
    const derogations = derogationsInForce(decisions, city.code, day)
    const targets = (await readTargets(work)).filter((target) => target.city === city.code)
    const lapsed = new Set(targetsInForce(targets, decisions, day).lapsed.map(({ indicator }) => indicator))
    const period = yearPeriod(configuration.baseYear)
    const summary = (await readSummaries(work)).find((each) => each.period === period)
    return {
      city,
      configuration,
      decision: configurationDecision(decisions, city.code, day) ?? null,
      results: numericIndicators.map(({ code }): ResultTargets => {
        const decision = derogations.get(code)
        return {
          indicator: code,
          isLapsed: lapsed.has(code),
          settings: targets.filter((target) => target.indicator === code).toReversed(),
          derogation: decision === undefined ? null : { lowest: decision.content.lowest, decision },
        }
      }),
      base: { period, acceptedAt: summary?.acceptedAt ?? null, figures: baseFigures(period, summary) },
    }
  })
}

function baseFigures(period: Year, summary: Summary | undefined): BaseFigures[] {
  if (summary?.acceptedAt == null) return []
  return numericIndicators
    .filter(({ kind }) => kind === 'growth')
    .map(({ code }) => {
      const valueAt = (at: string): string | null =>
        summary.facts.find((fact) => fact.indicator === code && fact.period === at)?.value ?? null
      const quarters = quartersOf(Number(period)).map(valueAt)
      return { indicator: code, quarters, total: valueAt(period) ?? baseSum(quarters, null).sum }
    })
}
