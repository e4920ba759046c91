import { indicators, type IndicatorCode } from '@/lib/notice'
import { countDistinct } from '@/lib/rules/count-distinct'
import { markElsewhere, type Countable } from '@/lib/rules/countable'
import type { Configuration, Facts, FigureFact, IncomparableBases } from '@/lib/rules/types'
import { configurationOf, incomparableAt, targetsInForce } from '@/lib/decisions/in-force'
import { readOwnCases, type OwnCase } from '@/lib/store/cases'
import { readPlaces } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readTargets, type OwnTarget } from '@/lib/store/targets'
import type { CellContent, Part } from '@/lib/store/cells'
import { readSubmittedIdentities, type SubmittedIdentity } from '@/lib/store/submitted-identities'
import { readSubmittedFigures } from '@/lib/store/versions'
import type { Work } from '@/lib/store/work'
import {
  dayOf,
  isQuarter,
  quarterOf,
  yearOf,
  type Period,
  type Quarter,
  type QuarterNumber,
} from '@/lib/values'
import { validOf } from './accepted-facts'
import { isBreakdownPart } from './asked-cells'
import { whyNoFigure } from './no-figure'
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

/** Where a figure belongs in time: a cell of the base year's report is of a quarter of that year, or of the year. */
function factPeriod(period: Period, part: Part): Period {
  return part === '' || part === 'Y'
    ? period
    : quarterOf(yearOf(period), Number(part.slice(1)) as QuarterNumber)
}

const figureOf = (content: CellContent): string | null => (content.state === 'figure' ? content.value : null)

/** Reads everything the city has submitted. */
export async function readKnownFigures(work: Work): Promise<KnownFigures> {
  const facts: Partial<Record<IndicatorCode, Record<string, FigureFact>>> = {}
  const put = (code: IndicatorCode, period: Period, fact: FigureFact) =>
    void ((facts[code] ??= {})[period] = fact)
  const figures = await readSubmittedFigures(work)
  const cases = await readOwnCases(work)
  const entities = markElsewhere(await readSubmittedIdentities(work), cases)
  const kinds = new Map(indicators.map(({ code, kind }) => [code, kind]))
  const heads = new Map(figures.map(({ period, version, acceptedAt }) => [period, { version, acceptedAt }]))
  for (const { indicator, period, part, content, version, acceptedAt } of figures) {
    if (kinds.get(indicator) !== 'growth' || isBreakdownPart(part)) continue
    const at = acceptedAt === null ? {} : { acceptedAt: acceptedAt.toISOString() }
    put(indicator, factPeriod(period, part), {
      value: figureOf(content),
      ...whyNoFigure(content),
      version,
      ...at,
    })
  }
  for (const [period, { version, acceptedAt }] of heads) {
    if (!isQuarter(period)) continue
    for (const { code, kind } of indicators) {
      if (kind !== 'count') continue
      const upTo = entities.filter((entity) => entity.indicator === code && entity.period <= period)
      const content = figures.find((figure) => figure.indicator === code && figure.period === period)?.content
      const answered = upTo.some((entity) => entity.period === period) || content?.state === 'figure'
      const at = acceptedAt === null ? {} : { acceptedAt: acceptedAt.toISOString() }
      put(
        code,
        period,
        answered
          ? {
              value: String(countDistinct(upTo)),
              version,
              ...at,
              ...(code === 'certified_entities' && validOf(upTo, period)),
            }
          : { value: null, ...whyNoFigure(content), version, ...at },
      )
    }
  }
  const narratives = figures.flatMap(({ period, indicator, content }): KnownNarrative[] =>
    content.state === 'narrative' ? [{ period, indicator, narrative: content.narrative }] : [],
  )
  return {
    facts,
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
