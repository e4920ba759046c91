import { indicator, indicators, type IndicatorCode } from '@/lib/notice'
import type { CityAssessment } from '@/lib/review/read-assessment'
import type { Judgement } from '@/lib/rules'
import type { AcceptedFigure } from '@/lib/store/versions'
import { decimal, div, isQuarter, isZero, toDecimalString, type Period, type Quarter } from '@/lib/values'
import { latestReference, printedReference, tracePath } from '../trace-reference'

/** Where a number comes from: the reference as it is printed, and the page. */
export interface TracedTo {
  readonly reference: string
  readonly url: string
}

/** A figure of an accepted report. */
export interface ShownFigure {
  readonly period: Period
  readonly indicator: IndicatorCode
  /** '' for a figure as a whole. */
  readonly part: AcceptedFigure['part']
  readonly content: AcceptedFigure['content'] | null
  /** Of a count cumulative. */
  readonly value: string | null
  readonly version: number
  readonly acceptedAt: string | null
}

/** Where the numbers of one city come from. `origin`: the portal's own address. */
export const traceIn =
  (city: string, origin: string) =>
  (period: Period, version: number, code: IndicatorCode): TracedTo => {
    const reference = { period, version, indicator: code }
    return {
      reference: printedReference(city, reference),
      url: `${origin}${tracePath(city, reference)}`,
    }
  }

/** The card of a result on the page of a city: what a verdict rests on, with its arithmetic. */
export const cardIn = (city: string, origin: string, asOf: Quarter, code: IndicatorCode): string =>
  `${origin}/cities/${city}?asOf=${asOf}#${code}`

/** The latest figure that a verdict rests on, and where it comes from; null where it rests on none. */
export function tracedVerdict(
  { explanation }: Judgement,
  { city }: CityAssessment,
  origin: string,
): (TracedTo & { readonly version: number }) | null {
  const latest = latestReference(explanation)
  if (latest === null) return null
  const { period, version, indicator: code } = latest
  return { ...traceIn(city.code, origin)(period, version, code), version }
}

/** Actual ÷ required, exact; null where there is none. */
export function attainedOf({ verdict: { actual, required } }: Pick<Judgement, 'verdict'>): string | null {
  if (actual === null || required === null || isZero(decimal(required))) return null
  return toDecimalString(div(decimal(actual), decimal(required)))
}

/** Every figure of the accepted reports up to a quarter, by period and in the order of the notice. */
export function figuresOf({ summaries, figures }: CityAssessment, asOf: Quarter): ShownFigure[] {
  return summaries
    .filter(({ period, acceptedVersion }) => acceptedVersion !== null && isUpTo(period, asOf))
    .flatMap(({ period, acceptedVersion, acceptedAt, facts }) => {
      const own = figures.filter((figure) => figure.period === period)
      const head = { period, version: acceptedVersion ?? 0, acceptedAt: acceptedAt?.toISOString() ?? null }
      return indicators.flatMap(({ code, kind }): ShownFigure[] => {
        const cells = own.filter((figure) => figure.indicator === code)
        if (kind === 'count') {
          const fact = facts.find((each) => each.indicator === code && each.period === period)
          if (fact === undefined) return []
          const content = cells[0]?.content ?? null
          return [{ ...head, indicator: code, part: '', content, value: fact.value }]
        }
        return cells.map(({ part, content }) => ({
          ...head,
          indicator: code,
          part,
          content,
          value: content.state === 'figure' ? content.value : null,
        }))
      })
    })
}

/** The figures of a result by the quarter or year they are of, each with the report that brought it. */
export function seriesOf(
  { summaries }: CityAssessment,
  code: IndicatorCode,
): ReadonlyMap<Period, { readonly value: string; readonly report: Period; readonly version: number }> {
  return new Map(
    summaries.flatMap(({ period, facts }) =>
      facts.flatMap((fact) =>
        fact.indicator === code && fact.value !== null
          ? [[fact.period, { value: fact.value, report: period, version: fact.version }] as const]
          : [],
      ),
    ),
  )
}

/** Up to the quarter; a year where it is over by then. */
export const isUpTo = (period: Period, asOf: Quarter): boolean =>
  isQuarter(period) ? period <= asOf : period < asOf.slice(0, 4)

/** Results that figures decide first, each group in the order of the notice: charts are of them. */
export const byKind = (judgements: readonly Judgement[]): readonly Judgement[] =>
  judgements.toSorted((a, b) => Number(isJudged(a.verdict.indicator)) - Number(isJudged(b.verdict.indicator)))

const isJudged = (code: IndicatorCode): boolean => indicator(code).kind === 'qualitative'
