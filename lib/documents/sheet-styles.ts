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
  percent: 10 + MOST_PLACES,
} as const

const DAY_FORMAT = 164
const MOMENT_FORMAT = 165
const PERCENT_FORMAT = 166
const FIRST_NUMBER_FORMAT = 167

const places = Array.from({ length: MOST_PLACES + 1 }, (_, n) => n)
const numberFormat = (n: number): string => `#,##0${n === 0 ? '' : '.' + '0'.repeat(n)}`

const formats = [
  `<numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/>`,
  `<numFmt numFmtId="${MOMENT_FORMAT}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>`,
  `<numFmt numFmtId="${PERCENT_FORMAT}" formatCode="0.0%"/>`,
  ...places.map((n) => `<numFmt numFmtId="${FIRST_NUMBER_FORMAT + n}" formatCode="${numberFormat(n)}"/>`),
]

const font = (inside: string): string =>
  `<font>${inside}<name val="宋体"/><family val="3"/><charset val="134"/></font>`

const fonts = [
  font('<sz val="11"/>'),
  font('<b/><sz val="11"/>'),
  font('<b/><sz val="14"/>'),
  font('<sz val="10"/><color rgb="FF555555"/>'),
  font('<u/><sz val="11"/><color rgb="FF0B57A4"/>'),
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
  { format: PERCENT_FORMAT, border: 1, alignment: right },
]

const LOOKS: Readonly<Record<CellLook, Look>> = {
  open: { fill: 3, unlocked: true },
  wrong: { fill: 4, unlocked: true },
  linked: { font: 4 },
}
const LOOK_NAMES = Object.keys(LOOKS)

/** The same cell to be filled in, wrong, or a link. */
export const styleFor = (index: number, look: CellLook | undefined): number =>
  look === undefined ? index : index + looks.length * (LOOK_NAMES.indexOf(look) + 1)

const cellFormats = [
  ...looks.map(cellFormat),
  ...Object.values(LOOKS).flatMap((look) => looks.map((each) => cellFormat({ ...each, ...look }))),
]

const differential = (text: string, ground: string): string =>
  `<dxf><font><color rgb="FF${text}"/></font><fill><patternFill><bgColor rgb="FF${ground}"/></patternFill></fill></dxf>`

/** What a mark of a conditional format does. The colours never say more than the words that they stand under. */
const differentials = {
  wrong: differential('8A1C0C', 'FFC9C4'),
  good: differential('14532D', 'D9F2E0'),
  pace: differential('0B4A6F', 'DCEEFB'),
  behind: differential('7A4A00', 'FFEBC2'),
  none: differential('555555', 'EDEDED'),
} as const

export type MarkLook = keyof typeof differentials

/** Its index in the style sheet. */
export const differentialOf = (look: MarkLook): number => Object.keys(differentials).indexOf(look)

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
  list('dxfs', Object.values(differentials)),
  '</styleSheet>',
].join('')
