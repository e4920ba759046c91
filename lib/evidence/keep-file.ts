import { createHash } from 'node:crypto'
import type { Permit } from '@/lib/access/authorize'
import { LARGEST_FILE } from '@/lib/entry/upload-item'
import { fileStore } from '@/lib/files/configured-store'
import { isKind, KINDS, scanContent } from '@/lib/files/content-kind'
import { fileKey } from '@/lib/files/file-store'
import { recordAudit } from '@/lib/store/audit'
import { writeFileRow, type FilePurpose, type StoredFile } from '@/lib/store/stored-files'
import { begin } from '@/lib/store/work'
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
 * @param wanted what has to come true before anything is kept; until then the file is weighed
 * @throws Refusal uploadEmpty, uploadTooLarge, fileKindRefused, fileNameMissing, tooLong, quotaReached, storeFull
 */
export async function keepFile(
  permit: Permit<'report.prepare'>,
  { name: typed, purpose, bytes }: OfferedFile,
  wanted: Promise<unknown> = Promise.resolve(),
): Promise<StoredFile> {
  const name = fileName(typed)
  requireSize(bytes.length)
  const scan = scanContent()
  scan.see(bytes)
  const kind = scan.kind()
  const isUnknown = purpose === 'workbook' && !isKind(kind)
  const contentType = isUnknown ? UNKNOWN : KINDS[evidenceKind(kind, name)]
  const expected = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  // First the bytes, then the row: a row never speaks of bytes that are not there.
  await begin(permit, (work) => requireRoom(work, expected))
  await wanted
  await orRefused(fileStore().put(fileKey(permit.scope.city, expected.sha256), [bytes], expected))
  return begin(permit, async (work) => {
    await requireRoom(work, expected)
    const file = await writeFileRow(work, { ...expected, name, contentType, purpose })
    await recordAudit(work, { file: file.id, name, bytes: file.bytes, sha256: file.sha256, purpose })
    return file
  })
}

const UNKNOWN = 'application/octet-stream'

/** @throws Refusal uploadEmpty, uploadTooLarge */
export function requireSize(bytes: number): void {
  if (bytes === 0) throw new Refusal('uploadEmpty')
  if (bytes > LARGEST_FILE)
    throw new Refusal('uploadTooLarge', { got: String(bytes), limit: String(LARGEST_FILE) })
}
