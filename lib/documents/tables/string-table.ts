import { Refusal } from '@/lib/values'
import { cellTextOf } from './cell-text'
import type { Deadline } from './deadline'
import { LIMITS } from './limits'
import { readXml, type QuickLane } from './xml-part'
import type { ZipParts } from './zip-parts'

// A text in one piece, of signs that stand for themselves.
const PLAIN =
  /<si><t(?: xml:space="preserve")?>([^<>&\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]*)<\/t><\/si>/y

/** The texts that cells share, in order. Phonetic guides are no part of a text. */
export async function sharedStrings(zip: ZipParts, part: string, deadline: Deadline): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  let depth = 0
  let total = 0
  const add = (string: string): void => {
    if (strings.length >= LIMITS.sharedStrings) throw tooBig('text', LIMITS.sharedStrings)
    strings.push(cellTextOf(string))
  }
  const count = (length: number): void => {
    total += length
    if (total > LIMITS.text) throw tooBig('text', LIMITS.text)
  }
  const take: QuickLane['take'] = (xml, from) => {
    for (let at = from; ; at = PLAIN.lastIndex) {
      PLAIN.lastIndex = at
      const found = PLAIN.exec(xml)
      if (found === null) return at
      const [, string = ''] = found
      if (string.length > LIMITS.cellText) throw tooBig('cellText', LIMITS.cellText)
      count(string.length)
      add(string)
    }
  }
  await readXml(
    zip,
    part,
    'sst',
    {
      open: (name) => {
        depth++
        if (name === 'si') text = ''
        else if (name === 't') inText = phonetic === 0
        else if (name === 'rPh') phonetic++
      },
      text: (piece) => {
        if (!inText) return
        text += piece
        if (text.length > LIMITS.cellText) throw tooBig('cellText', LIMITS.cellText)
        count(piece.length)
      },
      close: (name) => {
        if (name === 't') inText = false
        else if (name === 'rPh') phonetic--
        else if (name === 'si') add(text)
        depth--
      },
      lane: { end: '</si>', name: 'si', isOpen: () => depth === 1, take },
    },
    deadline,
  )
  return strings
}

export const tooBig = (what: string, limit: number): Refusal =>
  new Refusal('fileTooBig', { what, limit: String(limit) })
