import { env } from '@/lib/env'
import { readQuotas } from '@/lib/store/city-quotas'
import { lockFiles, readRoomFor } from '@/lib/store/stored-files'
import type { Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

/** How many bytes the permit's city may keep: as set for it last, else as the environment says. */
export async function allowedBytes(work: Work): Promise<number> {
  const [own] = await readQuotas(work)
  return bytesOf(own?.mib)
}

const bytesOf = (mib: number | null | undefined): number =>
  (mib ?? env().CHENGJI_CITY_QUOTA_MIB) * 1024 * 1024

/**
 * Makes sure that a content still fits into what the city may keep, and lets nobody else of the city add any before this work
 * is done. What the city has already costs nothing. Of visits: what an assessor may see of their photographs.
 * @throws Refusal quotaReached
 */
export async function requireRoom(
  work: Work,
  { sha256, bytes }: { sha256: string; bytes: number },
  of: 'city' | 'visits' = 'city',
): Promise<void> {
  await lockFiles(work)
  const { isKept, usedBytes: used, quotaMib } = await readRoomFor(work, sha256, of)
  const allowed = bytesOf(quotaMib)
  if (!isKept && used + bytes > allowed)
    throw new Refusal('quotaReached', { used: String(used), allowed: String(allowed), size: String(bytes) })
}
