import type { StoredFormula } from './sheet-cells'
import type { QuickLane } from './xml-part'

/** What a sheet does with the rows and cells that the lane takes. */
export interface RowTaker {
  readonly isOpen: () => boolean
  readonly beginRow: (row: number, isHidden: boolean) => void
  readonly cell: (
    letters: string,
    row: number,
    style: number,
    type: string,
    value: string,
    formula: StoredFormula | null,
  ) => void
  readonly endRow: () => void
}

// No signs but those that stand for themselves: no entities, no line ends to be made one, nothing XML forbids.
const SIGNS = String.raw`[^<>&\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]*`
const ROW =
  /<row r="(\d{1,7})"((?: (?:spans|s|customFormat|ht|customHeight|outlineLevel|hidden|collapsed|thickBot|thickTop|x14ac:dyDescent)="[\w.: -]*")*)>/y
const CELL = new RegExp(
  String.raw`<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="([a-zA-Z]{1,9})")?(?:\/>|>(?:<f>(${SIGNS})<\/f>)?<v>(${SIGNS})<\/v><\/c>|><is><t(?: xml:space="preserve")?>(${SIGNS})<\/t><\/is><\/c>)`,
  'y',
)
const END = '</row>'

interface Taken {
  readonly letters: string
  readonly row: number
  readonly style: number
  readonly type: string
  readonly value: string
  readonly formula: string | undefined
}

/** The lane for rows as Excel, WPS, LibreOffice and exceljs write them; a row is taken whole or left to the parser. */
export function quickRows({ isOpen, beginRow, cell, endRow }: RowTaker): QuickLane {
  const cells: Taken[] = []
  const takeRow = (xml: string, from: number): number => {
    ROW.lastIndex = from
    const head = ROW.exec(xml)
    if (head === null) return from
    cells.length = 0
    let at = ROW.lastIndex
    while (!xml.startsWith(END, at)) {
      CELL.lastIndex = at
      const found = CELL.exec(xml)
      if (found === null) return from
      at = CELL.lastIndex
      const [, letters = '', row = '', style = '0', type = 'n', formula, value, text] = found
      if (value === undefined && text === undefined) continue
      cells.push({
        letters,
        row: Number(row),
        style: Number(style),
        type,
        value: value ?? text ?? '',
        formula,
      })
    }
    const more = head[2] ?? ''
    beginRow(Number(head[1]), more !== '' && /hidden="(?:1|true)"/.test(more))
    for (const { letters, row, style, type, value, formula } of cells)
      cell(letters, row, style, type, value, formula === undefined ? null : { text: formula, shared: null })
    endRow()
    return at + END.length
  }
  const take = (xml: string, from: number): number => {
    for (let at = from; ;) {
      const next = takeRow(xml, at)
      if (next === at) return at
      at = next
    }
  }
  return { end: END, name: 'row', isOpen, take }
}
