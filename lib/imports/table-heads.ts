import { FIGURE_FIELDS, type FigureField } from '@/lib/documents/figures-to-fill'
import type { ReadCell, ReadRow } from '@/lib/documents/read-table'
import { headedFields, plainHead, type HeadNames } from '@/lib/entry/headed-fields'
import { readPeriodHead } from '@/lib/entry/period-head'
import { columnHead, columnNames } from '@/lib/i18n/register-text'
import { exporting } from '@/lib/i18n/words/export'
import { workbook } from '@/lib/i18n/words/workbook'
import {
  indicator,
  registerCodes,
  registerColumns,
  ROW_FIELDS,
  type RegisterCode,
  type RowField,
} from '@/lib/notice'
import { register } from '@/lib/i18n/words/register'
import { locales, yearOf, type Period } from '@/lib/values'

/** In how many lines of a table its head is looked for; above it stand titles and notes. */
export const FIRST_LINES = 30

/** A column of figures, and which part of a result it holds: '' for the report's period as a whole. */
export interface ValueColumn {
  readonly column: number
  readonly part: '' | 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Y'
}

export interface FigureHeads {
  readonly kind: 'figures'
  readonly row: number
  readonly columns: ReadonlyMap<FigureField, number>
  readonly values: readonly ValueColumn[]
}

export interface RegisterHeads {
  readonly kind: 'register'
  readonly row: number
  readonly register: RegisterCode
  readonly columns: ReadonlyMap<RowField, number>
  readonly id: number | null
  /** The head of the column of amounts, which may name a unit; '' where there is none. */
  readonly amountHead: string
  /** Heads that name nothing a register has. */
  readonly ignored: readonly string[]
}

export type Heads = FigureHeads | RegisterHeads | { readonly kind: 'unclear'; readonly row: number }

export { plainHead }

const figureNames: ReadonlyMap<string, FigureField> = new Map(
  FIGURE_FIELDS.flatMap((field) =>
    [
      ...Object.values(workbook).map(({ head }) => head[field]),
      ...Object.values(exporting).flatMap(({ head }) => olderHeads(head, field)),
    ].map((name) => [plainHead(name), field] as const),
  ),
)

/** What the export, which is older than the workbook, calls the same columns. */
function olderHeads(head: (typeof exporting)['en']['head'], field: FigureField): readonly string[] {
  const named: Readonly<Partial<Record<FigureField, string>>> = {
    code: head.indicatorCode,
    name: head.indicator,
    unit: head.unit,
    value: head.value,
    state: head.state,
    reason: head.reason,
    narrative: head.narrative,
    office: head.office,
    document: head.sourceDocument,
    clause: head.clause,
  }
  return named[field] === undefined ? [] : [named[field]]
}

const rowIds = Object.values(workbook).map(({ rowId }) => plainHead(rowId))
const rowNames: HeadNames = Object.fromEntries(
  ROW_FIELDS.map((field) => [field, columnNames(field).map(plainHead)]),
)

/** What a table is, if this line of it names its columns; null where the line names neither figures' nor a register's. */
export const readHeads = (
  row: ReadRow,
  sheet: string,
  period: Period,
  hint: RegisterCode | null,
): Heads | null => figureHeads(row, period) ?? registerHeads(row, sheet, hint)

function figureHeads(row: ReadRow, period: Period): FigureHeads | null {
  const columns = new Map<FigureField, number>()
  for (const { column, text } of row.cells) {
    const field = figureNames.get(plainHead(text))
    if (field !== undefined && !columns.has(field)) columns.set(field, column)
  }
  const value = columns.get('value')
  const values: readonly ValueColumn[] =
    value === undefined ? headedBy(row.cells, period) : [{ column: value, part: '' }]
  if (!columns.has('code') && !columns.has('name')) return null
  if (values.length === 0 && !columns.has('narrative')) return null
  return { kind: 'figures', row: row.number, columns, values }
}

/** The columns whose heads name this period, or of the base year its quarters and its whole. */
function headedBy(cells: readonly ReadCell[], period: Period): ValueColumn[] {
  const asked = period.slice(4)
  return cells.flatMap(({ column, text }): ValueColumn[] => {
    const head = readPeriodHead(text)
    if (head === null || (head.year !== null && head.year !== yearOf(period))) return []
    if (asked === '') return head.part === 'this' ? [{ column, part: '' }] : [{ column, part: head.part }]
    return head.part === asked || head.part === 'this' ? [{ column, part: '' as const }] : []
  })
}

function registerHeads(
  row: ReadRow,
  sheet: string,
  hint: RegisterCode | null,
): RegisterHeads | { readonly kind: 'unclear'; readonly row: number } | null {
  const read = registerCodes.map((code) => ({ code, columns: columnsOf(row, code) }))
  const most = Math.max(...read.map(({ columns }) => columns.size))
  if (most < 2) return null
  const named = read.filter(({ code }) => names(code).some((name) => plainHead(sheet).includes(name)))
  const best = read.filter(({ columns }) => columns.size === most)
  const own = best.filter(({ code }) =>
    row.cells.some(({ text }) => ownHeads(code).includes(plainHead(text))),
  )
  const chosen =
    (named.length === 1 ? named[0] : undefined) ??
    read.find(({ code }) => code === hint) ??
    (best.length === 1 ? best[0] : undefined) ??
    (own.length === 1 ? own[0] : undefined)
  if (chosen === undefined || chosen.columns.size < 2) return { kind: 'unclear', row: row.number }
  const taken = new Set(chosen.columns.values())
  const id = row.cells.find(({ text }) => rowIds.includes(plainHead(text)))?.column ?? null
  return {
    kind: 'register',
    row: row.number,
    register: chosen.code,
    columns: chosen.columns,
    id,
    amountHead: row.cells.find(({ column }) => column === chosen.columns.get('amount'))?.text ?? '',
    ignored: row.cells
      .filter(({ column, text }) => !taken.has(column) && column !== id && plainHead(text) !== '')
      .map(({ text }) => text),
  }
}

function columnsOf({ cells }: ReadRow, code: RegisterCode): Map<RowField, number> {
  const fields = headedFields(
    cells.map(({ text }) => text),
    registerColumns(code),
    rowNames,
  )
  const columns = new Map(
    cells.flatMap(({ column }, i) => {
      const field = fields[i]
      return field == null ? [] : [[field, column] as const]
    }),
  )
  return columns.has('name') || columns.has('creditCode') ? columns : new Map<RowField, number>()
}

/** What the register itself calls its first column: 项目名称 is of no brand. */
const ownHeads = (code: RegisterCode): readonly string[] =>
  locales.map((locale) => plainHead(columnHead(locale, code, 'name')))

/** What people call a register where they name a sheet or a file by it. */
const names = (code: RegisterCode): readonly string[] => [
  ...Object.values(register).map(({ short }) => plainHead(short[code])),
  plainHead(indicator(code).zh),
  plainHead(indicator(code).en),
  plainHead(code),
]
