import { indicatorCodes } from '@/lib/notice'
import type { Facts } from '@/lib/rules/types'
import type { PendingFact } from '@/lib/store/summary'
import { isQuarter } from '@/lib/values'

/** Of the facts submitted those of quarters that are not accepted; a blank is none. */
export function pendingFacts(facts: Facts): PendingFact[] {
  return indicatorCodes.flatMap((indicator) =>
    Object.entries(facts[indicator] ?? {}).flatMap(([period, fact]): PendingFact[] =>
      fact === undefined || fact.value === null || fact.acceptedAt !== undefined || !isQuarter(period)
        ? []
        : [{ indicator, period, value: fact.value, version: fact.version ?? 0 }],
    ),
  )
}
