import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import type { Explanation } from '@/lib/rules/types'
import { isQuarter, isYear, yearOf, yearPeriod, type Period } from '@/lib/values'

/** What a number in a document rests on: a result of a submitted version. */
export interface TraceReference {
  readonly period: Period
  readonly version: number
  readonly indicator: IndicatorCode
}

/** Written as `2022Q2-2-pledge_amount`: period, version, result. */
export const traceReference = ({ period, version, indicator }: TraceReference): string =>
  `${period}-${String(version)}-${indicator}`

/** As it is printed: with the city's code before it, it is unique in the portal. */
export const printedReference = (city: string, reference: TraceReference): string =>
  `${city}-${traceReference(reference)}`

/** The page of the portal that shows where the number comes from. */
export const tracePath = (city: string, reference: TraceReference): string =>
  `/cities/${city}/trace/${traceReference(reference)}`

/** The other way round; null for what is no reference. */
export function readTraceReference(text: string): TraceReference | null {
  const [, period = '', version = '', indicator = ''] =
    /^(\d{4}(?:Q[1-4])?)-([1-9]\d{0,3})-([a-z_]{1,60})$/.exec(text) ?? []
  if (!(isQuarter(period) || isYear(period)) || !isIndicatorCode(indicator)) return null
  return { period, version: Number(version), indicator }
}

/** Where a figure of an explanation was reported; null where no submitted version stands behind it. */
export function referenceOfInput(
  { indicator, configuration }: Pick<Explanation, 'indicator' | 'configuration'>,
  { period, version }: Pick<Explanation['inputs'][number], 'period' | 'version'>,
): TraceReference | null {
  if (version === null) return null
  // The quarters of the base year stand in its one report.
  const year = yearOf(period)
  return {
    period: year === configuration.baseYear ? yearPeriod(year) : period,
    version,
    indicator,
  }
}

/** The latest figure that a verdict rests on and that a version stands behind, or the latest of these value; null where there is none. */
export function latestReference(explanation: Explanation, only?: string | null): TraceReference | null {
  const latest = explanation.inputs
    .filter(
      ({ value, version }) => value !== null && version !== null && (only === undefined || value === only),
    )
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1)
  return latest === undefined ? null : referenceOfInput(explanation, latest)
}

/** Names one version of an evaluation, unique in the portal: `910100-midTerm-1-1`. `name`: the round as addresses name it. */
export const evaluationReference = (
  city: string,
  { name, version }: { readonly name: string; readonly version: number },
): string => `${city}-${name}-${String(version)}`

/** The page of the portal that shows that version. */
export const evaluationPath = (
  city: string,
  { name, version }: { readonly name: string; readonly version: number },
): string => `/cities/${city}/evaluations/${name}/${String(version)}`
