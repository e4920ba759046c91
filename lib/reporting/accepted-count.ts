import type { IndicatorCode } from '@/lib/notice'
import type { Summary } from '@/lib/store/summary'
import type { Period } from '@/lib/values'

/** The count up to a period with everything that is accepted by now; null where this version is not the accepted one. */
export function acceptedCount(
  summaries: readonly Summary[],
  { period, version }: { readonly period: Period; readonly version: number },
  indicator: IndicatorCode,
): string | null {
  const summary = summaries.find((each) => each.period === period)
  if (summary?.acceptedVersion !== version) return null
  return summary.facts.find((fact) => fact.indicator === indicator && fact.period === period)?.value ?? null
}
