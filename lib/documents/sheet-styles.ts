import type { CellLook } from './cell'

/** Places for which there is a number format of its own; beyond them a number is shown as `General`. */
const MOST_PLACES = 6

/** Index of each cell style in the style sheet below. */
export const style = {
  plain: 0,
  text: 1,
  longText: 2,
  header: 3,
  title: 4,
  note: 5,
  day: 6,
  moment: 7,
  anyNumber: 8,
  number: (places: number): number => (places > MOST_PLACES ? 8 : 9 + places),
} as const

const DAY_FORMAT = 164
const MOMENT_FORMAT = 165
const FIRST_NUMBER_FORMAT = 166

const places = Array.from({ length: MOST_PLACES + 1 }, (_, n) => n)
const numberFormat = (n: number): string => `#,##0${n === 0 ? '' : '.' + '0'.repeat(n)}`

const formats = [
  `<numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/>`,
  `<numFmt numFmtId="${MOMENT_FORMAT}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>`,
  ...places.map((n) => `<numFmt numFmtId="${FIRST_NUMBER_FORMAT + n}" formatCode="${numberFormat(n)}"/>`),
]

const font = (inside: string): string =>
  `<font>${inside}<name val="宋体"/><family val="3"/><charset val="134"/></font>`

const fonts = [
  font('<sz val="11"/>'),
  font('<b/><sz val="11"/>'),
  font('<b/><sz val="14"/>'),
  font('<sz val="10"/><color rgb="FF555555"/>'),
]

const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...['FFE8EEF5', 'FFFFFBE6', 'FFFFC9C4'].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  ),
]

const side = (name: string): string => `<${name} style="thin"><color rgb="FFBBC4CE"/></${name}>`
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
]

const wrapped = '<alignment vertical="top" wrapText="1"/>'
const right = '<alignment horizontal="right" vertical="top"/>'

interface Look {
  readonly format?: number
  readonly font?: number
  readonly fill?: number
  readonly border?: number
  readonly alignment?: string
  readonly quoted?: boolean
  readonly unlocked?: boolean
}

const cellFormat = (look: Look): string => {
  const {
    format = 0,
    font: face = 0,
    fill = 0,
    border = 0,
    alignment = '',
    quoted = false,
    unlocked = false,
  } = look
  const ids = `numFmtId="${format}" fontId="${face}" fillId="${fill}" borderId="${border}" xfId="0"`
  const applies = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`
  const [protects, protection] = unlocked ? [' applyProtection="1"', '<protection locked="0"/>'] : ['', '']
  return `<xf ${ids} ${applies}${protects}${quoted ? ' quotePrefix="1"' : ''}>${alignment}${protection}</xf>`
}

// 49 is the built-in text format `@`: what stands in such a cell stays text even when it is edited. Excel before 2010
// shows ##### for more than 255 characters in it, so long text takes the general format with the quote prefix instead.
const looks: readonly Look[] = [
  {},
  { format: 49, border: 1, alignment: wrapped },
  { border: 1, alignment: wrapped, quoted: true },
  { format: 49, font: 1, fill: 2, border: 1, alignment: '<alignment vertical="center" wrapText="1"/>' },
  { format: 49, font: 2 },
  { format: 49, font: 3 },
  { format: DAY_FORMAT, border: 1, alignment: right },
  { format: MOMENT_FORMAT, border: 1, alignment: right },
  { border: 1, alignment: right },
  ...places.map((n): Look => ({ format: FIRST_NUMBER_FORMAT + n, border: 1, alignment: right })),
]

const LOOKS: readonly CellLook[] = ['open', 'wrong']

/** The same cell to be filled in, or wrong. */
export const styleFor = (index: number, look: CellLook | undefined): number =>
  look === undefined ? index : index + looks.length * (LOOKS.indexOf(look) + 1)

const cellFormats = [
  ...looks.map(cellFormat),
  ...LOOKS.flatMap((look) =>
    looks.map((each) => cellFormat({ ...each, fill: look === 'open' ? 3 : 4, unlocked: true })),
  ),
]

/** What a mark of a conditional format does: an answer that lacks its figure stands out. */
const differentials =
  '<dxfs count="1"><dxf><font><color rgb="FF8A1C0C"/></font><fill><patternFill><bgColor rgb="FFFFC9C4"/></patternFill></fill></dxf></dxfs>'

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`

/** The style sheet that every workbook carries. */
export const styleSheet = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  list('numFmts', formats),
  list('fonts', fonts),
  list('fills', fills),
  list('borders', borders),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  list('cellXfs', cellFormats),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  differentials,
  '</styleSheet>',
].join('')
