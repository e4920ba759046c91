import type { Permit } from '@/lib/access/authorize'
import { readLinks, type Evidence } from '@/lib/store/evidence-links'
import { begin, type Work } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** What stands behind the figures, rows and explanations of a working copy. */
export function readEvidence(permit: Permit<'draft.read'>, period: Period): Promise<Evidence[]> {
  return begin(permit, (work) => standingEvidence(work, period))
}

/** The same within a unit of work: places that a file was taken out of are left out. */
export async function standingEvidence(work: Work, period: Period): Promise<Evidence[]> {
  return (await readLinks(work, period))
    .filter(({ removed }) => !removed)
    .map(({ indicator, kind, target, file, name, sha256, bytes }) => ({
      indicator,
      kind,
      target,
      file,
      name,
      sha256,
      bytes,
    }))
}
