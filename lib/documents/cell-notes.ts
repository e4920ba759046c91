import { escapeCellText } from './clean-text'

/** A note on a cell, such as what is wrong with it. */
export interface CellNote {
  /** `H12`. */
  readonly at: string
  readonly text: string
}

const AUTHOR = '城绩 Chengji'

/** The notes of a sheet, as its comments part. */
export function commentsXml(notes: readonly CellNote[]): string {
  const each = notes.map(
    ({ at, text }) =>
      `<comment ref="${at}" authorId="0"><text><t xml:space="preserve">${escapeCellText(text)}</t></text></comment>`,
  )
  return [
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<authors><author>${AUTHOR}</author></authors><commentList>${each.join('')}</commentList></comments>`,
  ].join('')
}

/** The drawing without which spreadsheet programs show no note: one hidden box for each. */
export function notesDrawing(notes: readonly CellNote[]): string {
  const shapes = notes.map(({ at, text }, i) => {
    const { row, column } = placeOf(at)
    const lines = Math.min(12, 2 + Math.ceil(text.length / 18))
    return [
      `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto"`,
      ' style="position:absolute;visibility:hidden"><v:fill color2="#ffffe1"/><v:textbox/>',
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
      `<x:Anchor>${column + 1},15,${row},2,${column + 4},15,${row + lines},4</x:Anchor>`,
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    ].join('')
  })
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    `${shapes.join('')}</xml>`,
  ].join('')
}

/** Row and column of a cell, counted from 0. */
function placeOf(at: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  if (column === 0 || digits === '') throw new RangeError(`no cell is called ${at}`)
  return { row: Number(digits) - 1, column: column - 1 }
}
