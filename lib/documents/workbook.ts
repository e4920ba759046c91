import { ZipFile } from 'yazl'
import type { Cell } from './cell'
import { commentsXml, notesDrawing, type CellNote } from './cell-notes'
import type { InputCheck, InputMark, Lists } from './input-checks'
import { sheetNames } from './sheet-names'
import { sheetLinks } from './streaming/sheet-links'
import type { StreamedLink } from './streaming/streamed'
import { hasNotes, headerRow, sheetXml, tableRange } from './sheet-xml'
import { bookParts, DECLARATION, OFFICE, relation, relations, ZIP_ENTRY, type Part } from './workbook-parts'

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
  /** Where cells of the rows lead, row by row. */
  readonly links?: readonly (readonly StreamedLink[])[]
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
  /** What it is printed on; A4 over as many pages as it takes where nothing is said. */
  readonly print?: { readonly paper: 'A4' | 'A3'; readonly onOnePage: boolean }
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

/** An .xlsx file. The same workbook gives the same bytes, on any day and in any time zone. */
export async function writeWorkbook(book: Workbook): Promise<Uint8Array> {
  if (book.sheets.length === 0) throw new RangeError('a workbook needs a sheet')
  const names = sheetNames(book.sheets.map((sheet) => sheet.name))
  return pack([
    ...bookParts({
      ...book,
      sheets: book.sheets.map((sheet, i) => ({
        name: names[i] ?? '',
        isHidden: sheet.isHidden === true,
        table: sheet.isPlain === true ? null : { ...tableRange(sheet), top: headerRow(sheet) },
        hasNotes: hasNotes(sheet),
      })),
    }),
    ...book.sheets.flatMap(sheetParts),
  ])
}

/** The first two relationships of a sheet are its notes. */
const FIRST_LINK = 3

/** A sheet and, where it has notes or links, what they need. */
function sheetParts(sheet: Sheet, i: number): readonly Part[] {
  const links = sheetLinks(FIRST_LINK)
  for (const [j, own] of (sheet.links ?? []).entries()) links.add(headerRow(sheet) + 1 + j, own)
  const worksheet: Part = [
    `xl/worksheets/sheet${i + 1}.xml`,
    sheetXml(
      sheet,
      i === 0,
      links.xml(() => null),
    ),
  ]
  const related = [
    ...(hasNotes(sheet)
      ? [
          relation(1, `${OFFICE}/relationships/vmlDrawing`, `../drawings/vmlDrawing${i + 1}.vml`),
          relation(2, `${OFFICE}/relationships/comments`, `../comments${i + 1}.xml`),
        ]
      : []),
    ...links.relations(),
  ]
  if (related.length === 0) return [worksheet]
  const { notes = [] } = sheet
  return [
    worksheet,
    [`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relations(related)],
    ...(hasNotes(sheet) ? noteParts(notes, i) : []),
  ]
}

const noteParts = (notes: readonly CellNote[], i: number): readonly Part[] => [
  [`xl/drawings/vmlDrawing${i + 1}.vml`, notesDrawing(notes)],
  [`xl/comments${i + 1}.xml`, commentsXml(notes)],
]

async function pack(parts: readonly Part[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, xml] of parts) zip.addBuffer(Buffer.from(DECLARATION + xml), path, ZIP_ENTRY)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}
