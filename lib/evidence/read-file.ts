import { AccessRefused, actorOf, mayEver, type Permit } from '@/lib/access/authorize'
import { fileStore } from '@/lib/files/configured-store'
import { counted } from '@/lib/files/counted'
import { fileKey } from '@/lib/files/file-store'
import { isInVersion } from '@/lib/store/evidence-links'
import { isBehindPlan } from '@/lib/store/plan-progress'
import { readFileRow, type StoredFile } from '@/lib/store/stored-files'
import { begin } from '@/lib/store/work'

/** A file and its bytes, which end only if they are exactly those that were uploaded. */
export interface OpenFile {
  readonly file: StoredFile
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Opens a file of the permit's city. Its own people read every file; everybody else those that stand in a submitted
 * version or behind the progress of a task. A photograph of a visit is read by whom the database shows it.
 * The bytes are compared with the digest on their way, and break off if they differ.
 * @throws AccessRefused notFound
 */
export async function readFile(permit: Permit<'file.read'>, id: string): Promise<OpenFile> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new AccessRefused('notFound')
  const file = await begin(permit, async (work) => {
    const found = await readFileRow(work, id)
    const isOwn = mayEver(actorOf(permit), 'draft.read')
    return found !== null &&
      (isOwn || found.purpose === 'visit' || (await isInVersion(work, id)) || (await isBehindPlan(work, id)))
      ? found
      : null
  })
  if (file === null) throw new AccessRefused('notFound')
  const stored = await fileStore().get(fileKey(permit.scope.city, file.sha256))
  return { file, content: counted(stored, file) }
}
