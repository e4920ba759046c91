import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '@/lib/values'
import { activePart } from './active-content'
import { LIMITS } from './limits'

/** The parts of a workbook's container, weighed before any of them is unpacked. */
export interface ZipParts {
  readonly has: (part: string) => boolean
  /** The names of all parts, in lower case. */
  readonly names: readonly string[]
  /** The bytes of a part, unpacked; its size and checksum have been proved when it ends. @throws Refusal */
  readonly read: (part: string) => AsyncIterable<Buffer>
}

export const damaged = (part: string): Refusal => new Refusal('fileDamaged', { part })
const unsafe = (why: string, part: string): Refusal => new Refusal('fileUnsafe', { why, part })

/** Opens the container and refuses it when it promises more than a workbook may be. @throws Refusal */
export async function openZip(bytes: Buffer): Promise<ZipParts> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }
    fromBuffer(bytes, options, (error, opened) => {
      if (error) reject(damaged(''))
      else resolve(opened)
    })
  })
  if (zip.entryCount > LIMITS.entries) throw unsafe('entries', '')
  const entries = await entriesOf(zip)
  refuseOverlaps([...entries.values()])
  return {
    has: (part) => entries.has(part.toLowerCase()),
    names: [...entries.keys()],
    read: (part) => unpacked(zip, bytes, part, entries.get(part.toLowerCase())),
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let total = 0
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => {
      reject(
        /relative path|absolute path|invalid characters/.test(error.message)
          ? unsafe('path', '')
          : damaged(''),
      )
    })
    zip.on('end', () => {
      resolve(entries)
    })
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      const refusal = refusalOf(entry, entries, total)
      if (refusal !== null) {
        reject(refusal)
        return
      }
      entries.set(entry.fileName.toLowerCase(), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function refusalOf(entry: Entry, others: ReadonlyMap<string, Entry>, total: number): Refusal | null {
  const { fileName: part, uncompressedSize: size, compressedSize: packed } = entry
  if (others.has(part.toLowerCase())) return unsafe('duplicate', part)
  if (entry.isEncrypted()) return new Refusal('fileEncrypted')
  if (size > LIMITS.partBytes || total > LIMITS.totalBytes) return unsafe('inflation', part)
  if (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio) return unsafe('inflation', part)
  const what = activePart(part)
  return what === null ? null : new Refusal('fileActive', { what })
}

/** Parts that lie over one another: one piece of packed bytes that is to count many times. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const { fileName, relativeOffsetOfLocalHeader: start, compressedSize } of inOrder) {
    if (start < end) throw unsafe('overlap', fileName)
    end = start + 30 + compressedSize
  }
}

async function* unpacked(
  zip: ZipFile,
  bytes: Buffer,
  part: string,
  entry: Entry | undefined,
): AsyncGenerator<Buffer> {
  if (entry === undefined) throw damaged(part)
  let size = 0
  let sum = 0
  try {
    const packed = await packedBytes(zip, bytes, entry)
    for await (const chunk of inflated(packed, entry)) {
      size += chunk.length
      if (size > entry.uncompressedSize) throw unsafe('inflation', part)
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const isLie = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isLie ? unsafe('inflation', part) : damaged(part)
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(part)
}

function packedBytes(zip: ZipFile, bytes: Buffer, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (error) reject(error)
      else resolve(bytes.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize))
    })
  })
}

const PIECE = 32 * 1024
/** The least piece that zlib unpacks into. */
const LEAST = 64
/** Up to here a part is unpacked at once: a stream costs more than it saves. */
const SMALL = 2_000_000

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/** In pieces large enough that handing them over costs little. */
function inflated(packed: Buffer, entry: Entry): Iterable<Buffer> | AsyncIterable<Buffer> {
  const { compressionMethod: method, uncompressedSize: size } = entry
  if (method === 0) return slices(packed)
  if (method !== 8) throw new Error(`packed by method ${method}`)
  // One byte more than promised is enough to find out a lie; unpacked into one piece, of which no copy is made.
  if (size <= SMALL)
    return slices(inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: Math.max(size + 1, LEAST) }))
  const inflate = createInflateRaw({ chunkSize: PIECE })
  inflate.end(packed)
  return inflate
}
