import { unitPower } from './unit-words'

/** A result that a row of a spreadsheet names, and where. */
export interface NameMatch<Row = unknown> {
  readonly row: Row
  /** The place of the name in its row. */
  readonly at: number
  /** `part`: a shorter or longer name, which fits one result only. */
  readonly by: 'code' | 'name' | 'part'
  /** The unit behind the name, in brackets. */
  readonly unit: string | null
}

interface Named {
  readonly code: string
  readonly names: readonly string[]
}

/** Shorter pieces of a name fit by chance. */
const LEAST_PART = 5
const LONGEST_NAME = 80

/** Without brackets and what stands in them, numbering, spaces and signs. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)?[.、:)]\s*/, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s()*/,.、，。:;_'"“”-]+/g, '')

/** Which result a row of cells names: by its code, its name, or a part of the name that fits no other. */
export function nameIn<Row extends Named>(
  cells: readonly string[],
  rows: readonly Row[],
): NameMatch<Row> | null {
  const labels = cells
    .map((text, at) => ({ text, at, said: text.length > LONGEST_NAME ? '' : plain(text) }))
    .filter(({ said }) => said !== '')
  const found = (by: NameMatch['by'], text: string, at: number, row: Row): NameMatch<Row> => ({
    row,
    at,
    by,
    unit: labels.map((label) => unitBehind(label.text)).find((unit) => unit !== null) ?? null,
  })
  for (const { text, at, said } of labels) {
    const row = rows.find(({ code }) => plain(code) === said)
    if (row !== undefined) return found('code', text, at, row)
  }
  for (const { text, at, said } of labels) {
    const row = rows.find(({ names }) => names.some((name) => plain(name) === said))
    if (row !== undefined) return found('name', text, at, row)
  }
  for (const { text, at, said } of labels) {
    if (said.length < LEAST_PART || /\d/.test(said)) continue
    const like = rows.filter(({ names }) =>
      names
        .map(plain)
        // A sentence that speaks of a result is not its name.
        .some((name) => name.includes(said) || (said.includes(name) && said.length <= name.length + 8)),
    )
    if (like.length === 1 && like[0] !== undefined) return found('part', text, at, like[0])
  }
  return null
}

/** The unit that a name says in brackets: 知识产权质押融资金额(万元). */
function unitBehind(text: string): string | null {
  const said = /\((?:单位:?)?\s*([^()]+)\)\s*$/.exec(text.normalize('NFKC').trim())?.[1]?.trim() ?? ''
  return unitPower(said) === null ? null : said
}

const TOTALS = /^(?:合计|小计|总计|共计|总和|汇总|total|subtotal|grandtotal|sum)$/

/** Whether a row sums up others: its first word says so. */
export function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((text) => text !== '' && !/^\d+$/.test(text)) ?? ''
  return TOTALS.test(plain(first))
}
