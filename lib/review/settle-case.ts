import type { Permit } from '@/lib/access/authorize'
import { refreshFacts } from '@/lib/reporting/accepted-facts'
import { appendLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'

/** Brings one city's accepted figures in step with a decided case, and writes that into the city's ledger. */
export function settleCase(permit: Permit<'case.settle'>, number: number, counts: boolean): Promise<void> {
  return begin(permit, async (work) => {
    await refreshFacts(work)
    await appendLedger(work, 'case.decided', { case: number, counts })
  })
}
