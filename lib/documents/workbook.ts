import { ZipFile } from 'yazl'
import type { Cell } from './cell'
import { commentsXml, notesDrawing, type CellNote } from './cell-notes'
import { escapeXml } from './clean-text'
import type { InputCheck, InputMark, Lists } from './input-checks'
import { quotedSheetName, sheetNames } from './sheet-names'
import { styleSheet } from './sheet-styles'
import { hasNotes, headerRow, sheetXml, tableRange } from './sheet-xml'

export interface Column {
  readonly header: string
  /** In characters of the standard font; a Chinese character takes two. */
  readonly width: number
  /** What may be filled in below the last row, where the sheet is locked. */
  readonly rest?: 'text' | 'day'
  readonly isHidden?: boolean
}

export interface Sheet {
  readonly name: string
  /** Lines above the table: the first is a title, the others notes. An empty row follows them. */
  readonly head?: readonly string[]
  readonly columns: readonly Column[]
  /** How many columns stay in sight when scrolling sideways. */
  readonly frozenColumns?: number
  readonly rows: readonly (readonly Cell[])[]
  /** Only what is open can be changed. */
  readonly isLocked?: boolean
  /** For programs, not for people: no menu of a spreadsheet program brings it to light. */
  readonly isHidden?: boolean
  readonly checks?: readonly InputCheck[]
  readonly marks?: readonly InputMark[]
  /** Without heads, frozen panes and a filter: every cell stands where its row and column say. */
  readonly isPlain?: boolean
  /** At most one a cell. */
  readonly notes?: readonly CellNote[]
}

/** A sheet with the lists that its checks name. */
export interface SheetToFill {
  readonly sheet: Sheet
  readonly lists: Lists
}

/** A name for a range, such as a list to choose from: `'lists'!$A$2:$A$4`. */
export interface DefinedName {
  readonly name: string
  readonly target: string
}

export interface Workbook {
  readonly title: string
  /** ISO instant as of which the content is known: the only time the file bears. */
  readonly knownAt: string
  readonly sheets: readonly Sheet[]
  readonly names?: readonly DefinedName[]
  /** Kept in the file beside its sheets. */
  readonly properties?: Readonly<Record<string, string>>
}

const CREATOR = '城绩 Chengji'
const OPENXML = 'http://schemas.openxmlformats.org'
const OFFICE = `${OPENXML}/officeDocument/2006`
const MAIN = `${OPENXML}/spreadsheetml/2006/main`
const TYPE = 'application/vnd.openxmlformats-officedocument'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** An .xlsx file. The same workbook gives the same bytes, on any day and in any time zone. */
export async function writeWorkbook(book: Workbook): Promise<Uint8Array> {
  if (book.sheets.length === 0) throw new RangeError('a workbook needs a sheet')
  const names = sheetNames(book.sheets.map((sheet) => sheet.name))
  const { properties = {} } = book
  const parts: readonly Part[] = [
    ['[Content_Types].xml', contentTypes(book)],
    ['_rels/.rels', packageRelations(book)],
    ['docProps/core.xml', coreProperties(book)],
    ['docProps/app.xml', applicationProperties],
    ...(hasProperties(book) ? [['docProps/custom.xml', customProperties(properties)] as const] : []),
    ['xl/workbook.xml', workbookXml(book, names)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(names.length)],
    ['xl/styles.xml', styleSheet],
    ...book.sheets.flatMap(sheetParts),
  ]
  return pack(parts)
}

type Part = readonly [path: string, xml: string]

/** A sheet and, where it has notes, what they need. */
function sheetParts(sheet: Sheet, i: number): readonly Part[] {
  const worksheet: Part = [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, i === 0)]
  if (!hasNotes(sheet)) return [worksheet]
  const { notes = [] } = sheet
  return [
    worksheet,
    [
      `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
      relations([
        relation(1, `${OFFICE}/relationships/vmlDrawing`, `../drawings/vmlDrawing${i + 1}.vml`),
        relation(2, `${OFFICE}/relationships/comments`, `../comments${i + 1}.xml`),
      ]),
    ],
    [`xl/drawings/vmlDrawing${i + 1}.vml`, notesDrawing(notes)],
    [`xl/comments${i + 1}.xml`, commentsXml(notes)],
  ]
}

const hasProperties = ({ properties = {} }: Workbook): boolean => Object.keys(properties).length > 0

async function pack(parts: readonly Part[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, xml] of parts) {
    zip.addBuffer(Buffer.from(DECLARATION + xml), path, {
      // Zip files bear local time: the local constructor gives the same bytes in every time zone.
      mtime: new Date(2020, 0, 1),
      forceDosTimestamp: true,
      mode: 0o100644,
    })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1)

function contentTypes(book: Workbook): string {
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`
  return [
    `<Types xmlns="${OPENXML}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...(book.sheets.some(hasNotes) ? [`<Default Extension="vml" ContentType="${TYPE}.vmlDrawing"/>`] : []),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', `${TYPE}.extended-properties+xml`),
    ...(hasProperties(book) ? [part('docProps/custom.xml', `${TYPE}.custom-properties+xml`)] : []),
    part('xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`),
    part('xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`),
    ...book.sheets.flatMap((sheet, i) => [
      part(`xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.spreadsheetml.worksheet+xml`),
      ...(hasNotes(sheet) ? [part(`xl/comments${i + 1}.xml`, `${TYPE}.spreadsheetml.comments+xml`)] : []),
    ]),
    '</Types>',
  ].join('')
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`

const relations = (inside: readonly string[]): string =>
  `<Relationships xmlns="${OPENXML}/package/2006/relationships">${inside.join('')}</Relationships>`

const packageRelations = (book: Workbook): string =>
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

function workbookXml({ sheets, names: defines = [] }: Workbook, names: readonly string[]): string {
  const listed = names.map((name, i) => {
    const state = sheets[i]?.isHidden === true ? ' state="veryHidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
  })
  const defined = (kind: 'filters' | 'titles'): string[] =>
    sheets.flatMap((sheet, i) => {
      if (sheet.isPlain === true) return []
      const name = quotedSheetName(names[i] ?? '')
      const { from, to } = tableRange(sheet)
      const top = headerRow(sheet)
      const [attributes, target] =
        kind === 'filters'
          ? [`name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1"`, `${name}!${from}:${to}`]
          : [`name="_xlnm.Print_Titles" localSheetId="${i}"`, `${name}!$${top}:$${top}`]
      return [`<definedName ${attributes}>${escapeXml(target)}</definedName>`]
    })
  const own = defines.map(
    ({ name, target }) => `<definedName name="${name}">${escapeXml(target)}</definedName>`,
  )
  const all = [...defined('filters'), ...defined('titles'), ...own]
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`,
    '</workbook>',
  ].join('')
}

function coreProperties(book: Workbook): string {
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
