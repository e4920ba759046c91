import { inflateRawSync } from 'node:zlib'

/**
 * The least that anybody who reads a workbook must do: unpack every part, make text of it, and find the cells and the shared
 * texts in it. Nothing is checked, understood or kept. Gives how many it found, and the bytes unpacked.
 */
export function unzipAndScan(bytes: Buffer): { readonly found: number; readonly inflated: number } {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let found = 0
  let inflated = 0
  let at = bytes.readUInt32LE(end + 16)
  for (let parts = bytes.readUInt16LE(end + 10); parts > 0; parts--) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const content = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    inflated += content.length
    const xml = content.toString('utf8')
    if (!/worksheets\/sheet|sharedStrings/.test(name)) continue
    for (const [all] of xml.matchAll(CELLS)) if (all !== '') found++
  }
  return { found, inflated }
}

const CELLS = /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)|<si>(.*?)<\/si>/gs
