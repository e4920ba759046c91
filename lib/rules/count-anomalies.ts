import { numericIndicators, type CountIndicator } from '@/lib/notice'
import {
  addQuarters,
  compare,
  decimal,
  isQuarter,
  isZero,
  ratio,
  sub,
  toDecimalString,
  type Quarter,
  type Ratio,
} from '@/lib/values'
import { farFrom, type Anomaly, type AnomalyKind, type CityFacts } from './anomalies'

/** Quarters that added something, before what is usual says anything. */
const ENOUGH = 6
/** Additions are round when they are whole tens; below twenty that says nothing. */
const ROUND = 10n
const LEAST_ROUND = ratio(20n)
/** So many quarters without any addition make a count under its floor stale. */
const STALE_QUARTERS = 4

const counts = numericIndicators.filter((each): each is CountIndicator => each.kind === 'count')

/**
 * What is worth a look in the counts of one quarter, by what each quarter added: additions unlike the city's own, a year
 * without any, too many round ones, and a count that fell. Against other cities `anomaliesOf` compares counts as well.
 */
export function countAnomaliesOf(cities: readonly CityFacts[], quarter: Quarter): readonly Anomaly[] {
  return counts.flatMap((subject) => cities.flatMap((city) => anomaliesIn(city, subject, quarter)))
}

function anomaliesIn({ city, facts }: CityFacts, subject: CountIndicator, quarter: Quarter): Anomaly[] {
  const { code } = subject
  const figureIn = (period: string): Ratio | undefined => {
    const value = facts[code]?.[period]?.value
    return value === null || value === undefined ? undefined : decimal(value)
  }
  const total = figureIn(quarter)
  const before = figureIn(addQuarters(quarter, -1))
  if (total === undefined || before === undefined) return []
  const about = (kind: AnomalyKind, expected: Ratio, received: Ratio, measure: string): Anomaly => ({
    city,
    indicator: code,
    quarter,
    kind,
    expected: toDecimalString(expected),
    received: toDecimalString(received),
    measure,
  })
  // A fall is named alone: what it added by is no addition.
  if (compare(total, before) < 0) return [about('countFell', before, total, '')]
  const addedIn = (period: string): Ratio | undefined => {
    const [now, earlier] = isQuarter(period)
      ? [figureIn(period), figureIn(addQuarters(period, -1))]
      : [undefined, undefined]
    return now === undefined || earlier === undefined ? undefined : sub(now, earlier)
  }
  const added = sub(total, before)
  const others = Object.keys(facts[code] ?? {})
    .filter((period) => period !== quarter)
    .flatMap((period) => addedIn(period) ?? [])
  const found: Anomaly[] = []
  const far = others.length < ENOUGH ? null : farFrom(added, others)
  if (far !== null) found.push(about('outlierOwn', far.median, added, far.score))
  const yearAgo = figureIn(addQuarters(quarter, -STALE_QUARTERS))
  const isStale = yearAgo !== undefined && !isZero(total) && compare(yearAgo, total) === 0
  if (isStale && compare(total, ratio(BigInt(subject.floor))) < 0)
    found.push(about('sameAsBefore', yearAgo, total, ''))
  const heap = heapOf([...others, added])
  if (heap !== null) found.push(about('roundHeap', added, added, heap))
  return found
}

/** Of at least six additions of twenty or more three quarters or more are whole tens: `7/8`; else null. */
function heapOf(additions: readonly Ratio[]): string | null {
  const large = additions.filter((each) => compare(each, LEAST_ROUND) >= 0)
  const round = large.filter(({ num, den }) => num % (den * ROUND) === 0n)
  return large.length >= ENOUGH && round.length * 4 >= large.length * 3
    ? `${round.length}/${large.length}`
    : null
}
