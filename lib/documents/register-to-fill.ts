import { choiceText, columnHead } from '@/lib/i18n/register-text'
import { registerColumnWords } from '@/lib/i18n/words/register-columns'
import { words } from '@/lib/i18n/words'
import { registerColumns, type RegisterCode, type RegisterColumn, type RowField } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { blank, figure, text, type Cell } from './cell'
import { hint, type Lists } from './input-checks'
import { columnLetters, headerRow } from './sheet-xml'
import type { Sheet, SheetToFill } from './workbook'

/** One register of a report, with the rows that the portal has. */
export interface RegisterToFill {
  readonly code: RegisterCode
  readonly isOpen: boolean
  readonly rows: readonly {
    readonly id: string
    readonly fields: Readonly<Partial<Record<RowField, string>>>
  }[]
}

/** So far below the head a sheet offers what may be chosen: some programs keep a list for each cell. */
const CHECKED_ROWS = 5_000

/** The sheet of a register; its last column, hidden, says which row of the portal a line is. */
export function registerSheet(
  locale: Locale,
  head: readonly string[],
  register: RegisterToFill,
): SheetToFill {
  const { workbook: said, register: named } = words(locale)
  const asked = registerColumns(register.code)
  const rest = (kind: RegisterColumn['kind']): { readonly rest?: 'text' | 'day' } =>
    register.isOpen ? { rest: kind === 'day' ? 'day' : 'text' } : {}
  const sheet: Sheet = {
    name: named.short[register.code],
    head,
    isLocked: true,
    frozenColumns: 1,
    columns: [
      ...asked.map(({ field, kind, width }) => ({
        header: columnHead(locale, register.code, field),
        width,
        ...rest(kind),
      })),
      { header: said.rowId, width: 38, isHidden: true, ...rest('text') },
    ],
    rows: register.rows.map(({ id, fields }) => [
      ...asked.map((column) => open(fieldCell(locale, column, fields[column.field] ?? ''), register.isOpen)),
      open(text(id), register.isOpen),
    ]),
  }
  const first = headerRow(sheet) + 1
  const lists: Lists = new Map(
    asked
      .filter(({ choices }) => choices.length > 0)
      .map((column) => [
        listName(register.code, column),
        column.choices.map((choice) => choiceText(locale, choice)),
      ]),
  )
  const about = (column: RegisterColumn) => ({
    title: columnHead(locale, register.code, column.field),
    text: registerColumnWords[locale].help[column.field],
  })
  const checks = asked.flatMap((column, i) => {
    if (column.choices.length === 0) return []
    const range = `${columnLetters(i)}${first}:${columnLetters(i)}${first + CHECKED_ROWS}`
    return [hint(range, about(column), listName(register.code, column))]
  })
  const notes = asked.map((column, i) => ({
    at: `${columnLetters(i)}${first - 1}`,
    text: about(column).text,
  }))
  return { sheet: { ...sheet, notes, checks: register.isOpen ? checks : [] }, lists }
}

const open = (cell: Cell, isOpen: boolean): Cell => (isOpen ? { ...cell, look: 'open' } : cell)

const listName = (code: RegisterCode, { field }: RegisterColumn): string => `list_${code}_${field}`

function fieldCell(locale: Locale, { kind }: RegisterColumn, value: string): Cell {
  if (value === '') return blank
  if (kind === 'day') return { kind: 'day', value }
  if (kind === 'amount' || kind === 'whole') return figure(value)
  return text(kind === 'choice' ? choiceText(locale, value) : value)
}
