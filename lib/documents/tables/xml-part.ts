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
}

/** Reads a part of a workbook as XML: no document type, no depths, whole to its end. @throws Refusal */
export async function readXml(
  zip: ZipParts,
  part: string,
  root: string,
  handlers: XmlHandlers,
  deadline: Deadline,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const nameOf = namesUnder(root, part)
  let depth = 0
  parser.on('error', () => {
    throw damaged(part)
  })
  parser.on('doctype', () => {
    throw new Refusal('fileUnsafe', { why: 'doctype', part })
  })
  parser.on('opentag', (tag) => {
    if (++depth > LIMITS.depth) throw new Refusal('fileUnsafe', { why: 'depth', part })
    const name = nameOf(tag.name)
    if (name !== '') handlers.open(name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    const name = nameOf(tag.name)
    if (name !== '') handlers.close?.(name)
  })
  if (handlers.text !== undefined) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  let decoder: TextDecoder | undefined
  for await (const chunk of zip.read(part)) {
    deadline.check()
    decoder ??= decoderOf(chunk)
    parser.write(decoded(() => decoder?.decode(chunk, { stream: true }) ?? '', part))
    await handlers.pause?.()
  }
  parser.write(decoded(() => decoder?.decode() ?? '', part))
  parser.close()
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

function decoderOf(start: Buffer): TextDecoder {
  const [a, b] = start
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true })
}

function decoded(decode: () => string, part: string): string {
  try {
    return decode()
  } catch {
    throw damaged(part)
  }
}
