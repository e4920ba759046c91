import { indicator, numericIndicators, type IndicatorCode } from '@/lib/notice'
import {
  compare,
  decimal,
  div,
  isQuarter,
  isWholeUnit,
  isZero,
  mul,
  quarterNumberOf,
  quartersOf,
  ratio,
  sameQuarterLastYear,
  sub,
  sum,
  toDecimalString,
  toFixedString,
  yearOf,
  yearPeriod,
  addQuarters,
  type Quarter,
  type Ratio,
} from '@/lib/values'
import { slipFactor, usualOf } from './slip-factor'
import type { Facts } from './types'

/**
 * What makes a figure worth a look. `outlierOwn`: far from the city's own other quarters; `outlierAlike`: its growth over the
 * year before far from that of the other cities; `unitSlip`: 10^4 or 10^8 times what is usual; `sameAsBefore`: exactly the
 * figure of the quarter before, or a count to which a year added nothing; `sameAsOther`: exactly that of another city;
 * `roundHeap`: nearly all figures are round; `sumDisagrees`: the year is not the sum of its quarters; `countFell`: a count
 * since the start is less than it was.
 */
export const anomalyKinds = [
  'outlierOwn',
  'outlierAlike',
  'unitSlip',
  'sameAsBefore',
  'sameAsOther',
  'roundHeap',
  'sumDisagrees',
  'countFell',
] as const
export type AnomalyKind = (typeof anomalyKinds)[number]

export interface Anomaly {
  readonly city: string
  readonly indicator: IndicatorCode
  readonly quarter: Quarter
  readonly kind: AnomalyKind
  /** Exact decimal of what the figure is compared with; null where it is its own roundness that is worth a look. */
  readonly expected: string | null
  readonly received: string
  /** For outliers the robust z-score to two places; for a slip the factor; for a heap `round/all`; for a copy the other city. */
  readonly measure: string
}

/** The accepted figures of one city. */
export interface CityFacts {
  readonly city: string
  readonly facts: Facts
}

/** A robust z-score above this is an outlier (Iglewicz and Hoaglin): 0.6745 · |x − median| / MAD > 3.5. */
const LIMIT = ratio(35n, 10n)
const SCALE = ratio(6745n, 10_000n)
const ENOUGH_OWN = 6
const ENOUGH_ALIKE = 5
/** Figures are round when they are whole hundreds; below a thousand that says nothing. */
const ROUND = 100n
const LEAST_ROUND = ratio(1000n)
/** Four digits that agree by chance are rare; fewer are not. */
const LEAST_COPIED = ratio(1000n)

/** Everything worth a look in the figures of one quarter; cities that are given together are compared with each other. */
export function anomaliesOf(cities: readonly CityFacts[], quarter: Quarter): readonly Anomaly[] {
  return numericIndicators.flatMap(({ code, kind }) => {
    const figures = cities.map((city) => ({ city, figure: figureOf(city, code, quarter) }))
    return [
      // What a count added is looked at by count-anomalies.ts: its figures are sums since the start.
      ...(kind === 'growth' ? cities.flatMap((city) => ownAnomalies(city, code, quarter)) : []),
      ...unlikeOthers(cities, code, quarter),
      ...copied(
        figures.flatMap(({ city: { city }, figure }) => (figure === undefined ? [] : [{ city, figure }])),
        code,
        quarter,
      ),
    ]
  })
}

function figureOf({ facts }: CityFacts, code: IndicatorCode, period: string): Ratio | undefined {
  const value = facts[code]?.[period]?.value
  return value === null || value === undefined ? undefined : decimal(value)
}

function ownAnomalies(city: CityFacts, code: IndicatorCode, quarter: Quarter): Anomaly[] {
  const figure = figureOf(city, code, quarter)
  if (figure === undefined) return []
  const others = Object.keys(city.facts[code] ?? {})
    .filter((period) => isQuarter(period) && period !== quarter)
    .flatMap((period) => figureOf(city, code, period) ?? [])
  const about = (kind: AnomalyKind, expected: Ratio | null, measure: string): Anomaly => ({
    city: city.city,
    indicator: code,
    quarter,
    kind,
    expected: expected === null ? null : toDecimalString(expected),
    received: toDecimalString(figure),
    measure,
  })
  const found: Anomaly[] = []
  const slip = slipOf(figure, others, code)
  if (slip !== null) found.push(about('unitSlip', slip.usual, slip.factor))
  const far = others.length < ENOUGH_OWN ? null : farFrom(figure, others)
  if (far !== null && slip === null) found.push(about('outlierOwn', far.median, far.score))
  const before = figureOf(city, code, addQuarters(quarter, -1))
  if (before !== undefined && !isZero(figure) && compare(before, figure) === 0)
    found.push(about('sameAsBefore', before, ''))
  const heap = heapOf([...others, figure])
  if (heap !== null) found.push(about('roundHeap', null, heap))
  const year = figureOf(city, code, yearPeriod(yearOf(quarter)))
  const quarters = quartersOf(yearOf(quarter)).map((each) => figureOf(city, code, each))
  if (quarterNumberOf(quarter) === 4 && year !== undefined && quarters.every((each) => each !== undefined)) {
    const total = sum(quarters)
    if (compare(total, year) !== 0)
      found.push({ ...about('sumDisagrees', total, ''), received: toDecimalString(year) })
  }
  return found
}

/** Whether a figure of a unit that can be mixed up is 10^4 or 10^8 times what is usual, within three times. */
function slipOf(
  figure: Ratio,
  others: readonly Ratio[],
  code: IndicatorCode,
): { readonly usual: Ratio; readonly factor: string } | null {
  const usual = usualOf(others)
  if (usual === undefined || isZero(usual) || isZero(figure) || isWholeUnit(indicator(code).unit)) return null
  const factor = slipFactor(figure, usual, ratio(3n))
  return factor === null ? null : { usual, factor }
}

/** How far a figure lies from others by median and median absolute deviation; null where it is no outlier. */
export function farFrom(
  figure: Ratio,
  others: readonly Ratio[],
): { readonly median: Ratio; readonly score: string } | null {
  const median = middle(others)
  const spread = middle(others.map((each) => distance(each, median)))
  const off = mul(distance(figure, median), SCALE)
  // Where more than half are equal, there is no spread to measure by.
  if (isZero(spread) || compare(off, mul(spread, LIMIT)) <= 0) return null
  return { median, score: toFixedString(div(off, spread), 2) }
}

const distance = (a: Ratio, b: Ratio): Ratio => (compare(a, b) < 0 ? sub(b, a) : sub(a, b))

function middle(values: readonly Ratio[]): Ratio {
  const sorted = values.toSorted(compare)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? ratio(0n)
  return sorted.length % 2 === 1 ? upper : div(sum([sorted[half - 1] ?? upper, upper]), ratio(2n))
}

/** Of at least six figures of a thousand or more three quarters or more are whole hundreds: `7/8`; else null. */
function heapOf(figures: readonly Ratio[]): string | null {
  const large = figures.filter((each) => compare(each, LEAST_ROUND) >= 0)
  const round = large.filter(({ num, den }) => num % (den * ROUND) === 0n)
  return large.length >= ENOUGH_OWN && round.length * 4 >= large.length * 3
    ? `${round.length}/${large.length}`
    : null
}

/** Growth over the same quarter of the year before, against that of the other cities. */
function unlikeOthers(cities: readonly CityFacts[], code: IndicatorCode, quarter: Quarter): Anomaly[] {
  const before = sameQuarterLastYear(quarter)
  const grown = cities.flatMap((city) => {
    const [figure, base] = [figureOf(city, code, quarter), figureOf(city, code, before)]
    return figure === undefined || base === undefined || isZero(base)
      ? []
      : [{ city: city.city, figure, base, factor: div(figure, base) }]
  })
  return grown.flatMap(({ city, figure, base, factor }): Anomaly[] => {
    const others = grown.filter((each) => each.city !== city).map((each) => each.factor)
    const far = others.length < ENOUGH_ALIKE ? null : farFrom(factor, others)
    if (far === null) return []
    return [
      {
        city,
        indicator: code,
        quarter,
        kind: 'outlierAlike',
        expected: toFixedString(mul(base, far.median), 2),
        received: toDecimalString(figure),
        measure: far.score,
      },
    ]
  })
}

/** Cities that report exactly the same large figure. */
function copied(
  figures: readonly { readonly city: string; readonly figure: Ratio }[],
  code: IndicatorCode,
  quarter: Quarter,
): Anomaly[] {
  return figures.flatMap(({ city, figure }): Anomaly[] => {
    if (compare(figure, LEAST_COPIED) < 0) return []
    const other = figures.find((each) => each.city !== city && compare(each.figure, figure) === 0)
    if (other === undefined) return []
    const value = toDecimalString(figure)
    return [
      {
        city,
        indicator: code,
        quarter,
        kind: 'sameAsOther',
        expected: value,
        received: value,
        measure: other.city,
      },
    ]
  })
}
