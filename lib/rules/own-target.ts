import { indicator, isNumeric, type IndicatorCode } from '@/lib/notice'
import {
  atLeast,
  decimal,
  ok,
  parseFigure,
  ratio,
  refuse,
  type FigureRefusalCode,
  type Result,
} from '@/lib/values'

/** Why a target cannot stand. */
export interface TargetRefusal {
  readonly code: FigureRefusalCode | 'belowFloor' | 'notNumeric'
  readonly got: string
  /** The floor of the notice; null for results without one. */
  readonly floor: string | null
}

/**
 * Reads a city's own target: per cent a year for growth, a whole number for counts, never under the floor of the
 * notice (R10). `lowest`: how far below it a derogation in force allows; it lifts `belowFloor` only.
 */
export function checkOwnTarget(
  code: IndicatorCode,
  text: string,
  lowest?: string,
): Result<string, TargetRefusal> {
  const subject = indicator(code)
  if (!isNumeric(subject)) return refuse({ code: 'notNumeric', got: text.slice(0, 60), floor: null })
  const floor = String(subject.floor)
  const bare = subject.kind === 'growth' ? text.replace(/[%\uff05]\s*$/, '') : text
  const read = parseFigure(bare, subject.kind === 'count' ? subject.unit : undefined)
  if (!read.ok) return refuse({ code: read.error.code, got: read.error.got, floor })
  const bound = lowest === undefined ? ratio(BigInt(subject.floor)) : decimal(lowest)
  if (!atLeast(decimal(read.value), bound)) {
    return refuse({ code: 'belowFloor', got: read.value, floor })
  }
  return ok(read.value)
}
