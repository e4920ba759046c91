import type { Permit } from '@/lib/access/authorize'
import { fileStore } from '@/lib/files/configured-store'
import { KINDS, scanContent, type ContentScan } from '@/lib/files/content-kind'
import { fileKey, pieceKey } from '@/lib/files/file-store'
import { recordAudit } from '@/lib/store/audit'
import { endUpload, lockUpload, readPieces, type Piece, type Upload } from '@/lib/store/file-uploads'
import { readFileRow, writeFileRow, type StoredFile } from '@/lib/store/stored-files'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { evidenceKind } from './evidence-kind'
import { openUpload } from './open-upload'
import { orRefused } from './store-refusals'

/**
 * Puts the pieces together and keeps the file for good if it has exactly the size and digest that were declared at the
 * beginning, and is of a kind that may stand as evidence; otherwise nothing of it is kept. Finishing twice gives the same file.
 * @throws Refusal uploadUnknown, pieceMisplaced, bytesDiffer, fileKindRefused, storeFull
 */
export async function finishUpload(permit: Permit<'file.upload'>, id: string): Promise<StoredFile> {
  const found = await begin(permit, async (work) => {
    const known = /^[0-9a-f-]{36}$/.test(id) ? await lockUpload(work, id) : null
    const file = known?.file == null ? null : await readFileRow(work, known.file)
    if (file !== null) return file
    const upload = await openUpload(work, id)
    if (upload.received !== upload.bytes) throw new Refusal('pieceMisplaced', { at: String(upload.received) })
    return { upload, pieces: await readPieces(work, id) }
  })
  if (!('pieces' in found)) return found
  const { upload, pieces } = found
  const { city } = permit.scope
  const scan = scanContent()
  try {
    const joined = join(city, upload, pieces, scan)
    await orRefused(fileStore().put(fileKey(city, upload.sha256), joined, upload))
  } catch (error) {
    // A disk that is full may have room later; what differs or may not be kept never gets better.
    if (error instanceof Refusal && error.code !== 'storeFull') await giveUp(permit, id)
    throw error
  }
  const file = await begin(permit, async (work) => {
    const now = await lockUpload(work, id)
    const done = now?.file == null ? null : await readFileRow(work, now.file)
    if (done !== null) return done
    await openUpload(work, id)
    const contentType = KINDS[evidenceKind(scan.kind(), upload.name)]
    const { sha256, bytes, name, purpose } = upload
    const kept = await writeFileRow(work, { sha256, bytes, name, contentType, purpose })
    await endUpload(work, id, { state: 'done', file: kept.id })
    await recordAudit(work, { file: kept.id, name, bytes, sha256, purpose })
    return kept
  })
  await fileStore().dropPieces(city, id)
  return file
}

/** The bytes of the pieces one after another, looked at as they pass. @throws Refusal fileKindRefused after the last */
async function* join(
  city: string,
  upload: Upload,
  pieces: readonly Piece[],
  scan: ContentScan,
): AsyncGenerator<Uint8Array> {
  for (const { starts, sha256 } of pieces) {
    for await (const block of await fileStore().get(pieceKey(city, upload.id, starts, sha256))) {
      scan.see(block)
      yield block
    }
  }
  evidenceKind(scan.kind(), upload.name)
}

async function giveUp(permit: Permit<'file.upload'>, id: string): Promise<void> {
  await begin(permit, (work) => endUpload(work, id, { state: 'given_up' }))
  await fileStore().dropPieces(permit.scope.city, id)
}
