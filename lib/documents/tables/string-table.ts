import { Refusal } from '@/lib/values'
import { cellTextOf } from './cell-text'
import type { Deadline } from './deadline'
import { LIMITS } from './limits'
import { readXml } from './xml-part'
import type { ZipParts } from './zip-parts'

/** The texts that cells share, in order. Phonetic guides are no part of a text. */
export async function sharedStrings(zip: ZipParts, part: string, deadline: Deadline): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  let total = 0
  await readXml(
    zip,
    part,
    'sst',
    {
      open: (name) => {
        if (name === 'si') text = ''
        else if (name === 't') inText = phonetic === 0
        else if (name === 'rPh') phonetic++
      },
      text: (piece) => {
        if (!inText) return
        text += piece
        total += piece.length
        if (text.length > LIMITS.cellText) throw tooBig('cellText', LIMITS.cellText)
        if (total > LIMITS.text) throw tooBig('text', LIMITS.text)
      },
      close: (name) => {
        if (name === 't') inText = false
        else if (name === 'rPh') phonetic--
        else if (name === 'si') {
          if (strings.length >= LIMITS.sharedStrings) throw tooBig('text', LIMITS.sharedStrings)
          strings.push(cellTextOf(text))
        }
      },
    },
    deadline,
  )
  return strings
}

export const tooBig = (what: string, limit: number): Refusal =>
  new Refusal('fileTooBig', { what, limit: String(limit) })
