import { isAscii, isUtf8 } from 'node:buffer'
import { SaxesParser } from 'saxes'
import { Refusal } from '@/lib/values'
import type { Deadline } from './deadline'
import { LIMITS } from './limits'
import { damaged, type ZipParts } from './zip-parts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  /** The names of elements come without prefix; elements of another vocabulary than the root's are not reported. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
  /** Called between pieces of the part, to hand on what has been read. */
  readonly pause?: () => Promise<void>
  readonly lane?: QuickLane
}

/**
 * Takes over from the parser what repeats a hundred thousand times in a part and looks the way every program writes it: whole
 * elements of one name, one after the other. Whatever looks otherwise, and everything else, is left to the parser.
 */
export interface QuickLane {
  /** What each of the elements ends with, `</row>`. */
  readonly end: string
  /** Its name. */
  readonly name: string
  /** Whether the parser stands where such elements stand. */
  readonly isOpen: () => boolean
  /** Takes as many as follow one another from there and are whole; gives the place behind them. */
  readonly take: (xml: string, from: number) => number
}

/** How long the lane waits for an element to be whole before the parser gets what there is. */
const WAIT = 1_000_000

/** Reads a part of a workbook as XML: no document type, no depths, whole to its end. @throws Refusal */
export async function readXml(
  zip: ZipParts,
  part: string,
  root: string,
  handlers: XmlHandlers,
  deadline: Deadline,
): Promise<void> {
  const feed = feeder(part, root, handlers)
  let decoder: Decoder | undefined
  for await (const chunk of zip.read(part)) {
    deadline.check()
    decoder ??= decoderOf(chunk)
    feed(decoded(decoder, chunk, part), false)
    await handlers.pause?.()
  }
  feed(decoder === undefined ? '' : decoded(decoder, undefined, part), true)
}

function feeder(
  part: string,
  root: string,
  { open, close, text, lane }: XmlHandlers,
): (xml: string, isLast: boolean) => void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const nameOf = namesUnder(root, part)
  let depth = 0
  // Where the parser stood when such an element ended.
  let ended = -1
  parser.on('error', () => {
    throw damaged(part)
  })
  parser.on('doctype', () => {
    throw new Refusal('fileUnsafe', { why: 'doctype', part })
  })
  parser.on('opentag', (tag) => {
    if (++depth > LIMITS.depth) throw new Refusal('fileUnsafe', { why: 'depth', part })
    const name = nameOf(tag.name)
    if (name !== '') open(name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    const name = nameOf(tag.name)
    if (name === '') return
    close?.(name)
    if (name === lane?.name && lane.isOpen()) ended = parser.position
  })
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (lane === undefined)
    return (xml, isLast) => {
      parser.write(xml)
      if (isLast) parser.close()
    }

  let waiting = ''
  let isIn = false
  let written = 0
  const write = (xml: string): void => {
    parser.write(xml)
    written += xml.length
  }
  return (xml, isLast) => {
    // Joined into one flat text: a sum of two is looked through twice for every sign.
    const all = waiting === '' ? xml : [waiting, xml].join('')
    waiting = ''
    let at = 0
    while (at < all.length) {
      if (isIn) at = lane.take(all, at)
      const cut = all.indexOf(lane.end, at)
      if (cut === -1) {
        if (isIn && !isLast && all.length - at < WAIT) waiting = all.slice(at)
        else {
          write(all.slice(at))
          isIn = false
        }
        break
      }
      write(all.slice(at, cut + lane.end.length))
      at = cut + lane.end.length
      // Only if the element ended with these very signs, and not in a comment that holds the same.
      isIn = ended === written
    }
    if (isLast) parser.close()
  }
}

/** Attributes of another vocabulary are found by their name without prefix: `r:id`. */
export function foreign(attributes: Attributes, name: string): string {
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`))
  return (key === undefined ? undefined : attributes[key]) ?? ''
}

function namesUnder(root: string, part: string): (raw: string) => string {
  const names = new Map<string, string>()
  let prefix: string | null = null
  return (raw) => {
    const known = names.get(raw)
    if (known !== undefined) return known
    const [before, after] = raw.includes(':') ? (raw.split(':', 2) as [string, string]) : ['', raw]
    if (prefix === null && after !== root) throw damaged(part)
    prefix ??= before
    const name = before === prefix ? after : ''
    // Names are the file's to invent; only so many are remembered.
    if (names.size < 1000) names.set(raw, name)
    return name
  }
}

/** Bytes as text, piece after piece; what is no text in its encoding is refused. */
type Decoder = (chunk: Buffer | undefined) => string

function decoderOf(start: Buffer): Decoder {
  const [a, b] = start
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  if (encoding === 'utf-8') return utf8Decoder()
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (chunk) => decoder.decode(chunk, { stream: chunk !== undefined })
}

/** As a TextDecoder that is fatal, at a third of its time. @throws TypeError for what is no UTF-8 */
function utf8Decoder(): Decoder {
  let rest: Buffer = NOTHING
  let isFirst = true
  return (chunk = NOTHING) => {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const whole = chunk.length === 0 ? all.length : all.length - cutOff(all)
    rest = all.subarray(whole)
    const bytes = all.subarray(isFirst && all.subarray(0, 3).equals(MARK) ? 3 : 0, whole)
    if (whole > 0) isFirst = false
    // Sheets hold their texts elsewhere, and are mostly ASCII.
    if (isAscii(bytes)) return bytes.toString('latin1')
    if (!isUtf8(bytes)) throw new TypeError('no UTF-8')
    return bytes.toString('utf8')
  }
}

const NOTHING = Buffer.alloc(0)
/** The mark of the order of bytes, which is no sign of the text. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** How many bytes at the end begin a sign whose others are still to come. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    return back < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) ? back : 0
  }
  return 0
}

function decoded(decode: Decoder, chunk: Buffer | undefined, part: string): string {
  try {
    return decode(chunk)
  } catch {
    throw damaged(part)
  }
}
