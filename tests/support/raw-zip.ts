import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a zip file, with what it may say falsely of itself. */
export interface RawPart {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  readonly lies?: {
    readonly crc?: number
    readonly size?: number
    readonly flags?: number
    readonly method?: number
    /** Lies where the part with this name lies. */
    readonly overPart?: string
  }
}

/** A zip file written by hand, so that it can also be wrong. */
export function rawZip(parts: readonly RawPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  const starts = new Map<string, number>()
  let at = 0
  for (const { name, content, stored = false, lies = {} } of parts) {
    const data = Buffer.from(content)
    const packed = stored ? data : deflateRawSync(data)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(lies.flags ?? 0x800, 2)
    common.writeUInt16LE(lies.method ?? (stored ? 0 : 8), 4)
    common.writeUInt32LE(0x21_0000, 6)
    common.writeUInt32LE(lies.crc ?? crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(lies.size ?? data.length, 18)
    common.writeUInt16LE(path.length, 22)
    const start = starts.get(lies.overPart ?? '') ?? at
    if (lies.overPart === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed])
      starts.set(name, at)
      pieces.push(local)
      at += local.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(start, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, path]))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}
