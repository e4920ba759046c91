import { daySerial, momentSerial, spreadsheetNumber, text, type Cell } from './cell'
import { cleanText, escapeCellText } from './clean-text'
import { checksXml, marksXml } from './input-checks'
import { rowHeight } from './row-height'
import { style, styleFor } from './sheet-styles'
import { linkedCells } from './streaming/linked-cells'
import type { Column, Sheet } from './workbook'

const LONGEST_TEXT = 32_767
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Longer text in a cell of format `@` is shown as ##### by old versions of Excel. */
const LONGEST_TEXT_FORMAT = 255

/** The letters of a column, counted from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  return KNOWN_LETTERS[index] ?? lettersOf(index)
}

function lettersOf(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : lettersOf(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

// Asked for with every cell.
const KNOWN_LETTERS = Array.from({ length: 128 }, (_, index) => lettersOf(index))

/** The row, counted from 1, in which the heads of the columns stand. */
export function headerRow(sheet: Sheet): number {
  if (sheet.isPlain === true) return 0
  const lines = sheet.head?.length ?? 0
  return lines === 0 ? 1 : lines + 2
}

/** The cells that the filter covers: heads and rows. */
export function tableRange(
  sheet: Sheet,
  rows = sheet.rows.length,
): { readonly from: string; readonly to: string } {
  const top = headerRow(sheet)
  const last = columnLetters(Math.max(sheet.columns.length, 1) - 1)
  return { from: `$A$${top}`, to: `$${last}$${top + rows}` }
}

/** One worksheet: notes on top, frozen heads with a filter, typed rows. `links`: its hyperlinks. */
export function sheetXml(sheet: Sheet, selected: boolean, links = ''): string {
  return [
    sheetStart(sheet, selected),
    ...sheet.rows.map((cells, i) => rowXml(sheet, i, linkedCells(cells, sheet.links?.[i] ?? []))),
    sheetEnd(sheet, sheet.rows.length, hasNotes(sheet) ? '<legacyDrawing r:id="rId1"/>' : '', links),
  ].join('')
}

/** Everything of a worksheet before its rows. */
export function sheetStart(sheet: Sheet, selected: boolean): string {
  const top = headerRow(sheet)
  if (sheet.columns.length === 0) throw new RangeError('a sheet needs a column')
  if (sheet.columns.length > MOST_COLUMNS) throw new RangeError('too many columns for one sheet')
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
    top === 0 ? '' : headLine(sheet, top),
  ].join('')
}

/** A row, counted from 0 below the heads. */
export function rowXml(sheet: Sheet, index: number, cells: readonly Cell[]): string {
  if (cells.length > sheet.columns.length) throw new RangeError('a row is longer than the heads')
  const n = headerRow(sheet) + 1 + index
  if (n > MOST_ROWS) throw new RangeError('too many rows for one sheet')
  let content = ''
  for (const [j, cell] of cells.entries()) content += cellXml(`${columnLetters(j)}${n}`, cell, sheet.isPlain)
  return row(n, content, rowHeight(cells, sheet.columns))
}

/** Everything after its rows. `drawings`: what refers to them. `links`: its hyperlinks. */
export function sheetEnd(sheet: Sheet, rows: number, drawings: string, links = ''): string {
  const { from, to } = tableRange(sheet, rows)
  return [
    `</sheetData>${sheet.isLocked === true ? PROTECTION : ''}`,
    headerRow(sheet) === 0 ? '' : `<autoFilter ref="${from.replace(/\$/g, '')}:${to.replace(/\$/g, '')}"/>`,
    marksXml(sheet.marks ?? []),
    checksXml(sheet.checks ?? []),
    links,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${sheet.print?.paper === 'A3' ? 8 : 9}" orientation="landscape" fitToHeight="${sheet.print?.onOnePage === true ? 1 : 0}"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    `${drawings}</worksheet>`,
  ].join('')
}

// Without a password: the lock keeps from slips, and whoever wants to may take it away. Widths, filters and heights stay free.
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'

/** Whether a sheet has notes on its cells. */
export const hasNotes = (sheet: Sheet): boolean => (sheet.notes?.length ?? 0) > 0

const headLine = ({ columns }: Sheet, top: number): string =>
  row(
    top,
    columns.map((column, i) => textCell(`${columnLetters(i)}${top}`, column.header, style.header)).join(''),
    rowHeight(
      columns.map(({ header }) => text(header)),
      columns,
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
  const { look } = cell
  switch (cell.kind) {
    case 'blank':
      return isPlain && look === undefined ? '' : `<c r="${at}" s="${styleFor(style.text, look)}"/>`
    case 'number': {
      const held = spreadsheetNumber(cell.value)
      if (held !== undefined) return valueCell(at, held.digits, styleFor(style.number(held.places), look))
      break
    }
    case 'percent': {
      const held = spreadsheetNumber(cell.value)
      if (held !== undefined) return valueCell(at, held.digits, styleFor(style.percent, look))
      break
    }
    case 'day': {
      const serial = daySerial(cell.value)
      if (serial !== undefined) return valueCell(at, String(serial), styleFor(style.day, look))
      break
    }
    case 'moment': {
      const serial = momentSerial(cell.value)
      if (serial !== undefined) return valueCell(at, serial, styleFor(style.moment, look))
      break
    }
    case 'text':
  }
  const isLong = cell.value.length > LONGEST_TEXT_FORMAT
  return textCell(at, cell.value, styleFor(isLong ? style.longText : style.text, look))
}

const valueCell = (at: string, value: string, look: number): string =>
  `<c r="${at}" s="${look}"><v>${value}</v></c>`

/** An inline string: spreadsheets never evaluate it, whatever sign it begins with. */
function textCell(at: string, value: string, look: number): string {
  const clean = cleanText(value)
  // Excel calls a file with a longer cell damaged; the ellipsis shows that something was cut.
  const fitting = clean.length > LONGEST_TEXT ? `${cleanText(clean.slice(0, LONGEST_TEXT - 1))}…` : clean
  // Spaces that XML would take away; elsewhere the schema of old programs knows no such attribute.
  const space = /^\s|\s$|\s\s|[\n\t]/.test(fitting) ? ' xml:space="preserve"' : ''
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t${space}>${escapeCellText(fitting)}</t></is></c>`
}
