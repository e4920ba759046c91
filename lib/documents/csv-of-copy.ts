import { text, blank, type Cell } from './cell'
import { csvLine } from './csv'

type Kind = Exclude<Cell['kind'], 'blank'>

/** Rows of one kind, and how they become lines. */
interface CopiedKind {
  /** The table that its lines are of. */
  readonly key: string
  /** Texts that stand before the fields of each row. */
  readonly before: readonly string[]
  /** Of the fields that are written, where they are not blank. */
  readonly kinds: readonly Kind[]
  /** Fields that only other kinds have: they are blank, and left out. */
  readonly lacking: { readonly at: number; readonly count: number }
}

/** Lines of one table, complete. */
interface CopiedLines {
  readonly key: string
  readonly bytes: Uint8Array
  readonly rows: number
}

/** A table of what bytes of UTF-8 mean: of those that are not named, nothing. */
const meaning = (...named: readonly (readonly [meaning: number, bytes: readonly number[]])[]): Uint8Array => {
  const table = new Uint8Array(256)
  for (const [each, bytes] of named) for (const byte of bytes) table[byte] = each
  return table
}
const bytesOf = (signs: string): number[] => [...Buffer.from(signs)]
const CONTROLS = Array.from({ length: 0x20 }, (_, byte) => byte)

const ENDS_FIELD = 1
const ODD = 2
const MAY_BE_ODD = 3
/** Within a field: what is quoted, coded or left out; some such signs begin with c2 and ef. */
const WITHIN = meaning(
  [ODD, [...CONTROLS, ...bytesOf('"\\;\x7f')]],
  [MAY_BE_ODD, [0xc2, 0xef]],
  [ENDS_FIELD, bytesOf(',\n')],
)
/** As the first byte of a field. */
const FIRST = meaning([MAY_BE_ODD, [...bytesOf(' =+-@|%0123456789'), 0xc2, 0xe1, 0xe2, 0xe3, 0xef]])
/** As the first byte of the last sign of a field, where that has three. */
const LAST = meaning([MAY_BE_ODD, [0xe1, 0xe2, 0xe3, 0xef]])

const [COMMA, SPACE, SLASH, ZERO, NINE, CARRIAGE_RETURN, LINE_FEED] = [
  0x2c, 0x20, 0x2f, 0x30, 0x39, 0x0d, 0x0a,
] as const

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
 * Makes of rows as COPY writes them (commas between fields, blank for none, the number of their kind first) the lines that
 * `csvLine` writes of the same cells, byte for byte. A row whose bytes need no guard and no quotes passes as it is; every other
 * goes to the writer of cells, and who is suspected without reason is only written more slowly.
 */
export class CsvOfCopy {
  readonly #kinds: readonly (CopiedKind & { readonly prefix: Buffer; readonly to: Lines })[]
  readonly #tables = new Map<string, Lines>()

  /** @param kinds by the number that their rows begin with */
  constructor(kinds: readonly CopiedKind[]) {
    this.#kinds = kinds.map((kind) => {
      const to = this.#tables.get(kind.key) ?? new Lines()
      this.#tables.set(kind.key, to)
      const line = csvLine(kind.before.map(text))
      return { ...kind, prefix: Buffer.from(line.replace(/\r\n$/, ',')), to }
    })
  }

  /** @param row a whole one, with the line feed at its end; nothing is kept of it */
  take(row: Buffer): void {
    let at = 0
    let number = 0
    for (let byte = row[0] ?? 0; byte !== COMMA; byte = row[++at] ?? COMMA) number = number * 10 + byte - ZERO
    const kind = this.#kinds[number]
    if (kind === undefined) throw new RangeError('a row of no kind that was announced')
    const { prefix, to, lacking } = kind
    const cut = plainUpTo(row, at + 1, lacking.at)
    if (cut === null) to.add(prefix, guarded(row, at + 1, kind))
    else to.addFields(prefix, row, at + 1, cut, cut + lacking.count)
  }

  /** The lines of each table that has some. */
  lines(): CopiedLines[] {
    return [...this.#tables]
      .filter(([, { rows }]) => rows > 0)
      .map(([key, to]) => ({ key, bytes: to.bytes(), rows: to.rows }))
  }
}

const LEAST_HELD = 65_536

/** Lines in the memory of one buffer, which grows with them. */
class Lines {
  rows = 0
  #held = Buffer.alloc(0)
  #size = 0

  bytes(): Buffer {
    return this.#held.subarray(0, this.#size)
  }

  add(prefix: Buffer, line: Buffer): void {
    const held = this.#room(prefix.length + line.length)
    this.#size += prefix.copy(held, this.#size)
    this.#size += line.copy(held, this.#size)
    this.rows += 1
  }

  /** Adds the fields of a row from a place on, without the bytes from `cut` to `on`. */
  addFields(prefix: Buffer, row: Buffer, from: number, cut: number, on: number): void {
    const held = this.#room(prefix.length + row.length + 1)
    let size = this.#size
    size += prefix.copy(held, size)
    size += row.copy(held, size, from, cut)
    size += row.copy(held, size, on, row.length - 1)
    held[size] = CARRIAGE_RETURN
    held[size + 1] = LINE_FEED
    this.#size = size + 2
    this.rows += 1
  }

  #room(more: number): Buffer {
    const needed = this.#size + more
    if (needed <= this.#held.length) return this.#held
    const larger = Buffer.allocUnsafe(Math.max(2 * needed, LEAST_HELD))
    this.#held.copy(larger, 0, 0, this.#size)
    this.#held = larger
    return larger
  }
}

/** Where the field of a number begins in a row, whose fields begin at a place; null where a field may need more than copying. */
function plainUpTo(row: Buffer, from: number, wanted: number): number | null {
  let at = from
  let found = from
  for (let field = 0; ; field++) {
    if (field === wanted) found = at
    if (beginsOddly(row, at)) return null
    const start = at
    let byte = row[at] ?? 0
    for (;;) {
      while (WITHIN[byte] === 0) byte = row[++at] ?? 0
      const what = WITHIN[byte]
      if (what === ENDS_FIELD) break
      if (what === ODD || isOddSign(row, at)) return null
      byte = row[++at] ?? 0
    }
    if (at > start && endsOddly(row, at)) return null
    if (byte !== COMMA) return found
    at += 1
  }
}

/** A control sign of C1, or one of the two that are none. */
function isOddSign(row: Buffer, at: number): boolean {
  const second = row[at + 1] ?? 0
  return row[at] === 0xc2 ? second < 0xa0 : second === 0xbf && (row[at + 2] ?? 0) >= 0xbe
}

/** Whether a field begins with what might be a space or a formula, or is a code of digits alone or a day. */
function beginsOddly(row: Buffer, at: number): boolean {
  const first = row[at] ?? 0
  if (FIRST[first] === 0) return false
  if (first >= ZERO && first <= NINE) return isOddNumber(row, at)
  return first < 0x80 || isWideSpace(row, at) || (first === 0xef && (row[at + 1] ?? 0) <= 0xbd)
}

function isOddNumber(row: Buffer, at: number): boolean {
  let end = at + 1
  let byte = row[end] ?? 0
  while (byte >= ZERO && byte <= NINE) byte = row[++end] ?? 0
  const digits = end - at
  if (byte === SLASH) return digits <= 4
  return (row[at] === ZERO && digits > 1) || (digits >= 12 && WITHIN[byte] === ENDS_FIELD)
}

/** Whether the field before a place ends with what might be a space. */
function endsOddly(row: Buffer, end: number): boolean {
  const last = row[end - 1] ?? 0
  if (last < 0x80) return last === SPACE
  if (last === 0xa0 && row[end - 2] === 0xc2) return true
  return LAST[row[end - 3] ?? 0] !== 0 && isWideSpace(row, end - 3)
}

/** Whether a sign of more than one byte might be a space to somebody, also one without width. */
function isWideSpace(row: Buffer, at: number): boolean {
  const second = row[at + 1] ?? 0
  switch (row[at]) {
    case 0xc2:
      return second === 0xa0
    case 0xe1:
      return second === 0x9a
    case 0xe2:
      return second === 0x80 || second === 0x81
    case 0xe3:
      return second === 0x80 && row[at + 2] === 0x80
    default:
      return second === 0xbb
  }
}

/** One row, by the writer of cells. */
function guarded(row: Buffer, from: number, { kinds, lacking }: CopiedKind): Buffer {
  const fields = fieldsOf(row.toString('utf8', from, row.length - 1)).toSpliced(lacking.at, lacking.count)
  return Buffer.from(
    csvLine(fields.map((value, i): Cell => (value === '' ? blank : { kind: kinds[i] ?? 'text', value }))),
  )
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
