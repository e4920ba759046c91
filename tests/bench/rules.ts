import { numericIndicators, type NumericIndicator } from '@/lib/notice'
import { judge, verdictOnly, type Configuration, type IndicatorFacts } from '@/lib/rules'
import { quartersBetween, quartersOf, type Quarter } from '@/lib/values'
import { randomFrom } from '../rules/random-case'

const configuration: Configuration = { baseYear: 2019, intervals: 3 }
const quarters = quartersBetween('2020Q1', '2022Q4')

type City = ReadonlyMap<NumericIndicator, IndicatorFacts>

/** So many cities with every figure of four years, the same in every run. */
function citiesOf(count: number): readonly City[] {
  const random = randomFrom(37)
  return Array.from({ length: count }, () => {
    const figures = (subject: NumericIndicator): IndicatorFacts => {
      let total = 0
      const at = [2019, 2020, 2021, 2022].flatMap(quartersOf).map((quarter) => {
        total += random() * (subject.floor / 8)
        const flow = (1000 * (1 + random())).toFixed(subject.unit === '万元' ? 2 : 0)
        return [quarter, { value: subject.kind === 'count' ? total.toFixed(0) : flow, version: 1 }] as const
      })
      return Object.fromEntries(at)
    }
    return new Map(numericIndicators.map((subject) => [subject, figures(subject)]))
  })
}

/** What one would write without care: the same decisions in floating point, no reason, no numbers kept, wrong on the bound. */
function bareLoop(subject: NumericIndicator, facts: IndicatorFacts, asOf: Quarter): string {
  const year = Number(asOf.slice(0, 4))
  const q = Number(asOf.slice(5))
  const read = (y: number, upTo: number): number => {
    let total = 0
    for (let i = 1; i <= upTo; i++) total += Number(facts[`${y}Q${i}`]?.value ?? NaN)
    return total
  }
  if (subject.kind === 'count') {
    const actual = Number(facts[asOf]?.value ?? NaN)
    if (actual >= subject.floor) return 'met'
    const elapsed = (year - 2020) * 4 + q
    if (elapsed === 12) return 'short'
    return actual >= (subject.floor * elapsed) / 12 ? 'onPace' : 'behindPace'
  }
  const base = read(2019, 4)
  const required = base * (1 + subject.floor / 100) ** (year - 2019) * (read(2019, q) / base)
  const enough = read(year, q) >= required
  return year === 2022 && q === 4 ? (enough ? 'met' : 'short') : enough ? 'onPace' : 'behindPace'
}

type Way = (subject: NumericIndicator, facts: IndicatorFacts, asOf: Quarter) => unknown

const ways: Readonly<Record<string, Way>> = {
  'bare floating-point loop': bareLoop,
  'verdicts without explanation': (subject, facts, asOf) => verdictOnly(subject, facts, configuration, asOf),
  'verdicts with explanation': (subject, facts, asOf) =>
    judge(subject.code, facts, configuration, asOf, { alternatives: false }),
  'verdicts with explanation and other readings': (subject, facts, asOf) =>
    judge(subject.code, facts, configuration, asOf),
}

/** Milliseconds for every city, quarter and result: the best of several runs, so that other work on the machine counts least. */
function timeOf(way: Way, cities: readonly City[], runs: number): number {
  let best = Infinity
  let kept = 0
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    for (const city of cities) {
      for (const [subject, facts] of city) for (const asOf of quarters) if (way(subject, facts, asOf)) kept++
    }
    best = Math.min(best, performance.now() - start)
  }
  if (kept === 0) throw new Error('nothing was judged')
  return best
}

/** One line a way: time and its ratio to the bare loop; then whether the cost stays linear up to 2,850 cities. */
export function benchRules(): readonly string[] {
  const small = citiesOf(37)
  const bare = timeOf(bareLoop, small, 30)
  const lines = Object.entries(ways).map(([name, way]) => {
    const time = timeOf(way, small, 30)
    return `rules: 37 cities × 12 quarters × 11 results, ${name}: ${time.toFixed(1)} ms, ${(time / bare).toFixed(1)} × the bare loop`
  })
  const per = (count: number) =>
    (timeOf(ways['verdicts with explanation'] as Way, citiesOf(count), 2) / count) * 1000
  const few = per(285)
  const many = per(2850)
  const linear = `rules: with explanation ${few.toFixed(0)} µs a city among 285, ${many.toFixed(0)} µs among 2,850: ${(many / few).toFixed(2)} ×`
  return [...lines, linear]
}
