import { indicatorCodes, indicator, isNumeric, type IndicatorCode } from '@/lib/notice'
import type { ScoringScheme } from './score'

/**
 * Weights to simulate with while no document gives any (R13): 6 for each of the eleven numbers, 4.25 for each of the eight
 * results that people judge. Invented, and marked so wherever they appear; nothing is graded by them.
 */
export const demonstrationScheme: ScoringScheme = {
  documentNumber: null,
  method: 'proportional',
  weights: Object.fromEntries(
    indicatorCodes.map((code) => [code, isNumeric(indicator(code)) ? '6' : '4.25']),
  ) as Record<IndicatorCode, string>,
}
