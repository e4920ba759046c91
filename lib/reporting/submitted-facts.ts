import { indicators, type IndicatorCode } from '@/lib/notice'
import { countDistinct } from '@/lib/rules/count-distinct'
import type { Facts, FigureFact } from '@/lib/rules/types'
import type { CellContent, Part } from '@/lib/store/cells'
import type { SubmittedFigure } from '@/lib/store/versions'
import { isQuarter, quarterOf, yearOf, type Period, type QuarterNumber } from '@/lib/values'
import { isBreakdownPart } from './asked-cells'
import { whyNoFigure } from './no-figure'
import { validOf } from './valid-of'

/** Where a figure belongs in time: a cell of the base year's report is of a quarter of that year, or of the year. */
function factPeriod(period: Period, part: Part): Period {
  return part === '' || part === 'Y'
    ? period
    : quarterOf(yearOf(period), Number(part.slice(1)) as QuarterNumber)
}

const figureOf = (content: CellContent): string | null => (content.state === 'figure' ? content.value : null)

/** The facts of one city by what it submitted last, accepted or not; what is not accepted has no `acceptedAt`. */
export function submittedFacts(
  figures: readonly SubmittedFigure[],
  entities: readonly (Parameters<typeof validOf>[0][number] & {
    readonly period: Period
    readonly indicator: IndicatorCode
  })[],
): Facts {
  const facts: Partial<Record<IndicatorCode, Record<string, FigureFact>>> = {}
  const put = (code: IndicatorCode, period: Period, fact: FigureFact) =>
    void ((facts[code] ??= {})[period] = fact)
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
  return facts
}
