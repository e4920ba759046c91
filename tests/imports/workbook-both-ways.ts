import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { text, type Cell } from '@/lib/documents/cell'
import { FIGURE_FIELDS, type FigureField } from '@/lib/documents/figures-to-fill'
import { periodWorkbook } from '@/lib/documents/period-workbook'
import type { Workbook } from '@/lib/documents/workbook'
import { sealedIdentity, TEMPLATE, type WorkbookIdentity } from '@/lib/documents/workbook-identity'
import { workbookOfDraft } from '@/lib/documents/workbook-of-draft'
import { readPeriodToFill } from '@/lib/imports/read-period'
import type { Locale, Period } from '@/lib/values'

export const SECRET = 'a secret of the portal, thirty-two signs long'

/** The workbook of a report as its officer downloads it. */
export async function downloaded(
  officer: Actor,
  period: Period,
  how: Partial<WorkbookIdentity> & { readonly locale?: Locale; readonly secret?: string } = {},
): Promise<Workbook> {
  const { locale = 'zh-CN', secret = SECRET, ...said } = how
  const { draft, form, rows } = await readPeriodToFill(
    authorize(officer, 'draft.read', officer.city ?? ''),
    period,
  )
  const identity = sealedIdentity(secret, {
    template: TEMPLATE,
    city: draft.city.code,
    version: String(draft.version),
    knownAt: draft.now.toISOString(),
    ...said,
    period: (said.period ?? period) as Period,
  })
  return periodWorkbook(
    workbookOfDraft(draft, form, rows, { locale, demonstration: false, isToRead: false }, identity),
  )
}

/** The same workbook with a cell of its first sheet filled in. */
export const filled = (book: Workbook, code: string, field: FigureField, cell: Cell | string): Workbook =>
  withSheet(book, 0, (rows) =>
    rows.map((row) =>
      row[0]?.kind === 'text' && row[0].value === code
        ? row.with(FIGURE_FIELDS.indexOf(field), typeof cell === 'string' ? text(cell) : cell)
        : row,
    ),
  )

/** The same workbook with rows added to a sheet. */
export const withRows = (book: Workbook, name: string, added: readonly (readonly Cell[])[]): Workbook =>
  withSheet(
    book,
    book.sheets.findIndex((sheet) => sheet.name === name),
    (rows) => [...rows, ...added],
  )

type Rows = Workbook['sheets'][number]['rows']

const withSheet = (book: Workbook, at: number, change: (rows: Rows) => Rows): Workbook => ({
  ...book,
  sheets: book.sheets.map((sheet, i) => (i === at ? { ...sheet, rows: change(sheet.rows) } : sheet)),
})

/** Where in the first sheet a field of a result stands. */
export function placeOf(book: Workbook, code: string, field: FigureField): string {
  const [sheet] = book.sheets
  const row = sheet?.rows.findIndex(([first]) => first?.kind === 'text' && first.value === code) ?? -1
  return `${String.fromCharCode(65 + FIGURE_FIELDS.indexOf(field))}${(sheet?.head?.length ?? 0) + 3 + row}`
}
