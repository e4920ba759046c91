import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { readCity, type City } from '@/lib/store/cities'
import { readFileUses, type FileUse } from '@/lib/store/evidence-links'
import { readOpenUploads, type Upload } from '@/lib/store/file-uploads'
import { countUsedBytes, readFileRows, type StoredFile } from '@/lib/store/stored-files'
import { begin } from '@/lib/store/work'
import { allowedBytes } from './quota'
import type { Room } from './read-room'

/** A file of the city and where it stands. */
export interface LibraryFile extends StoredFile {
  readonly uses: readonly FileUse[]
}

export interface Library extends Room {
  readonly city: City
  /** Latest first; the originals of workbooks among them. */
  readonly files: readonly LibraryFile[]
  /** Uploads on their way; only one's own can be gone on with. */
  readonly uploads: readonly (Upload & { readonly isMine: boolean })[]
}

/** All files of the city. @throws AccessRefused notFound when there is no such city */
export function readLibrary(permit: Permit<'draft.read'>): Promise<Library> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const uses = new Map<string, FileUse[]>()
    for (const use of await readFileUses(work)) uses.set(use.file, [...(uses.get(use.file) ?? []), use])
    const files = await readFileRows(work)
    const uploads = await readOpenUploads(work)
    return {
      city,
      files: files.map((file) => ({ ...file, uses: uses.get(file.id) ?? [] })),
      uploads: uploads.map((upload) => ({ ...upload, isMine: upload.begunBy === actorOf(permit).id })),
      usedBytes: await countUsedBytes(work),
      allowedBytes: await allowedBytes(work),
    }
  })
}
