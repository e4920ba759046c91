import { authorizePortal, authorizeSettling } from '@/lib/access/authorize'
import { readOpenEntries, writeOutcome } from '@/lib/store/instalment-steps'
import { begin } from '@/lib/store/work'

/**
 * Writes what became of entries after which the portal stopped: an entry is committed before the other amount can be read,
 * so what it led to is a deed of its own, and the amounts say it as well later. Gives how many were found.
 * @throws the first of what went wrong, after all were tried
 */
export async function settleEntries(): Promise<number> {
  const open = await begin(authorizePortal('instalment.settle'), (work) => readOpenEntries(work))
  const failed: Error[] = []
  for (const { city, seq } of open) {
    await begin(authorizeSettling(city), (work) => writeOutcome(work, seq)).catch((error: unknown) => {
      failed.push(error instanceof Error ? error : new Error(String(error)))
    })
  }
  const [first] = failed
  if (first !== undefined) throw first
  return open.length
}
