import type { Cell } from './cell'
import { csvLine } from './csv'

/**
 * Bytes of UTF-8, a sign each, where a line of COPY may not be what `csvLine` writes: a field that begins or ends with what might
 * be a space, that begins like a formula, a code of digits alone or a day, or that holds what is quoted, coded or left out. Whoever
 * is suspected without reason is only written more slowly.
 */
const SUSPECT = new RegExp(
  [
    '["\\\\;\\t\\x00-\\x09\\x0b-\\x1f\\x7f]|\\xc2[\\x80-\\x9f]|\\xef\\xbf[\\xbe\\xbf]',
    '(?:^|[,\\n])(?:[ =+\\-@|%]|\\xc2\\xa0|\\xe1\\x9a\\x80|\\xe2[\\x80\\x81]|\\xe3\\x80\\x80|\\xef[\\xbb-\\xbd]|0\\d|\\d{12,}(?=[,\\n])|\\d{1,4}\\/)',
    '(?: |\\xc2\\xa0|\\xe1\\x9a\\x80|\\xe2[\\x80\\x81][\\x80-\\xbf]|\\xe3\\x80\\x80|\\xef\\xbb\\xbf)(?=[,\\n])',
  ].join('|'),
  'g',
)

/** What COPY writes for signs that would break its lines. */
const CODED: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/**
 * Rows as COPY wrote them (a line each, commas between fields, blank for none) as the lines that `csvLine` writes of the same
 * cells, byte for byte. Rows that need no guard and no quotes pass as they are.
 * @param kinds of the cells that are not blank, column by column
 */
export function csvOfCopy(
  copied: Buffer,
  kinds: readonly Exclude<Cell['kind'], 'blank'>[],
): { readonly bytes: Buffer; readonly rows: number } {
  const text = copied.toString('latin1')
  const lines: string[] = []
  let at = 0
  SUSPECT.lastIndex = 0
  for (let found = SUSPECT.exec(text); found !== null; found = SUSPECT.exec(text)) {
    // A sign before a field is the end of the line before.
    const start = text.lastIndexOf('\n', found.index + (text[found.index] === '\n' ? 0 : -1)) + 1
    const end = text.indexOf('\n', Math.max(start, found.index)) + 1
    lines.push(text.slice(at, start).replaceAll('\n', '\r\n'))
    lines.push(guarded(text.slice(start, end - 1), kinds))
    at = end
    // What stands before the first field of the next line belongs to it.
    SUSPECT.lastIndex = Math.max(end - 1, 0)
  }
  lines.push(text.slice(at).replaceAll('\n', '\r\n'))
  const bytes = Buffer.from(lines.join(''), 'latin1')
  return { bytes, rows: countOf(text, '\n') }
}

/** One line, by the writer of cells; `line`: bytes, a sign each. */
function guarded(line: string, kinds: readonly Exclude<Cell['kind'], 'blank'>[]): string {
  const cells = fieldsOf(Buffer.from(line, 'latin1').toString()).map((value, i): Cell => {
    const kind = kinds[i] ?? 'text'
    return value === '' ? { kind: 'blank' } : { kind, value }
  })
  return Buffer.from(csvLine(cells)).toString('latin1')
}

function fieldsOf(line: string): string[] {
  if (!line.includes('\\')) return line.split(',')
  const fields = ['']
  for (const [piece] of line.matchAll(/\\.|,|[^\\,]+/gsu)) {
    if (piece === ',') fields.push('')
    else fields.push((fields.pop() ?? '') + (piece.startsWith('\\') ? decoded(piece[1] ?? '') : piece))
  }
  return fields
}

const decoded = (sign: string): string => CODED[sign] ?? sign

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1
  return count
}
