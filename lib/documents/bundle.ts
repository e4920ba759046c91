import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file that goes into a bundle; its bytes are asked for when it is its turn. */
export interface BundledFile {
  /** With its ending; without folders. */
  readonly name: string
  readonly bytes: number
  readonly open: () => Promise<AsyncIterable<Uint8Array>>
}

/**
 * A zip of files as they are, in this order, without times and without compression (they are compressed already): the same
 * files give the same bytes. No more than one file's block is in memory at a time.
 */
export function bundle(files: readonly BundledFile[]): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  for (const { name, bytes, open } of files) {
    const options = {
      mtime: new Date(2020, 0, 1),
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
      size: bytes,
    }
    zip.addReadStreamLazy(name, options, (give) => {
      open().then(
        (content) => {
          give(null, Readable.from(content))
        },
        (error: unknown) => {
          give(error, Readable.from([]))
        },
      )
    })
  }
  const output = zip.outputStream as Readable
  // What cannot be read breaks the bundle off: nobody takes half of it for the whole.
  zip.on('error', (error: Error) => output.destroy(error))
  zip.end()
  return output as AsyncIterable<Uint8Array>
}
