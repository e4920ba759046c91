import type { Permit } from '@/lib/access/authorize'
import { countUsedBytes } from '@/lib/store/stored-files'
import { begin } from '@/lib/store/work'
import { allowedBytes } from './quota'

/** What a city keeps and may keep, in bytes. */
export interface Room {
  readonly usedBytes: number
  readonly allowedBytes: number
}

/** How much room the city has for files. */
export function readRoom(permit: Permit<'draft.read'>): Promise<Room> {
  return begin(permit, async (work) => ({
    usedBytes: await countUsedBytes(work),
    allowedBytes: await allowedBytes(work),
  }))
}
