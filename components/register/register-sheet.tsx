import { EmptyState } from '@/components/ui/empty-state'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { LEVELS, rowText, type RowField, type RowText } from '@/lib/entry/row-content'
import type { PageRow } from '@/lib/entry/rows-autosave'
import { formatDay, words } from '@/lib/i18n'
import type { CountIndicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { columnsOf } from './columns'
import { StandingNote } from './standing-note'
import type { Told } from './told'

/** A register to be read: the same rows and columns as in the grid, as plain text. */
export function RegisterSheet({
  locale,
  label,
  indicator,
  asksLevel,
  rows,
  told,
}: {
  locale: Locale
  label: string
  indicator: CountIndicator
  asksLevel: boolean
  rows: readonly PageRow[]
  told: Told
}) {
  const said = words(locale).register
  const columns = columnsOf(indicator, asksLevel, said)
  const shown = (row: RowText, field: RowField): string => {
    if (field === 'countedOn') return formatDay(locale, row.countedOn)
    const level = field === 'level' ? LEVELS.find((each) => each === row.level) : undefined
    return level === undefined ? row[field] : said.level[level]
  }
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
              {columns.map(({ field }) => (
                <Cell key={field} className={field === 'creditCode' ? 'font-mono' : ''}>
                  {shown(rowText(saved.content), field)}
                  {field === 'name' && standing !== undefined && <StandingNote standing={standing} />}
                </Cell>
              ))}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
