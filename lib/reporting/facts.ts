import type { IndicatorCode } from '@/lib/notice'
import type { Facts, FigureFact } from '@/lib/rules/types'
import type { AcceptedFact } from '@/lib/store/summary'

/** Accepted facts as the rules take them: by indicator and period. */
export function toFacts(accepted: readonly AcceptedFact[]): Facts {
  const facts: Partial<Record<IndicatorCode, Record<string, FigureFact>>> = {}
  for (const { indicator, period, ...fact } of accepted) {
    ;(facts[indicator] ??= {})[period] = fact
  }
  return facts
}
