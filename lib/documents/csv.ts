import { shanghaiMinute, spreadsheetNumber, type Cell } from './cell'
import { cleanText } from './clean-text'

/** A CSV file that Excel, WPS and LibreOffice open rightly: UTF-8 with BOM, CRLF, RFC 4180 quotes, no formulas. */
export function writeCsv(rows: readonly (readonly Cell[])[]): Uint8Array {
  return new TextEncoder().encode('\ufeff' + rows.map(csvLine).join(''))
}

/** One row of it. */
export function csvLine(row: readonly Cell[]): string {
  let line = ''
  for (const [i, cell] of row.entries())
    line += i === 0 ? quoted(csvField(cell)) : `,${quoted(csvField(cell))}`
  return `${line}\r\n`
}

/** The content of one field before quoting: what a CSV reader gives back. */
export function csvField(cell: Cell): string {
  if (cell.kind === 'blank') return ''
  if (cell.kind === 'number' || cell.kind === 'percent')
    return spreadsheetNumber(cell.value)?.digits ?? inert(cell.value)
  if (cell.kind === 'moment') return shanghaiMinute(cell.value) ?? inert(cell.value)
  return inert(cell.value)
}

const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/
// Spaces of every kind, also those without width, then a sign that begins a formula in some program.
const FORMULA = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@|%＝＋－＠｜％]|^[ \u3000\u00a0]*[\t\r\n]/
const LONG_CODE = /^\d{12,}$/
const LIKE_A_DATE = /^\d{1,4}\/\d{1,4}$/

/**
 * Text that no spreadsheet runs or alters: an apostrophe before what would be a formula; a tab after long all-digit
 * codes (Excel keeps 15 digits) and fractions such as `1/3` (Excel makes a date of them).
 */
function inert(value: string): string {
  const clean = cleanText(value)
  if (LONG_CODE.test(clean) || LIKE_A_DATE.test(clean)) return `${clean}\t`
  if (PLAIN_NUMBER.test(clean)) return clean
  return FORMULA.test(clean) ? `'${clean}` : clean
}

/** Quotes where RFC 4180 needs them, and around outer spaces, which some readers trim. */
function quoted(field: string): string {
  return /[",\r\n\t;]|^\s|\s$/.test(field) ? `"${field.replace(/"/g, '""')}"` : field
}
