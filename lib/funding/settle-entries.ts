import { authorizePortal, authorizeSettling } from '@/lib/access/authorize'
import { readOpenEntries, writeOutcome } from '@/lib/store/instalment-steps'
import { begin } from '@/lib/store/work'

/**
 * Writes what became of entries after which the portal stopped: an entry is committed before the other amount can be read,
 * so what it led to is a deed of its own, and the amounts say it as well later. Gives how many were found.
 */
export async function settleEntries(): Promise<number> {
  const open = await begin(authorizePortal('instalment.settle'), (work) => readOpenEntries(work))
  for (const { city, seq } of open) await begin(authorizeSettling(city), (work) => writeOutcome(work, seq))
  return open.length
}
