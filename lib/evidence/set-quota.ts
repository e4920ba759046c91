import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { readQuotas, writeQuota, type CityQuota } from '@/lib/store/city-quotas'
import { countUsedBytes, lockFiles } from '@/lib/store/stored-files'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { allowedBytes } from './quota'
import type { Room } from './read-room'

/** A city's use of storage, and every limit that was set for it. */
export interface CityStorage extends Room {
  /** The latest first; none where the default holds. */
  readonly quotas: readonly CityQuota[]
}

const MIB = 1024 * 1024
const LARGEST = 1_000_000_000

/** Reads how much a city keeps and may keep. */
export function readStorage(permit: Permit<'storage.configure'>): Promise<CityStorage> {
  return begin(permit, async (work) => ({
    usedBytes: await countUsedBytes(work),
    allowedBytes: await allowedBytes(work),
    quotas: await readQuotas(work),
  }))
}

/**
 * Sets how much a city may keep, in MiB, with a reason; it holds at once. Never less than it keeps already: a file is never
 * deleted, so a lower limit could not be kept.
 * @throws Refusal quotaWrong, quotaTooLow, reasonMissing, tooLong
 */
export function setQuota(
  permit: Permit<'storage.configure'>,
  { mib, reason }: { readonly mib: string; readonly reason: string },
): Promise<void> {
  const text = mib.normalize('NFKC').replace(/[\s,]/g, '')
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > LARGEST)
    throw new Refusal('quotaWrong', { got: mib.trim().slice(0, 40), limit: String(LARGEST) })
  const why = requireReason(reason)
  return begin(permit, async (work) => {
    await lockFiles(work)
    const used = await countUsedBytes(work)
    if (Number(text) * MIB < used)
      throw new Refusal('quotaTooLow', { used: String(used), got: String(Number(text) * MIB) })
    await writeQuota(work, { mib: Number(text), reason: why })
  })
}
