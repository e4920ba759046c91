import { promisify } from 'node:util'
import { deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib'
import type { RowContent } from '@/lib/entry/row-content'
import type { RegisterCode } from '@/lib/notice'
import type { ReadEntry, Reading, Remark } from './reading'

// In threads of their own: the portal goes on.
const deflated = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw)
const inflated = promisify<Buffer, Buffer>(inflateRaw)

/** How many rows stand in one line, and are unpacked at once. */
const ROWS = 250

interface PackedRows {
  readonly indicator: RegisterCode
  readonly sheet: string
  readonly rows: readonly (readonly [
    id: string | null,
    cell: string,
    content: PackedContent | RowContent,
    remarks: readonly Remark[],
  ])[]
}

/** The names of what a row says are half its length: they are left out. Rows kept before 2026-11-27 have them. */
type PackedContent = readonly [
  name: string,
  creditCode: string | null,
  noCodeReason: string | null,
  countedOn: string,
  level: RowContent['level'],
  details: RowContent['details'],
  evidence: string,
  note: string,
]

const packedContent = (row: RowContent): PackedContent => [
  row.name,
  row.creditCode,
  row.noCodeReason,
  row.countedOn,
  row.level,
  row.details,
  row.evidence,
  row.note,
]

function unpackedContent(content: PackedContent | RowContent): RowContent {
  if ('name' in content) return content
  // By their places: to take an array apart goes through an iterator, twenty thousand times.
  return {
    name: content[0],
    creditCode: content[1],
    noCodeReason: content[2],
    countedOn: content[3],
    level: content[4],
    details: content[5],
    evidence: content[6],
    note: content[7],
  }
}

/** Hands rows on some hundreds a line, each line with its break before it. */
export function rowPacker(onLine: (line: string) => void): {
  readonly add: (entry: ReadEntry) => void
  readonly end: () => void
} {
  let waiting: ReadEntry[] = []
  const end = (): void => {
    const [first] = waiting
    if (first !== undefined) onLine(`\n${JSON.stringify(packed(first.indicator, first.at.sheet, waiting))}`)
    waiting = []
  }
  return {
    add: (entry) => {
      const [first] = waiting
      if (first !== undefined && (waiting.length === ROWS || !isAlike(first, entry))) end()
      waiting.push(entry)
    },
    end,
  }
}

const isAlike = (a: ReadEntry, b: ReadEntry): boolean =>
  a.indicator === b.indicator && a.at.sheet === b.at.sheet

const packed = (indicator: RegisterCode, sheet: string, rows: readonly ReadEntry[]): PackedRows => ({
  indicator,
  sheet,
  rows: rows.map(({ id, at, content, remarks }) => [id, at.cell, packedContent(content), remarks]),
})

/** What long readings are marked by: their rows are kept deflated. */
const DEFLATED = 'deflated:'
const LONG = 100_000

/** A reading as it is kept: a line of JSON with all but its rows; then the lines of rows, of long readings deflated in base 64. */
export async function keptReading(head: Omit<Reading, 'rows'>, rows: readonly Buffer[]): Promise<string> {
  const lines = Buffer.concat(rows)
  const kept =
    lines.length < LONG
      ? lines.toString('utf8')
      : `\n${DEFLATED}${(await deflated(lines, { level: 1 })).toString('base64')}`
  return `${JSON.stringify({ ...head, rows: [] })}${kept}`
}

/** A reading that was kept. Its rows are made as they are asked for, some hundreds at once: thousands need not be held. */
export interface OpenedReading extends Omit<Reading, 'rows'> {
  readonly rows: () => Iterable<readonly ReadEntry[]>
}

/** Opens a reading that was kept. One that was kept before its rows stood in lines has them all in the first. */
export async function openReading(text: string): Promise<OpenedReading> {
  const end = text.indexOf('\n')
  const { rows, ...head } = JSON.parse(end === -1 ? text : text.slice(0, end)) as Reading
  const kept = end === -1 ? '' : text.slice(end + 1)
  const lines = kept.startsWith(DEFLATED)
    ? await inflated(Buffer.from(kept.slice(DEFLATED.length), 'base64'))
    : Buffer.from(`\n${kept}`, 'utf8')
  return { ...head, rows: () => unpacked(rows, lines) }
}

function* unpacked(first: readonly ReadEntry[], lines: Buffer): Generator<readonly ReadEntry[]> {
  for (let from = 0; from < first.length; from += ROWS) yield first.slice(from, from + ROWS)
  for (const line of linesIn(lines)) {
    const { indicator, sheet, rows } = JSON.parse(line.toString('utf8')) as PackedRows
    yield rows.map((row) => ({
      indicator,
      id: row[0],
      content: unpackedContent(row[2]),
      at: { sheet, cell: row[1] },
      remarks: row[3],
    }))
  }
}

/** The lines of a text in UTF-8, each with its break before it; empty ones are none. */
function* linesIn(text: Buffer): Generator<Buffer> {
  for (let from = 0; from < text.length;) {
    const next = text.indexOf('\n', from + 1)
    const end = next === -1 ? text.length : next
    if (end - from > 1) yield text.subarray(from + 1, end)
    from = end
  }
}
