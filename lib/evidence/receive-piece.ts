import { createHash } from 'node:crypto'
import type { Permit } from '@/lib/access/authorize'
import { fileStore } from '@/lib/files/configured-store'
import { scanContent } from '@/lib/files/content-kind'
import { pieceKey } from '@/lib/files/file-store'
import { addPiece, endUpload, readPieces } from '@/lib/store/file-uploads'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import type { UploadState } from './begin-upload'
import { evidenceKind } from './evidence-kind'
import { LARGEST_PIECE, SMALLEST_PIECE } from './limits'
import { openUpload } from './open-upload'
import { orRefused } from './store-refusals'

/** A piece as it arrived, and what its sender says of it. */
export interface SentPiece {
  /** Where in the file it begins. */
  readonly at: number
  readonly bytes: Uint8Array
  /** Its SHA-256 by the sender's word, hex. */
  readonly sha256: string
}

/**
 * Keeps the next piece of an upload; acknowledged, it survives any crash. What was cut or altered on its way is refused and
 * may be sent again; the same piece again, after a lost answer, changes nothing.
 * @throws Refusal uploadUnknown, pieceMisplaced, bytesDiffer, fileKindRefused, storeFull
 */
export async function receivePiece(
  permit: Permit<'file.upload'>,
  id: string,
  { at, bytes, sha256 }: SentPiece,
): Promise<UploadState> {
  const received = createHash('sha256').update(bytes).digest('hex')
  if (received !== sha256)
    throw new Refusal('bytesDiffer', { expected: String(bytes.length), got: String(bytes.length) })
  const before = await begin(permit, async (work) => {
    const upload = await openUpload(work, id)
    return { upload, pieces: await readPieces(work, id) }
  })
  const { upload, pieces } = before
  if (pieces.some((piece) => piece.starts === at && piece.sha256 === sha256))
    return { id, received: upload.received }
  const rest = upload.bytes - at
  if (at !== upload.received || bytes.length > rest)
    throw new Refusal('pieceMisplaced', { at: String(upload.received) })
  if (bytes.length > LARGEST_PIECE || bytes.length < Math.min(SMALLEST_PIECE, rest))
    throw new Refusal('formWrong', { field: 'bytes' })
  if (at === 0 && !mayBeEvidence(bytes, upload.name)) {
    await begin(permit, (work) => endUpload(work, id, { state: 'given_up' }))
    refuseEarly(bytes, upload.name)
  }
  const { city } = permit.scope
  await orRefused(fileStore().put(pieceKey(city, id, at, sha256), [bytes], { bytes: bytes.length, sha256 }))
  return begin(permit, async (work) => {
    const now = await openUpload(work, id)
    if (now.received !== at) throw new Refusal('pieceMisplaced', { at: String(now.received) })
    await addPiece(work, now, { starts: at, bytes: bytes.length, sha256 })
    return { id, received: at + bytes.length }
  })
}

function mayBeEvidence(bytes: Uint8Array, name: string): boolean {
  try {
    refuseEarly(bytes, name)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** What can be told from the beginning need not be waited for; what a compound file is, only its end tells. */
function refuseEarly(bytes: Uint8Array, name: string): void {
  const scan = scanContent()
  scan.see(bytes)
  if (!scan.isCompound()) evidenceKind(scan.kind(), name)
}
