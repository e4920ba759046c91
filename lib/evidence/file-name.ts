import { Refusal } from '@/lib/values'

const LONGEST = 200

/**
 * A file's name as it is kept: without folders, control signs and signs that turn the direction of writing round (which can
 * make a program look like a document).
 * @throws Refusal fileNameMissing, tooLong
 */
export function fileName(typed: string): string {
  const name = (typed.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '' || /^\.+$/.test(name)) throw new Refusal('fileNameMissing')
  if (name.length > LONGEST)
    throw new Refusal('tooLong', { limit: String(LONGEST), got: String(name.length) })
  return name
}
