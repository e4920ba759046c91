import { indicator, numericIndicators, type IndicatorCode } from '@/lib/notice'
import { decimal, isWholeUnit, isZero, toDecimalString } from '@/lib/values'
import { slipFactor, usualOf } from '../slip-factor'
import type { CheckBounds } from './bounds'
import { cellOf, earlierFigures, figureIn } from './known'
import type { CheckedReport, Found } from './types'

/** An amount some 10^4 or 10^8 times what this city usually reports, or that small a part of it: 元, 万元 and 亿元 mixed up. */
export function unitSlip(report: CheckedReport, bounds: CheckBounds): readonly Found[] {
  return numericIndicators.flatMap(({ code }) => slipOf(report, code, bounds) ?? [])
}

/** The slip in one result; null where there is none, and for whatever is not money. */
export function slipOf(report: CheckedReport, code: IndicatorCode, bounds: CheckBounds): Found | null {
  if (isWholeUnit(indicator(code).unit)) return null
  const figure = figureIn(cellOf(report, code))
  const usual = usualOf(earlierFigures(report, code).map(({ value }) => value))
  if (!figure || isZero(figure) || !usual || isZero(usual)) return null
  const factor = slipFactor(figure, usual, decimal(bounds.unitSlip))
  if (factor === null) return null
  return {
    indicator: code,
    part: '',
    expected: { usual: toDecimalString(usual) },
    received: { value: toDecimalString(figure), factor },
    next: 'checkUnit',
  }
}
