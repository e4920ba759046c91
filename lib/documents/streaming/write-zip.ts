import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { ZIP_ENTRY } from '../workbook-parts'

/** What stands in a zip: a text, or a file of the spool. */
export type ZipPart = readonly [name: string, content: string | { readonly file: string }]

/** Writes a zip of these parts in this order; the same parts give the same bytes. */
export async function writeZip(target: string, parts: readonly ZipPart[]): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of parts) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name, ZIP_ENTRY)
    else zip.addFile(content.file, name, ZIP_ENTRY)
  }
  // What it could not read, it says here and not to its stream.
  const failed = new Promise<never>((_, reject) => {
    zip.once('error', reject)
  })
  zip.end()
  await Promise.race([pipeline(zip.outputStream, createWriteStream(target)), failed])
}
