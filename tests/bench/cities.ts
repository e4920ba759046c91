import { numericIndicators, type NumericIndicator } from '@/lib/notice'
import type { Configuration, IndicatorFacts } from '@/lib/rules'
import { quartersBetween, quartersOf, type Quarter } from '@/lib/values'
import { randomFrom } from '../rules/random-case'

export const configuration: Configuration = { baseYear: 2019, intervals: 3 }
export const quarters = quartersBetween('2020Q1', '2022Q4')

export type City = ReadonlyMap<NumericIndicator, IndicatorFacts>

/** A way to judge one result of one city as of a quarter. */
export type Way = (subject: NumericIndicator, facts: IndicatorFacts, asOf: Quarter) => unknown

/** So many cities with every figure of four years, the same in every run. */
export function citiesOf(count: number): readonly City[] {
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

/** Judges every result of every city as of every quarter one way. */
export function judgeAll(way: Way, cities: readonly City[]): void {
  let kept = 0
  for (const city of cities) {
    for (const [subject, facts] of city) for (const asOf of quarters) if (way(subject, facts, asOf)) kept++
  }
  if (kept === 0) throw new Error('nothing was judged')
}
