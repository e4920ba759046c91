import { rawZip, type RawPart } from './raw-zip'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a workbook written by hand consists of; what is left out is what a sound workbook has. */
export interface RawWorkbook {
  /** The inside of `sheetData`. */
  readonly rows?: string
  readonly beforeData?: string
  readonly afterData?: string
  readonly sheetName?: string
  /** The inside of `workbook` before and after its sheets. */
  readonly workbookStart?: string
  readonly workbookEnd?: string
  readonly moreSheets?: readonly { readonly name: string; readonly state?: string; readonly rows: string }[]
  readonly strings?: readonly string[]
  /** Number formats of styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[]
  readonly properties?: Readonly<Record<string, string>>
  readonly contentTypes?: string
  /** Takes the place of a part, or stands beside the others. */
  readonly parts?: readonly RawPart[]
  /** Applied to every part that is XML. */
  readonly rewrite?: (xml: string, part: string) => string
}

/** The XML of a sheet. */
export const sheetXml = (rows: string, before = '', after = ''): string =>
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

/** A workbook written by hand: as it should be, or wrong in exactly one place. */
export function rawWorkbook({
  rows = '<row r="1"><c r="A1"><v>1</v></c></row>',
  beforeData = '',
  afterData = '',
  sheetName = '数据',
  workbookStart = '',
  workbookEnd = '',
  moreSheets = [],
  strings = ['你好'],
  formats = [],
  properties = {},
  contentTypes = '',
  parts = [],
  rewrite = (xml) => xml,
}: RawWorkbook = {}): Buffer {
  const sheets = [{ name: sheetName, state: 'visible', rows }, ...moreSheets]
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (inside: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`
  const xml: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${sheets.map((_, i) => override(`worksheets/sheet${i + 1}`, 'worksheet')).join('')}${override('sharedStrings', 'sharedStrings')}${override('styles', 'styles')}${contentTypes}</Types>`,
    '_rels/.rels': relations(
      relation('rId1', 'officeDocument', 'xl/workbook.xml') +
        relation('rId2', 'custom-properties', 'docProps/custom.xml'),
    ),
    'docProps/custom.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${Object.entries(
      properties,
    )
      .map(
        ([name, value], i) =>
          `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
      )
      .join('')}</Properties>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookStart}<sheets>${sheets.map(({ name, state = 'visible' }, i) => `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`).join('')}</sheets>${workbookEnd}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
        relation('rId901', 'sharedStrings', 'sharedStrings.xml') +
        relation('rId902', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => (text.startsWith('<') ? `<si>${text}</si>` : `<si><t>${text}</t></si>`)).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheetXml(rows, beforeData, afterData),
    ...Object.fromEntries(
      moreSheets.map((sheet, i) => [`xl/worksheets/sheet${i + 2}.xml`, sheetXml(sheet.rows)]),
    ),
  }
  const replaced = new Set(parts.map(({ name }) => name))
  return rawZip([
    ...Object.entries(xml)
      .filter(([name]) => !replaced.has(name))
      .map(([name, content]) => ({ name, content: rewrite(content, name) })),
    ...parts,
  ])
}
