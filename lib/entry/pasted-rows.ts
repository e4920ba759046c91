import type { RegisterColumn, RowChoice, RowField } from '@/lib/notice/register-columns'
import { headedFields, plainHead, tableAmount, type HeadNames } from './headed-fields'
import { EMPTY_ROW, readDay, type RowText } from './row-content'

/** What the first row of a pasted block may call each column, and what people call each choice, in every language. */
export interface PastedNames {
  readonly heads: HeadNames
  readonly choices: Readonly<Partial<Record<RowChoice, readonly string[]>>>
  /** Rows that sum up others: 合计, total. */
  readonly totals: readonly string[]
  /** Why what this register lists has no credit code as a rule; '' where it has one. */
  readonly reason: string
}

/** A block of cells from a spreadsheet, read as rows of a register. Nothing is kept of it until a person says so. */
export interface PastedRows {
  readonly by: 'heads' | 'position'
  /** Which field each column was read as; null for columns that were not understood. */
  readonly columns: readonly (RowField | null)[]
  readonly rows: readonly RowText[]
  /** Heads of columns that were left out. */
  readonly ignored: readonly string[]
  /** Rows left out because they sum up others. */
  readonly totals: number
  /** Rows that were not read, because there were too many. */
  readonly more: number
}

export const MOST_PASTED_ROWS = 5000

/** Whether a text from the clipboard is a block of cells rather than one value. */
export const isBlock = (text: string): boolean => /\t|\r?\n(?=[^\r\n])/.test(text)

/**
 * Reads a block copied from a spreadsheet: by the heads in its first row if that names at least one column we know, else
 * by position from the field it was pasted into.
 */
export function readPasted(
  text: string,
  asked: readonly RegisterColumn[],
  start: RowField,
  names: PastedNames,
): PastedRows {
  const block = cellsOf(text).filter((row) => row.some((cell) => cell !== ''))
  const first = block[0] ?? []
  const heads = headedFields(first, asked, names.heads)
  const isNamed = heads.some((field) => field === 'name' || field === 'creditCode')
  // A table of what never has a code has no column for it.
  const isCodeless = isNamed && !heads.includes('creditCode') && !heads.includes('noCodeReason')
  const all = isNamed ? block.slice(1) : block
  const body = all.slice(0, MOST_PASTED_ROWS)
  const columns = isNamed ? heads : positional(body, asked, start)
  const read = body
    .map((row) => rowOf(row, columns, asked, { names, heads: isNamed ? first : [] }))
    .filter((row) => Object.values(row).some((cell) => cell !== ''))
  const rows = read
    .filter((row) => !isTotal(row, names))
    .map((row) => (isCodeless ? { ...row, noCodeReason: names.reason } : row))
  return {
    by: isNamed ? 'heads' : 'position',
    columns,
    rows,
    ignored: isNamed ? first.filter((cell, i) => cell !== '' && heads[i] === null) : [],
    totals: read.length - rows.length,
    more: all.length - body.length,
  }
}

/** A first column that only numbers the rows is no field. */
function positional(
  body: readonly (readonly string[])[],
  asked: readonly RegisterColumn[],
  start: RowField,
): (RowField | null)[] {
  const fields = asked.map(({ field }) => field)
  const first = Number(body[0]?.[0] ?? '')
  const isNumbered =
    body.length > 1 &&
    (body[0]?.length ?? 0) > 1 &&
    Number.isInteger(first) &&
    body.every((row, i) => row[0] === String(first + i))
  const from = fields.slice(Math.max(fields.indexOf(start), 0))
  return isNumbered ? [null, ...from] : from
}

function rowOf(
  cells: readonly string[],
  columns: readonly (RowField | null)[],
  asked: readonly RegisterColumn[],
  { names, heads }: { readonly names: PastedNames; readonly heads: readonly string[] },
): RowText {
  const row: Record<RowField, string> = { ...EMPTY_ROW }
  for (const [i, field] of columns.entries()) {
    const cell = cells[i] ?? ''
    const column = asked.find((each) => each.field === field)
    if (column === undefined || cell === '' || row[column.field] !== '') continue
    row[column.field] = textOf(cell, column, names, heads[i] ?? '')
  }
  return row
}

function textOf(cell: string, column: RegisterColumn, names: PastedNames, head: string): string {
  switch (column.kind) {
    case 'day':
      return readDay(cell)
    case 'choice':
      return choiceOf(cell, column, names)
    case 'amount':
      return tableAmount(cell, head).text
    default:
      return cell
  }
}

const choiceOf = (text: string, { choices }: RegisterColumn, names: PastedNames): string =>
  choices.find(
    (choice) =>
      plainHead(choice) === plainHead(text) ||
      names.choices[choice]?.some((name) => plainHead(name) === plainHead(text)),
  ) ?? text

const isTotal = ({ name, creditCode }: RowText, { totals }: PastedNames): boolean =>
  creditCode === '' && totals.some((word) => plainHead(word) === plainHead(name))

/** Tab-separated text as spreadsheets put it on the clipboard: a cell with line ends or tabs stands in quotes. */
export function cellsOf(text: string): string[][] {
  const signs = text.replace(/\r\n?/g, '\n')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < signs.length) {
    const close = signs.charAt(at) === '"' ? closingQuote(signs, at + 1) : -1
    const end = close === -1 ? endOfCell(signs, at) : close + 1
    const cell = close === -1 ? signs.slice(at, end) : signs.slice(at + 1, close).replaceAll('""', '"')
    row.push(cell.replace(/\s+/g, ' ').trim())
    if (signs.charAt(end) !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  return row.length > 0 ? [...rows, row] : rows
}

/** The quote that ends a quoted cell; -1 where the opening one was only a sign of the text. */
function closingQuote(signs: string, from: number): number {
  for (let i = from; i < signs.length; i++) {
    if (signs.charAt(i) !== '"') continue
    const next = signs.charAt(i + 1)
    if (next === '"') i++
    else return next === '' || next === '\t' || next === '\n' ? i : -1
  }
  return -1
}

function endOfCell(signs: string, from: number): number {
  let end = from
  while (end < signs.length && signs.charAt(end) !== '\t' && signs.charAt(end) !== '\n') end++
  return end
}
