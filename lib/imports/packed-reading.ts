import { promisify } from 'node:util'
import { deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib'
import type { RowContent } from '@/lib/entry/row-content'
import type { RegisterCode } from '@/lib/notice'
import { inSlices } from './in-slices'
import type { Content } from './read-content'
import type { ReadEntry, Reading, Remark } from './reading'

// In threads of their own: the portal goes on.
const deflated = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw)
const inflated = promisify<Buffer, Buffer>(inflateRaw)

/** How many rows stand in one line. */
const ROWS = 250

interface PackedRows {
  readonly indicator: RegisterCode
  readonly sheet: string
  readonly rows: readonly (readonly [
    id: string | null,
    cell: string,
    content: RowContent,
    remarks: readonly Remark[],
  ])[]
}

/** What a file says but for the rows of its registers, as the process hands it on that read it. */
export interface ContentHead extends Omit<Content, 'rows' | 'places' | 'stated'> {
  readonly places: readonly (readonly (readonly [string, string])[])[]
  readonly stated: Readonly<Record<keyof Content['stated'], readonly string[]>>
}

/** Hands a content on: its head, then its rows some hundreds a line, each line with its break before it. */
export function packContent(
  { rows, places, stated: { cities, periods }, ...rest }: Content,
  onHead: (head: string) => void,
  onLine: (line: string) => void,
): void {
  const stated = { cities: [...cities], periods: [...periods] }
  const head: ContentHead = { ...rest, places: places.map((pairs) => [...pairs]), stated }
  onHead(JSON.stringify(head))
  for (let from = 0; from < rows.length;) {
    const first = rows[from]
    if (first === undefined) break
    let to = from
    while (to < rows.length && to - from < ROWS && isAlike(first, rows[to])) to++
    onLine(`\n${JSON.stringify(packed(first.indicator, first.at.sheet, rows.slice(from, to)))}`)
    from = to
  }
}

const isAlike = (a: ReadEntry, b: ReadEntry | undefined): boolean =>
  a.indicator === b?.indicator && a.at.sheet === b.at.sheet

const packed = (indicator: RegisterCode, sheet: string, rows: readonly ReadEntry[]): PackedRows => ({
  indicator,
  sheet,
  rows: rows.map(({ id, at, content, remarks }) => [id, at.cell, content, remarks]),
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

/** The reading that was kept, a line at a time. One that was kept before its rows stood in lines has them all in the first. */
export async function unpackReading(text: string): Promise<Reading> {
  const end = text.indexOf('\n')
  const { rows, ...rest } = JSON.parse(end === -1 ? text : text.slice(0, end)) as Reading
  const all = [...rows]
  const kept = end === -1 ? '' : text.slice(end + 1)
  const lines = kept.startsWith(DEFLATED)
    ? linesIn(await inflated(Buffer.from(kept.slice(DEFLATED.length), 'base64')))
    : linesIn(Buffer.from(`\n${kept}`, 'utf8'))
  for await (const slice of inSlices(lines, 1)) {
    for (const line of slice) {
      const { indicator, sheet, rows: own } = JSON.parse(line.toString('utf8')) as PackedRows
      for (const [id, cell, content, remarks] of own)
        all.push({ indicator, id, content, at: { sheet, cell }, remarks })
    }
  }
  return { ...rest, rows: all }
}

/** The lines of a text in UTF-8, each with its break before it; empty ones are none. */
function linesIn(text: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0; from < text.length;) {
    const next = text.indexOf('\n', from + 1)
    const end = next === -1 ? text.length : next
    if (end - from > 1) lines.push(text.subarray(from + 1, end))
    from = end
  }
  return lines
}
