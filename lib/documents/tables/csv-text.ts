import { isUtf8 } from 'node:buffer'
import { Refusal } from '@/lib/values'

export interface CsvText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16' | 'gb18030'
  /** Told by its looks, as nothing in the file says so. */
  readonly guessed: boolean
}

/** A file of text as text: UTF-8, UTF-16 with its mark, or GB 18030 (and with it GBK and GB 2312). @throws Refusal fileEncoding */
export function csvText(bytes: Buffer): CsvText {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', guessed: false }
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return { text: decode(bytes, a === 0xff ? 'utf-16le' : 'utf-16be'), encoding: 'utf-16', guessed: false }
  if (isUtf8(bytes)) {
    const text = decode(bytes, 'utf-8')
    const chinese = looksLikeNothing(text) ? tried(bytes, 'gb18030') : null
    if (chinese === null || !isChinese(chinese)) return { text, encoding: 'utf-8', guessed: false }
    return { text: chinese, encoding: 'gb18030', guessed: true }
  }
  return { text: decode(bytes, 'gb18030'), encoding: 'gb18030', guessed: true }
}

/** Greek, Arabic and the like without a single Chinese character: what pairs of GBK bytes look like when taken for UTF-8. */
const looksLikeNothing = (text: string): boolean =>
  /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text)

const isChinese = (text: string): boolean =>
  /^[\u0000-\u007f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/.test(text)

function decode(bytes: Buffer, encoding: string): string {
  const text = tried(bytes, encoding)
  // A private-use character is what an unassigned pair of bytes becomes; noughts are of no text.
  if (text === null || text.includes('\0')) throw new Refusal('fileEncoding')
  return text
}

function tried(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
