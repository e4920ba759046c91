import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, words } from '@/lib/i18n'
import type { TracedRow } from '@/lib/review/trace-figures'
import type { Locale } from '@/lib/values'
import { enteredBy, TracedSource, type SourcePlaces } from './traced-source'

/** As many as are read at a glance; the register has them all. */
const MOST = 100

/** The rows of a register in one version: who entered each, and from which file and cell. */
export function TracedRows({
  rows,
  all,
  place,
  locale,
}: {
  rows: readonly TracedRow[]
  /** Where every row is. */
  all: string
  place: SourcePlaces
  locale: Locale
}) {
  const { trace: said } = words(locale)
  if (rows.length === 0) return null
  return (
    <Panel title={said.rowsOfVersion}>
      <Table label={said.rowsOfVersion}>
        <thead>
          <tr>
            <ColumnHead>{said.columns.row}</ColumnHead>
            <ColumnHead>{said.columns.entered}</ColumnHead>
            <ColumnHead>{said.columns.origin}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr key={row.id}>
              <RowHead>{row.name}</RowHead>
              <Cell>{enteredBy(row, locale)}</Cell>
              <Cell>
                <TracedSource source={row} place={place} locale={locale} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > MOST && (
        <p className="mt-2">
          <a href={all}>{said.moreRows(formatNumber(String(rows.length - MOST)))}</a>
        </p>
      )}
    </Panel>
  )
}
