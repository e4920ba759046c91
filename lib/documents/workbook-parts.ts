import { escapeXml } from './clean-text'
import { quotedSheetName } from './sheet-names'
import { styleSheet } from './sheet-styles'
import type { DefinedName } from './workbook'

/** What the parts of a workbook that are no sheets say of one. */
export interface BookSheet {
  /** As spreadsheet programs accept it: see `sheetNames`. */
  readonly name: string
  readonly isHidden: boolean
  /** The cells from the heads to the last row, absolute, and the row of the heads; null for a plain sheet. */
  readonly table: { readonly from: string; readonly to: string; readonly top: number } | null
  readonly hasNotes?: boolean
  /** The last cell that is printed, absolute, where that is said. */
  readonly printedTo?: string
  /** Numbers of its charts; a sheet that has any has a drawing. */
  readonly charts?: readonly number[]
}

/** A workbook without its sheets. */
export interface Book {
  readonly title: string
  /** ISO instant. */
  readonly knownAt: string
  readonly sheets: readonly BookSheet[]
  readonly names?: readonly DefinedName[]
  readonly properties?: Readonly<Record<string, string>>
}

export type Part = readonly [path: string, xml: string]

const CREATOR = '城绩 Chengji'
const OPENXML = 'http://schemas.openxmlformats.org'
export const OFFICE = `${OPENXML}/officeDocument/2006`
const MAIN = `${OPENXML}/spreadsheetml/2006/main`
const TYPE = 'application/vnd.openxmlformats-officedocument'
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** How each part stands in the zip. */
export const ZIP_ENTRY = {
  // Zip files bear local time: the local constructor gives the same bytes in every time zone.
  mtime: new Date(2020, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
} as const

/** Every part of a workbook but its sheets and what belongs to them. */
export function bookParts(book: Book): readonly Part[] {
  const { properties = {} } = book
  return [
    ['[Content_Types].xml', contentTypes(book)],
    ['_rels/.rels', packageRelations(book)],
    ['docProps/core.xml', coreProperties(book)],
    ['docProps/app.xml', applicationProperties],
    ...(hasProperties(book) ? [['docProps/custom.xml', customProperties(properties)] as const] : []),
    ['xl/workbook.xml', workbookXml(book)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(book.sheets.length)],
    ['xl/styles.xml', styleSheet],
  ]
}

const hasProperties = ({ properties = {} }: Book): boolean => Object.keys(properties).length > 0

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1)

function contentTypes(book: Book): string {
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`
  return [
    `<Types xmlns="${OPENXML}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...(book.sheets.some(({ hasNotes }) => hasNotes)
      ? [`<Default Extension="vml" ContentType="${TYPE}.vmlDrawing"/>`]
      : []),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', `${TYPE}.extended-properties+xml`),
    ...(hasProperties(book) ? [part('docProps/custom.xml', `${TYPE}.custom-properties+xml`)] : []),
    part('xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`),
    part('xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`),
    ...book.sheets.flatMap(({ hasNotes, charts = [] }, i) => [
      part(`xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.spreadsheetml.worksheet+xml`),
      ...(hasNotes === true ? [part(`xl/comments${i + 1}.xml`, `${TYPE}.spreadsheetml.comments+xml`)] : []),
      ...(charts.length > 0 ? [part(`xl/drawings/drawing${i + 1}.xml`, `${TYPE}.drawing+xml`)] : []),
      ...charts.map((n) => part(`xl/charts/chart${n}.xml`, `${TYPE}.drawingml.chart+xml`)),
    ]),
    '</Types>',
  ].join('')
}

/** A relationship; `mode` External for an address outside of the file. */
export const relation = (id: number, type: string, target: string, mode = ''): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${escapeXml(target)}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`

/** The part that lists relationships. */
export const relations = (inside: readonly string[]): string =>
  `<Relationships xmlns="${OPENXML}/package/2006/relationships">${inside.join('')}</Relationships>`

const packageRelations = (book: Book): string =>
  relations([
    relation(1, `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'),
    relation(2, `${OPENXML}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relation(3, `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'),
    ...(hasProperties(book)
      ? [relation(4, `${OFFICE}/relationships/custom-properties`, 'docProps/custom.xml')]
      : []),
  ])

function workbookRelations(sheets: number): string {
  return relations([
    ...numbers(sheets).map((n) =>
      relation(n, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${n}.xml`),
    ),
    relation(sheets + 1, `${OFFICE}/relationships/styles`, 'styles.xml'),
  ])
}

function workbookXml({ sheets, names: own = [] }: Book): string {
  const listed = sheets.map(({ name, isHidden }, i) => {
    const state = isHidden ? ' state="veryHidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
  })
  const defined = (
    name: string,
    attributes: string,
    target: (sheet: BookSheet) => string | undefined,
  ): readonly string[] =>
    sheets.flatMap((sheet, i) => {
      const cells = target(sheet)
      if (cells === undefined) return []
      const where = escapeXml(`${quotedSheetName(sheet.name)}!${cells}`)
      return [`<definedName name="${name}" localSheetId="${i}"${attributes}>${where}</definedName>`]
    })
  const all = [
    ...defined('_xlnm._FilterDatabase', ' hidden="1"', ({ table }) =>
      table === null ? undefined : `${table.from}:${table.to}`,
    ),
    ...defined('_xlnm.Print_Area', '', ({ printedTo }) =>
      printedTo === undefined ? undefined : `$A$1:${printedTo}`,
    ),
    ...defined('_xlnm.Print_Titles', '', ({ table }) =>
      table === null ? undefined : `$${table.top}:$${table.top}`,
    ),
    ...own.map(({ name, target }) => `<definedName name="${name}">${escapeXml(target)}</definedName>`),
  ]
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`,
    '</workbook>',
  ].join('')
}

function coreProperties(book: Book): string {
  const time = new Date(book.knownAt).toISOString().slice(0, 19)
  const dated = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}Z</dcterms:${name}>`
  return [
    `<cp:coreProperties xmlns:cp="${OPENXML}/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(book.title)}</dc:title><dc:creator>${CREATOR}</dc:creator>`,
    `${dated('created')}${dated('modified')}</cp:coreProperties>`,
  ].join('')
}

const applicationProperties = `<Properties xmlns="${OFFICE}/extended-properties"><Application>Chengji</Application></Properties>`

/** Kept by every program that keeps the file: the format id is the one that all custom properties have. */
function customProperties(properties: Readonly<Record<string, string>>): string {
  const each = Object.entries(properties).map(
    ([name, value], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  )
  return `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${each.join('')}</Properties>`
}
