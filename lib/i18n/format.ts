import { parseExact, ratio, sub, toDecimalString, toFixedString, type Locale, type Ratio } from '@/lib/values'

/** Shown where there is no number. Never an empty box, never a zero. */
export const NO_FIGURE = '—'

const MINUS = '−'

export interface NumberStyle {
  /** So many places, rounded half away from zero; without it every place is shown and only fractions are rounded. */
  readonly places?: number
  /** A plus sign before what is above zero. */
  readonly signed?: boolean
}

/**
 * A number with thousands separators, never by way of a floating-point number. A number that had to be rounded
 * bears ≈; `1/3` becomes `≈0.33`. Both languages group by three.
 */
export function formatNumber(value: string | Ratio, style: NumberStyle = {}): string {
  const exact = typeof value === 'string' ? exactly(value) : value
  const whole = toDecimalString(exact)
  const places = style.places ?? (whole.includes('/') ? 2 : undefined)
  const shown = places === undefined ? whole : toFixedString(exact, places)
  const rounded = places !== undefined && !equal(exact, exactly(shown))
  return (rounded ? '≈' : '') + signed(shown, style.signed === true && exact.num > 0n)
}

/** A ratio as per cent: `1/5` → `20.0%`. */
export function formatPercent(value: string | Ratio, style: NumberStyle = {}): string {
  const exact = typeof value === 'string' ? exactly(value) : value
  return `${formatNumber({ num: exact.num * 100n, den: exact.den }, { places: 1, ...style })}%`
}

/** Growth from one figure to another, with its sign: `+20.0%`; a dash where there is no base to grow from. */
export function formatGrowth(from: string | null, to: string | null): string {
  if (from === null || to === null) return NO_FIGURE
  const base = exactly(from)
  if (base.num <= 0n) return NO_FIGURE
  const change = sub(exactly(to), base)
  return formatPercent(ratio(change.num * base.den, change.den * base.num), { signed: true })
}

/** A figure with its sign, for gaps: `+12`, `−3.5`, `0`. */
export function formatGap(value: string): string {
  return formatNumber(value, { signed: true })
}

/** Things named one after the other. */
export function formatList(locale: Locale, items: readonly string[]): string {
  return items.join(locale === 'en' ? ', ' : '、')
}

/** Statements one after the other, longer than what a comma can part. */
export function formatClauses(locale: Locale, items: readonly string[]): string {
  return items.join(locale === 'en' ? '; ' : '；')
}

function exactly(text: string): Ratio {
  const value = parseExact(text)
  if (!value) throw new TypeError(`not an exact number: ${text.slice(0, 40)}`)
  return value
}

const equal = (a: Ratio, b: Ratio): boolean => a.num * b.den === b.num * a.den

function signed(plain: string, plus: boolean): string {
  const negative = plain.startsWith('-')
  const [whole = '', part] = (negative ? plain.slice(1) : plain).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`)
  return (negative ? MINUS : plus ? '+' : '') + grouped
}
