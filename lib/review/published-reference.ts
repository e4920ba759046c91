import { numericIndicators } from '@/lib/notice'
import { defaultConfiguration, judge, publishedFacts, type Judgement } from '@/lib/rules'
import { quarterOf, yearOf, type Quarter } from '@/lib/values'

/**
 * The reference line 全国 (published): the published national series, judged by the same rules. Only whole years are
 * published, so it is judged as of the last full year before or at the quarter asked for.
 */
export function judgePublished(wanted: Quarter): { asOf: Quarter; verdicts: Judgement[] } {
  const asOf = wanted.endsWith('Q4') ? wanted : quarterOf(yearOf(wanted) - 1, 4)
  const facts = publishedFacts()
  const verdicts = numericIndicators.flatMap(({ code }) => {
    const known = facts[code]
    return known === undefined ? [] : [judge(code, known, defaultConfiguration, asOf)]
  })
  return { asOf, verdicts }
}
