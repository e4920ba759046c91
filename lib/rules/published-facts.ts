import { publishedYears } from '@/lib/notice'
import { decimal, mul, ratio, toDecimalString } from '@/lib/values'
import type { Facts, IndicatorFacts } from './types'

const WAN_PER_YI = ratio(10_000n)

/**
 * The published national years as facts, so that the same rules judge the reference line. 亿元 become the indicator's
 * 万元 exactly; years counted in another unit than the indicator's are left out, never converted.
 */
export function publishedFacts(): Facts {
  return {
    pledge_amount: yearsOf('pledge_amount', '亿元'),
    pledge_projects: yearsOf('pledge_projects', '项'),
  }
}

function yearsOf(series: 'pledge_amount' | 'pledge_projects', unit: '亿元' | '项'): IndicatorFacts {
  const known = publishedYears(series).filter((row) => row.unit === unit && row.value !== null)
  return Object.fromEntries(
    known.map(({ period, value }) => {
      const printed = decimal(value as string)
      return [period, { value: toDecimalString(unit === '亿元' ? mul(printed, WAN_PER_YI) : printed) }]
    }),
  )
}
