import { EmptyState } from '@/components/ui/empty-state'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { rowText } from '@/lib/entry/row-content'
import type { PageRow } from '@/lib/entry/rows-autosave'
import { fieldText, words } from '@/lib/i18n'
import type { RegisterCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { columnsOf } from './columns'
import { StandingNote } from './standing-note'
import type { Told } from './told'

/** A register to be read: the same rows and columns as in the grid, as plain text. */
export function RegisterSheet({
  locale,
  label,
  code,
  rows,
  told,
}: {
  locale: Locale
  label: string
  code: RegisterCode
  rows: readonly PageRow[]
  told: Told
}) {
  const said = words(locale).register
  const columns = columnsOf(locale, code)
  if (rows.length === 0) return <EmptyState title={said.empty.title} next={said.empty.nextClosed} />
  return (
    <Table label={label}>
      <thead>
        <tr>
          <ColumnHead>{said.grid.number}</ColumnHead>
          {columns.map(({ field, head }) => (
            <ColumnHead key={field}>{head}</ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, saved }, i) => {
          const standing = told.standing.rows[id]
          return (
            <tr key={id}>
              <RowHead className="text-right text-muted">{i + 1}</RowHead>
              {columns.map((column) => (
                <Cell key={column.field} className={column.kind === 'creditCode' ? 'font-mono' : ''}>
                  {fieldText(locale, column, rowText(saved.content)[column.field])}
                  {column.field === 'name' && standing !== undefined && <StandingNote standing={standing} />}
                </Cell>
              ))}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
