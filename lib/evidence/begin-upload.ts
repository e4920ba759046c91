import { actorOf, type Permit } from '@/lib/access/authorize'
import { fileStore } from '@/lib/files/configured-store'
import { beginUploadRow, findOpenUpload, lapseUploads } from '@/lib/store/file-uploads'
import { begin } from '@/lib/store/work'
import { fileName } from './file-name'
import { requireSize } from './keep-file'
import { requireRoom } from './quota'

/** What a browser says of a file before it sends it. `sha256` is of the whole file, hex. */
export interface DeclaredFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** An upload as its sender knows it. */
export interface UploadState {
  readonly id: string
  /** Bytes that are safe: the next piece begins here. */
  readonly received: number
}

/**
 * Begins an upload, or finds the person's own unfinished one of the same file, which goes on where it stopped. Uploads that
 * nobody went on with for a week end here, and their pieces are taken away.
 * @throws Refusal uploadEmpty, uploadTooLarge, fileNameMissing, tooLong, quotaReached
 */
export async function beginUpload(
  permit: Permit<'file.upload'>,
  declared: DeclaredFile,
): Promise<UploadState> {
  requireSize(declared.bytes)
  const wanted = { ...declared, name: fileName(declared.name) }
  const purpose = actorOf(permit).role === 'assessor' ? 'visit' : 'evidence'
  const { upload, lapsed } = await begin(permit, async (work) => {
    const swept = await lapseUploads(work)
    const found = await findOpenUpload(work, wanted)
    if (found === null) await requireRoom(work, wanted, purpose === 'visit' ? 'visits' : 'city')
    return { upload: found ?? (await beginUploadRow(work, { ...wanted, purpose })), lapsed: swept }
  })
  for (const id of lapsed) await fileStore().dropPieces(permit.scope.city, id)
  return { id: upload.id, received: upload.received }
}
