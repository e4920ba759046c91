import type { NumericIndicator } from '@/lib/notice'
import type { IndicatorFacts } from '@/lib/rules'
import type { Quarter } from '@/lib/values'

/** What one would write without care: the same decisions in floating point, no reason, no numbers kept, wrong on the bound. */
export function bareLoop(subject: NumericIndicator, facts: IndicatorFacts, asOf: Quarter): string {
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
