import { publishedYears } from '@/lib/notice'
import { decimal, mul, one, ratio, toDecimalString, type Ratio } from '@/lib/values'
import type { Facts, IndicatorFacts } from './types'

const WAN_PER_YI = ratio(10_000n)

/**
 * The published national years as facts, so that the same rules judge the reference line: exact amounts of 亿元 in the
 * indicator's 万元, and projects as they are. Every year published is in these units.
 */
export function publishedFacts(): Facts {
  return {
    pledge_amount: yearsOf('pledge_amount', WAN_PER_YI),
    pledge_projects: yearsOf('pledge_projects', one),
  }
}

function yearsOf(series: 'pledge_amount' | 'pledge_projects', factor: Ratio): IndicatorFacts {
  return Object.fromEntries(
    publishedYears(series).map(({ period, value }) => [
      period,
      { value: value && toDecimalString(mul(decimal(value), factor)) },
    ]),
  )
}
