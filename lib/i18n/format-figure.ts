import {
  decimal,
  mul,
  ratio,
  toDecimalString,
  type IndicatorUnit,
  type Locale,
  type Ratio,
} from '@/lib/values'
import { formatNumber, type NumberStyle } from './format'
import { common } from './words/common'
import { names } from './words/names'
import { verdict } from './words/verdict'

const SHOWN_PLACES = 2

/** A figure to be read at a glance: at most two places, ≈ where more were cut. The exact one stands in the explanation. */
export function formatFigure(value: string, style: Pick<NumberStyle, 'signed'> = {}): string {
  const places = value.split('.')[1]?.length ?? 0
  const long = value.includes('/') || places > SHOWN_PLACES
  return formatNumber(value, long ? { ...style, places: SHOWN_PLACES } : style)
}

/** Units of money in millions of yuan, in which English counts whatever the size. */
const MILLIONS: Readonly<Record<string, Ratio>> = { 万元: ratio(1n, 100n), 亿元: ratio(100n) }

/** The same with its unit: 12,960万元, 129.6 million yuan; 2,345次, 2,345 recordals, 1 recordal. */
export function formatWithUnit(locale: Locale, value: string, unit: IndicatorUnit): string {
  const million = MILLIONS[unit]
  if (locale === 'en' && million) {
    return `${formatFigure(toDecimalString(mul(decimal(value), million)))} million yuan`
  }
  const { unit: several, unitOfOne } = names[locale]
  return common[locale].withUnit(formatFigure(value), (value === '1' ? unitOfOne : several)[unit])
}

/** A number with every place, and an endless one rounded with its exact fraction behind it: `≈0.333333（1/3）`. */
export function formatExact(locale: Locale, value: string): string {
  if (!value.includes('/')) return formatNumber(value)
  return formatNumber(value, { places: 6 }) + verdict[locale].approximately(value)
}

/**
 * How much of what is required is there, in per cent: `107.3%`. Cut, not rounded, so that 100.0% is never shown for
 * what falls short by however little. Null where nothing is required.
 */
export function formatAttainment(actual: string, required: string): string | null {
  const [a, r] = [decimal(actual), decimal(required)]
  if (r.num <= 0n) return null
  const tenths = (a.num * r.den * 1000n) / (a.den * r.num)
  return `${formatNumber(ratio(tenths, 10n), { places: 1 })}%`
}
