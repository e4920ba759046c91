import { ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { CountHistory } from '@/lib/rules/count-history'
import { isQuarter, type Locale, type Quarter } from '@/lib/values'

/** How a count grew, quarter by quarter. */
export function CountQuarters({
  quarters,
  hrefOf,
  locale,
}: {
  quarters: CountHistory['quarters']
  /** Where those are listed that began to count in a quarter. */
  hrefOf: (since: Quarter) => string
  locale: Locale
}) {
  const said = words(locale).counts.quarters
  if (quarters.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <Table label={said.label} boxClassName="max-w-md">
      <thead>
        <tr>
          <ColumnHead>{said.period}</ColumnHead>
          <FigureHead>{said.added}</FigureHead>
          <FigureHead>{said.total}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {quarters.map(({ period, added, total }) => (
          <tr key={period}>
            <RowHead>{formatPeriod(locale, period)}</RowHead>
            <FigureCell>
              {isQuarter(period) ? (
                <a
                  href={hrefOf(period)}
                  aria-label={said.addedIn(formatPeriod(locale, period), formatNumber(String(added)))}
                >
                  {formatNumber(String(added))}
                </a>
              ) : (
                formatNumber(String(added))
              )}
            </FigureCell>
            <FigureCell>{formatNumber(String(total))}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
