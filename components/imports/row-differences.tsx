import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { fieldText, formatNumber, spokenColumns, words } from '@/lib/i18n'
import type { RowDifference } from '@/lib/imports/differences'
import type { RegisterCode } from '@/lib/notice'
import { fieldContent, type RowContent } from '@/lib/entry/row-content'
import type { Locale } from '@/lib/values'
import { RemarkList } from './remark-list'

/** So many are listed; all of them are written. */
const LISTED = 500

/** The rows of one register that a file adds or changes, field by field. */
export function RowDifferences({
  register,
  rows,
  locale,
}: {
  register: RegisterCode
  rows: readonly RowDifference[]
  locale: Locale
}) {
  const { importing, register: named } = words(locale)
  const said = importing.differences
  const changed = rows.filter(({ change }) => change !== 'unchanged')
  const count = (which: RowDifference['change']): string =>
    formatNumber(String(rows.filter(({ change }) => change === which).length))
  const columns = spokenColumns(locale, register)
  return (
    <section className="mt-4">
      <h3 className="mb-1 text-base">
        {named.short[register]}{' '}
        <span className="text-sm font-normal text-muted">
          {said.counts(count('new'), count('changed'), count('unchanged'))}
        </span>
      </h3>
      {changed.length > 0 && (
        <Table label={named.short[register]} stickyColumn boxClassName="max-h-[60vh]">
          <thead>
            <tr>
              <ColumnHead>{columns.find(({ field }) => field === 'name')?.head}</ColumnHead>
              <ColumnHead>{said.place}</ColumnHead>
              <ColumnHead>{said.was}</ColumnHead>
              <ColumnHead>{said.becomes}</ColumnHead>
              <ColumnHead>{said.note}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {changed.slice(0, LISTED).map((row, i) => {
              const altered = columns.filter(
                ({ field }) =>
                  row.was === null || fieldContent(row.was, field) !== fieldContent(row.becomes, field),
              )
              const spoken = (content: RowContent): string[] =>
                altered
                  .map((column) => [
                    column.head,
                    fieldText(locale, column, fieldContent(content, column.field)),
                  ])
                  .filter(([head, text]) => text !== '' && head !== columns[0]?.head)
                  .map((pair) => pair.join(': '))
              return (
                <tr key={i}>
                  <RowHead className="min-w-40">{row.becomes.name}</RowHead>
                  <Cell className="text-sm whitespace-nowrap text-muted">
                    {row.sheet} {row.cell}
                  </Cell>
                  <Cell className="min-w-40">
                    {row.was === null ? (
                      <span className="text-muted">{said.change.new}</span>
                    ) : (
                      <Lines lines={[row.was.name, ...spoken(row.was)]} />
                    )}
                  </Cell>
                  <Cell className="min-w-60 bg-accent-wash">
                    <Lines lines={[row.becomes.name, ...spoken(row.becomes)]} />
                  </Cell>
                  <Cell className="text-sm">
                    <RemarkList difference={row} locale={locale} />
                  </Cell>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
      {changed.length > LISTED && (
        <p className="text-sm text-muted">{said.more(formatNumber(String(changed.length - LISTED)))}</p>
      )}
    </section>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) =>
  lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ))
