import {
  indicatorCodes,
  indicator as indicatorOf,
  isNumeric,
  publishedYears,
  type IndicatorCode,
} from '@/lib/notice'
import { defaultConfiguration, judge, type IndicatorFacts, type Judgement } from '@/lib/rules'
import { decimal, mul, quarterOf, ratio, toDecimalString, yearOf, type Quarter } from '@/lib/values'

const SERIES = ['pledge_amount', 'pledge_projects'] as const

/** The published yearly figures of one result in the unit of the notice: 亿元 become 万元, 项 stay, other units are left out. */
function publishedFacts(code: IndicatorCode): IndicatorFacts {
  const series = SERIES.find((candidate) => candidate === code)
  if (series === undefined) return {}
  return Object.fromEntries(
    publishedYears(series).flatMap((row) => {
      if (row.value === null) return []
      if (row.unit === '亿元')
        return [[row.period, { value: toDecimalString(mul(decimal(row.value), ratio(10_000n))) }]]
      return row.unit === '项' ? [[row.period, { value: row.value }]] : []
    }),
  )
}

/**
 * The reference line 全国 (published): the published national series, judged by the same rules. Only whole years are
 * published, so it is judged as of the last full year before or at the quarter asked for.
 */
export function judgePublished(wanted: Quarter): { asOf: Quarter; verdicts: Judgement[] } {
  const asOf = wanted.endsWith('Q4') ? wanted : quarterOf(yearOf(wanted) - 1, 4)
  const verdicts = indicatorCodes
    .filter((code) => isNumeric(indicatorOf(code)) && Object.keys(publishedFacts(code)).length > 0)
    .map((code) => judge(code, publishedFacts(code), defaultConfiguration, asOf))
  return { asOf, verdicts }
}
