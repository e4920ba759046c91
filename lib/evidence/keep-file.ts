import { createHash } from 'node:crypto'
import type { Permit } from '@/lib/access/authorize'
import { LARGEST_FILE } from '@/lib/entry/upload-item'
import { fileStore } from '@/lib/files/configured-store'
import { isKind, KINDS, scanContent } from '@/lib/files/content-kind'
import { fileKey } from '@/lib/files/file-store'
import { recordAudit } from '@/lib/store/audit'
import { writeFileRow, type FilePurpose, type NewFile, type StoredFile } from '@/lib/store/stored-files'
import { begin, type Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { fileName } from './file-name'
import { evidenceKind } from './evidence-kind'
import { requireRoom } from './quota'
import { orRefused } from './store-refusals'

/** A file that arrived whole, in one request. */
export interface OfferedFile {
  readonly name: string
  readonly purpose: FilePurpose
  readonly bytes: Uint8Array
}

/**
 * Keeps a file of the permit's city for good, byte for byte. A workbook is kept whatever it is: its reader says what is wrong
 * with it. The same bytes under the same name are the file that is there.
 * @throws Refusal uploadEmpty, uploadTooLarge, fileKindRefused, fileNameMissing, tooLong, quotaReached, storeFull
 */
export async function keepFile(permit: Permit<'report.prepare'>, offered: OfferedFile): Promise<StoredFile> {
  requireSize(offered.bytes.length)
  const file = weighFile(offered)
  // First the bytes, then the row: a row never speaks of bytes that are not there.
  await begin(permit, (work) => requireRoom(work, file))
  await keepBytes(permit, offered.bytes, file)
  return begin(permit, (work) => noteFile(work, file))
}

/** What a file is, before anything is kept of it. @throws Refusal fileKindRefused, fileNameMissing, tooLong */
export function weighFile({ name: typed, purpose, bytes }: OfferedFile): NewFile {
  const name = fileName(typed)
  const scan = scanContent()
  scan.see(bytes)
  const kind = scan.kind()
  const isUnknown = purpose === 'workbook' && !isKind(kind)
  const contentType = isUnknown ? UNKNOWN : KINDS[evidenceKind(kind, name)]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, contentType, purpose, bytes: bytes.length, sha256 }
}

/**
 * Keeps the bytes of a file that was weighed.
 * @param wanted what has to come true before they are kept
 * @throws Refusal storeFull
 */
export function keepBytes(
  { scope: { city } }: Permit<'report.prepare'>,
  bytes: Uint8Array,
  file: NewFile,
  wanted?: Promise<unknown>,
): Promise<void> {
  return orRefused(fileStore().put(fileKey(city, file.sha256), [bytes], file, wanted))
}

/** Writes down a file whose bytes are kept, in the work of what is said of it. @throws Refusal quotaReached */
export async function noteFile(work: Work<'report.prepare'>, weighed: NewFile): Promise<StoredFile> {
  await requireRoom(work, weighed)
  const file = await writeFileRow(work, weighed)
  const { id, name, bytes, sha256, purpose } = file
  await recordAudit(work, { file: id, name, bytes, sha256, purpose })
  return file
}

const UNKNOWN = 'application/octet-stream'

/** @throws Refusal uploadEmpty, uploadTooLarge */
export function requireSize(bytes: number): void {
  if (bytes === 0) throw new Refusal('uploadEmpty')
  if (bytes > LARGEST_FILE)
    throw new Refusal('uploadTooLarge', { got: String(bytes), limit: String(LARGEST_FILE) })
}
