import { ZipFile } from 'yazl'
import type { Cell } from './cell'
import { escapeXml } from './clean-text'
import { quotedSheetName, sheetNames } from './sheet-names'
import { styleSheet } from './sheet-styles'
import { headerRow, sheetXml, tableRange } from './sheet-xml'

export interface Column {
  readonly header: string
  /** In characters of the standard font; a Chinese character takes two. */
  readonly width: number
}

export interface Sheet {
  readonly name: string
  /** Lines above the table: the first is a title, the others notes. An empty row follows them. */
  readonly head?: readonly string[]
  readonly columns: readonly Column[]
  /** How many columns stay in sight when scrolling sideways. */
  readonly frozenColumns?: number
  readonly rows: readonly (readonly Cell[])[]
}

export interface Workbook {
  readonly title: string
  /** ISO instant as of which the content is known: the only time the file bears. */
  readonly knownAt: string
  readonly sheets: readonly Sheet[]
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
  const parts: readonly (readonly [path: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes(names.length)],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', coreProperties(book)],
    ['docProps/app.xml', applicationProperties],
    ['xl/workbook.xml', workbookXml(book.sheets, names)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(names.length)],
    ['xl/styles.xml', styleSheet],
    ...book.sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, i === 0)] as const),
  ]
  return pack(parts)
}

async function pack(parts: readonly (readonly [path: string, xml: string])[]): Promise<Uint8Array> {
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

function contentTypes(sheets: number): string {
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`
  return [
    `<Types xmlns="${OPENXML}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', `${TYPE}.extended-properties+xml`),
    part('xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`),
    part('xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`),
    ...numbers(sheets).map((n) => part(`xl/worksheets/sheet${n}.xml`, `${TYPE}.spreadsheetml.worksheet+xml`)),
    '</Types>',
  ].join('')
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`

const relations = (inside: readonly string[]): string =>
  `<Relationships xmlns="${OPENXML}/package/2006/relationships">${inside.join('')}</Relationships>`

const packageRelations = relations([
  relation(1, `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'),
  relation(2, `${OPENXML}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relation(3, `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'),
])

function workbookRelations(sheets: number): string {
  return relations([
    ...numbers(sheets).map((n) =>
      relation(n, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${n}.xml`),
    ),
    relation(sheets + 1, `${OFFICE}/relationships/styles`, 'styles.xml'),
  ])
}

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const listed = names.map(
    (name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const defined = (kind: 'filters' | 'titles'): string[] =>
    sheets.map((sheet, i) => {
      const name = quotedSheetName(names[i] ?? '')
      const { from, to } = tableRange(sheet)
      const top = headerRow(sheet)
      const [attributes, target] =
        kind === 'filters'
          ? [`name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1"`, `${name}!${from}:${to}`]
          : [`name="_xlnm.Print_Titles" localSheetId="${i}"`, `${name}!$${top}:$${top}`]
      return `<definedName ${attributes}>${escapeXml(target)}</definedName>`
    })
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    `<definedNames>${[...defined('filters'), ...defined('titles')].join('')}</definedNames>`,
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
