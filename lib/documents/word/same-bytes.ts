import { ZipFile } from 'yazl'
import { readArchive } from '../pack/archive'

/**
 * An Office file whose only times are that of its content, and whose parts are joined by counted names: what its writer took from
 * the clock and from chance is replaced, in the workbooks within it too.
 */
export async function sameBytes(file: Uint8Array, moment: Date): Promise<Uint8Array> {
  const parts = await readArchive(file)
  const at = `${moment.toISOString().slice(0, 19)}Z`
  const names = new Map<string, string>()
  const counted = (name: string): string => {
    const known = names.get(name) ?? `${name.startsWith('rId') ? 'rIdN' : 'mark'}${String(names.size + 1)}`
    names.set(name, known)
    return known
  }
  const zip = new ZipFile()
  // A zip holds local time without a zone; this one is the same everywhere.
  const options = { mtime: new Date(2020, 0, 1), mode: 0o100644, forceDosTimestamp: true }
  for (const { name, bytes } of parts) {
    const content = Buffer.from(bytes)
    const same = name.endsWith('.xlsx')
      ? Buffer.from(await sameBytes(content, moment))
      : /\.(?:xml|rels)$/.test(name)
        ? Buffer.from(
            content
              .toString('utf8')
              .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`)
              .replace(/\b(?:rId|PowerPlusWaterMarkObject)[\w-]{16,}/g, counted),
          )
        : content
    zip.addBuffer(same, name, options)
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
