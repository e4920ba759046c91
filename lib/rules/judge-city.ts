import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import type { Quarter } from '@/lib/values'
import { judge } from './judge'
import type { Configuration, Facts, JudgeOptions, Judgement } from './types'

/** What is judged otherwise than by the floor of the notice, by result. */
export type CityOptions = { readonly [code in IndicatorCode]?: JudgeOptions }

/** Judges all nineteen results of a city as of a quarter, in the order of the notice. */
export function judgeCity(
  facts: Facts,
  configuration: Configuration,
  asOf: Quarter,
  options: CityOptions = {},
): Record<IndicatorCode, Judgement> {
  const judged = indicatorCodes.map(
    (code) => [code, judge(code, facts[code] ?? {}, configuration, asOf, options[code])] as const,
  )
  return Object.fromEntries(judged) as Record<IndicatorCode, Judgement>
}
