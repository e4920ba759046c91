import { arrange, readView } from '@/lib/entry/register-view'
import { rowText, type RowText } from '@/lib/entry/row-content'
import { registerColumns } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import type { Register } from './read-register'
import { toldOf } from './told-of'

/**
 * The saved rows of a register that a view shows, in its order, as the grid does.
 * @param query a view as lib/entry/register-view.ts writes it
 */
export function rowsShown(register: Register, query: URLSearchParams, locale: Locale): RowText[] {
  const columns = registerColumns(register.indicator.code)
  const noted = toldOf(register).standing.rows
  const rows = [...register.rows, ...register.removed].map((row) => ({
    id: row.id,
    text: rowText(row),
    states: [
      ...(row.removed ? (['withdrawn'] as const) : []),
      ...(row.id in noted ? (['finding'] as const) : []),
      ...(typeof noted[row.id]?.case === 'number' ? (['elsewhere'] as const) : []),
    ],
  }))
  const byId = new Map(rows.map(({ id, text }) => [id, text]))
  const { compare } = new Intl.Collator(locale)
  return arrange(rows, readView(query, columns), columns, compare).flatMap((id) => byId.get(id) ?? [])
}
