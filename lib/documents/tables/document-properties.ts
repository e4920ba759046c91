import { cellTextOf } from './cell-text'
import type { Deadline } from './deadline'
import { LIMITS } from './limits'
import type { Relationship } from './relationships'
import { readXml } from './xml-part'
import type { ZipParts } from './zip-parts'

/** The properties somebody gave the document, by name, and `Application`, the program that wrote it. */
export async function documentProperties(
  zip: ZipParts,
  top: readonly Relationship[],
  deadline: Deadline,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { type, part } of top) {
    if (part === null) continue
    if (type !== 'custom-properties' && type !== 'extended-properties') continue
    let name: string | null = null
    let text = ''
    const end = (): void => {
      if (name !== null && found.size < LIMITS.names) found.set(name, cellTextOf(text.trim()))
      name = null
    }
    await readXml(
      zip,
      part,
      'Properties',
      {
        open: (tag, attributes) => {
          if (tag === 'property') name = attributes.name ?? null
          else if (tag === 'Application') name = tag
          text = ''
        },
        text: (piece) => {
          if (name !== null && text.length < LIMITS.cellText) text += piece
        },
        close: (tag) => {
          if (tag === 'property' || tag === 'Application') end()
        },
      },
      deadline,
    )
  }
  return found
}
