import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { isQuarter, isYear, type Period } from '@/lib/values'

/** What a number in a document rests on: a result of a submitted version. */
export interface TraceReference {
  readonly period: Period
  readonly version: number
  readonly indicator: IndicatorCode
}

/** Written as `2022Q2-2-pledge_amount`: period, version, result. With the city's code before it, it is unique in the portal. */
export const traceReference = ({ period, version, indicator }: TraceReference): string =>
  `${period}-${String(version)}-${indicator}`

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
