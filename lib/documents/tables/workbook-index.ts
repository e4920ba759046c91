import { Refusal } from '@/lib/values'
import type { ReadTable } from '../read-table'
import { activeType } from './active-content'
import { cellTextOf } from './cell-text'
import type { Deadline } from './deadline'
import { documentProperties } from './document-properties'
import { LIMITS } from './limits'
import { GENERAL, numberFormat, type NumberFormat } from './number-format'
import { relationships } from './relationships'
import { foreign, readXml } from './xml-part'
import { damaged, type ZipParts } from './zip-parts'

export interface SheetPlace {
  readonly name: string
  readonly visibility: ReadTable['visibility']
  readonly part: string
}

/** What a workbook says about itself before its sheets are read. */
export interface WorkbookIndex {
  readonly sheets: readonly SheetPlace[]
  readonly date1904: boolean
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[]
  readonly sharedStrings: string | null
  readonly names: ReadonlyMap<string, string>
  readonly properties: ReadonlyMap<string, string>
  readonly hasExternalLinks: boolean
}

/** @throws Refusal for what is no workbook, or one that would run something */
export async function workbookIndex(zip: ZipParts, deadline: Deadline): Promise<WorkbookIndex> {
  await refuseActive(zip, deadline)
  const top = [...(await relationships(zip, '', deadline)).values()]
  const main = top.find(({ type }) => type === 'officeDocument')?.part ?? null
  if (main === null || !zip.has(main)) throw notAWorkbook(zip)
  if (main.endsWith('.bin')) throw new Refusal('fileBinaryExcel')
  if (!/(?:^|\/)xl\//.test(main) && /(?:^|\/)(?:word|ppt)\//.test(main)) throw new Refusal('fileOtherKind')
  const links = await relationships(zip, main, deadline)
  const partOf = (wanted: string): string | null =>
    [...links.values()].find(({ type }) => type === wanted)?.part ?? null
  const styles = partOf('styles')
  const sheets: SheetPlace[] = []
  const names = new Map<string, string>()
  let date1904 = false
  let name: string | null = null
  let text = ''
  await readXml(
    zip,
    main,
    'workbook',
    {
      open: (tag, attributes) => {
        if (tag === 'workbookPr') date1904 = /^(?:1|true)$/i.test(attributes.date1904 ?? '')
        if (tag === 'definedName') {
          name = attributes.name ?? ''
          text = ''
        }
        if (tag !== 'sheet') return
        const link = links.get(foreign(attributes, 'id'))
        if (link === undefined) throw damaged(main)
        // Charts and the like say nothing in cells.
        if (link.type !== 'worksheet') return
        if (sheets.length >= LIMITS.sheets)
          throw new Refusal('fileTooBig', { what: 'sheets', limit: String(LIMITS.sheets) })
        if (link.part === null || !zip.has(link.part)) throw damaged(link.part ?? main)
        const { state } = attributes
        const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible'
        sheets.push({ name: cellTextOf(attributes.name ?? ''), visibility, part: link.part })
      },
      text: (piece) => {
        if (name !== null && text.length < LIMITS.formulaText) text += piece
      },
      close: (tag) => {
        if (tag !== 'definedName' || name === null) return
        if (names.size < LIMITS.names) names.set(name, text)
        name = null
      },
    },
    deadline,
  )
  return {
    sheets,
    date1904,
    formats: styles === null ? [GENERAL] : await cellFormats(zip, styles, deadline),
    sharedStrings: partOf('sharedStrings'),
    names,
    properties: await documentProperties(zip, top, deadline),
    hasExternalLinks:
      zip.names.some((each) => /(?:^|\/)externallinks\//.test(each)) ||
      [...links.values()].some(({ type }) => type === 'externalLink'),
  }
}

function notAWorkbook(zip: ZipParts): Refusal {
  const isWorkbook = zip.has('[Content_Types].xml') && zip.names.some((name) => name.startsWith('xl/'))
  return isWorkbook ? damaged('xl/workbook.xml') : new Refusal('fileOtherKind')
}

async function refuseActive(zip: ZipParts, deadline: Deadline): Promise<void> {
  const list = '[Content_Types].xml'
  if (!zip.has(list)) throw notAWorkbook(zip)
  const open = (_: string, { ContentType = '' }: Readonly<Record<string, string>>) => {
    const what = activeType(ContentType)
    if (what !== null) throw new Refusal('fileActive', { what })
    if (/excel\.sheet\.binary/i.test(ContentType)) throw new Refusal('fileBinaryExcel')
  }
  await readXml(zip, list, 'Types', { open }, deadline)
}

async function cellFormats(zip: ZipParts, part: string, deadline: Deadline): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const known = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inside = false
  const formatOf = (id: number): NumberFormat => {
    const format = known.get(id) ?? numberFormat(id, codes)
    known.set(id, format)
    return format
  }
  await readXml(
    zip,
    part,
    'styleSheet',
    {
      open: (name, { numFmtId = '0', formatCode = '' }) => {
        if (name === 'numFmt' && codes.size < LIMITS.styles)
          codes.set(Number(numFmtId), formatCode.slice(0, 255))
        if (name === 'cellXfs') inside = true
        if (name === 'xf' && inside && formats.length < LIMITS.styles)
          formats.push(formatOf(Number(numFmtId)))
      },
      close: (name) => {
        if (name === 'cellXfs') inside = false
      },
    },
    deadline,
  )
  return formats
}
