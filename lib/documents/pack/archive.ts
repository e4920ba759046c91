import { fromBuffer, type Entry, type ZipFile as Opened } from 'yauzl'
import { ZipFile } from 'yazl'

/** A file of a pack. Its name has no folders above it: `versions/2022Q2-1.json`. */
export interface PackFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * A zip of these files in this order, each as it is: without compression and times, so that the same files give the same bytes
 * wherever they are packed, and whoever holds the files can say of every byte whether it belongs there.
 */
export async function writeArchive(files: readonly PackFile[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  const options = {
    // A zip holds local time without a zone; this one is the same everywhere.
    mtime: new Date(2020, 0, 1),
    mode: 0o100644,
    compress: false,
    forceDosTimestamp: true,
  }
  for (const { name, bytes } of files) zip.addBuffer(Buffer.from(bytes), name, options)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

/** The files of a zip in their order. @throws Error on what is no whole zip, and on names that lead out of it */
export function readArchive(bytes: Uint8Array): Promise<PackFile[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (fault, zip) => {
      if (fault !== null) {
        reject(fault)
        return
      }
      const files: PackFile[] = []
      zip.on('entry', (entry: Entry) => {
        contentOf(zip, entry).then((content) => {
          files.push({ name: entry.fileName, bytes: content })
          zip.readEntry()
        }, reject)
      })
      zip.once('end', () => {
        resolve(files)
      })
      zip.once('error', reject)
      zip.readEntry()
    })
  })
}

function contentOf(zip: Opened, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (fault, stream) => {
      if (fault !== null) {
        reject(fault)
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        resolve(Buffer.concat(chunks))
      })
      stream.once('error', reject)
    })
  })
}
