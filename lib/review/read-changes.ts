import type { Permit } from '@/lib/access/authorize'
import { readChanges, readVisit, writeVisit, type Change } from '@/lib/store/changes'
import { begin } from '@/lib/store/work'

/** Days that are shown to somebody who has never marked anything as seen. */
const FIRST_DAYS = 92
const LARGEST = 200

export interface ChangesPage {
  readonly now: Date
  readonly since: Date
  /** Never marked: `since` is three months ago. */
  readonly isFirst: boolean
  readonly changes: readonly Change[]
  /** There are more than are shown. */
  readonly isCut: boolean
}

/** What changed since the person last said that he or she had seen everything, each with its reason. */
export function readChangesPage(permit: Permit<'dashboard.read'>): Promise<ChangesPage> {
  return begin(permit, async (work) => {
    const visit = await readVisit(work)
    const since = visit ?? new Date(work.now.getTime() - FIRST_DAYS * 86_400_000)
    const found = await readChanges(work, since, LARGEST + 1)
    return {
      now: work.now,
      since,
      isFirst: visit === null,
      changes: found.slice(0, LARGEST),
      isCut: found.length > LARGEST,
    }
  })
}

/** Everything up to a moment has been seen; what came later stays new. */
export function markSeen(permit: Permit<'dashboard.visit'>, upTo: Date): Promise<void> {
  return begin(permit, (work) => writeVisit(work, upTo < work.now ? upTo : work.now))
}
