import { daySerial, momentSerial, spreadsheetNumber, text, type Cell } from './cell'
import { cleanText, escapeCellText } from './clean-text'
import { checksXml, marksXml } from './input-checks'
import { rowHeight } from './row-height'
import { style, styleFor } from './sheet-styles'
import type { Column, Sheet } from './workbook'

const LONGEST_TEXT = 32_767
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Longer text in a cell of format `@` is shown as ##### by old versions of Excel. */
const LONGEST_TEXT_FORMAT = 255

/** The letters of a column, counted from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

/** The row, counted from 1, in which the heads of the columns stand. */
export function headerRow(sheet: Sheet): number {
  if (sheet.isPlain === true) return 0
  const lines = sheet.head?.length ?? 0
  return lines === 0 ? 1 : lines + 2
}

/** The cells that the filter covers: heads and rows. */
export function tableRange(sheet: Sheet): { readonly from: string; readonly to: string } {
  const top = headerRow(sheet)
  const last = columnLetters(Math.max(sheet.columns.length, 1) - 1)
  return { from: `$A$${top}`, to: `$${last}$${top + sheet.rows.length}` }
}

/** One worksheet: notes on top, frozen heads with a filter, typed rows. */
export function sheetXml(sheet: Sheet, selected: boolean): string {
  const top = headerRow(sheet)
  if (sheet.columns.length === 0) throw new RangeError('a sheet needs a column')
  if (top + sheet.rows.length > MOST_ROWS) throw new RangeError('too many rows for one sheet')
  if (sheet.columns.length > MOST_COLUMNS) throw new RangeError('too many columns for one sheet')
  const { from, to } = tableRange(sheet)
  const widths = sheet.columns.map(({ width }) => width)
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    top === 0 ? '' : pane(top, sheet.frozenColumns ?? 0),
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>',
    ...sheet.columns.map(columnXml),
    '</cols><sheetData>',
    ...(sheet.head ?? []).map((line, i) =>
      row(i + 1, textCell(`A${i + 1}`, line, i === 0 ? style.title : style.note)),
    ),
    top === 0 ? '' : headLine(sheet, top, widths),
    ...sheet.rows.map((cells, i) => {
      if (cells.length > sheet.columns.length) throw new RangeError('a row is longer than the heads')
      const n = top + 1 + i
      const content = cells.map((cell, j) => cellXml(`${columnLetters(j)}${n}`, cell, sheet.isPlain)).join('')
      return row(n, content, rowHeight(cells, widths))
    }),
    `</sheetData>${sheet.isLocked === true ? PROTECTION : ''}`,
    top === 0 ? '' : `<autoFilter ref="${from.replace(/\$/g, '')}:${to.replace(/\$/g, '')}"/>`,
    marksXml(sheet.marks ?? []),
    checksXml(sheet.checks ?? []),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    `${hasNotes(sheet) ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`,
  ].join('')
}

// Without a password: the lock keeps from slips, and whoever wants to may take it away. Widths, filters and heights stay free.
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'

/** Whether a sheet has notes on its cells. */
export const hasNotes = (sheet: Sheet): boolean => (sheet.notes?.length ?? 0) > 0

const headLine = ({ columns }: Sheet, top: number, widths: readonly number[]): string =>
  row(
    top,
    columns.map((column, i) => textCell(`${columnLetters(i)}${top}`, column.header, style.header)).join(''),
    rowHeight(
      columns.map(({ header }) => text(header)),
      widths,
    ),
  )

function columnXml({ width, rest, isHidden }: Column, i: number): string {
  // What stands below the last row has the style of its column: a locked sheet can be filled on there.
  const look =
    rest === undefined ? '' : ` style="${styleFor(rest === 'day' ? style.day : style.text, 'open')}"`
  return `<col min="${i + 1}" max="${i + 1}" width="${width}"${look}${isHidden === true ? ' hidden="1"' : ''} customWidth="1"/>`
}

function pane(top: number, columns: number): string {
  const corner = `topLeftCell="${columnLetters(columns)}${top + 1}"`
  return columns === 0
    ? `<pane ySplit="${top}" ${corner} activePane="bottomLeft" state="frozen"/>`
    : `<pane xSplit="${columns}" ySplit="${top}" ${corner} activePane="bottomRight" state="frozen"/>`
}

const row = (n: number, cells: string, height?: number): string =>
  `<row r="${n}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells}</row>`

/** A number or day that a spreadsheet would alter is written as the text it came as. */
function cellXml(at: string, cell: Cell, isPlain = false): string {
  if (isPlain && cell.kind === 'blank' && cell.look === undefined) return ''
  const look = (index: number): number => styleFor(index, cell.look)
  if (cell.kind === 'blank') return `<c r="${at}" s="${look(style.text)}"/>`
  if (cell.kind === 'number') {
    const held = spreadsheetNumber(cell.value)
    if (held !== undefined)
      return `<c r="${at}" s="${look(style.number(held.places))}"><v>${held.digits}</v></c>`
  }
  if (cell.kind === 'day') {
    const serial = daySerial(cell.value)
    if (serial !== undefined) return `<c r="${at}" s="${look(style.day)}"><v>${serial}</v></c>`
  }
  if (cell.kind === 'moment') {
    const serial = momentSerial(cell.value)
    if (serial !== undefined) return `<c r="${at}" s="${look(style.moment)}"><v>${serial}</v></c>`
  }
  return textCell(at, cell.value, look(cell.value.length > LONGEST_TEXT_FORMAT ? style.longText : style.text))
}

/** An inline string: spreadsheets never evaluate it, whatever sign it begins with. */
function textCell(at: string, value: string, look: number): string {
  const clean = cleanText(value)
  // Excel calls a file with a longer cell damaged; the ellipsis shows that something was cut.
  const fitting = clean.length > LONGEST_TEXT ? `${cleanText(clean.slice(0, LONGEST_TEXT - 1))}…` : clean
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(fitting)}</t></is></c>`
}
