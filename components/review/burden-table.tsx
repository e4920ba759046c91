import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { PeriodBurden } from '@/lib/reporting/burden-by-period'
import type { Locale } from '@/lib/values'

/** What the reports of each period cost the cities, the latest first. */
export function BurdenTable({ locale, burdens }: { locale: Locale; burdens: readonly PeriodBurden[] }) {
  const said = words(locale).burden
  const count = (number: number | null): string =>
    number === null ? NO_FIGURE : formatNumber(String(number))
  if (burdens.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <Table className="min-w-[40rem]" label={said.title}>
      <thead>
        <tr>
          <ColumnHead>{said.period}</ColumnHead>
          <ColumnHead>{said.reports}</ColumnHead>
          <FigureHead>{said.median}</FigureHead>
          <FigureHead>{said.total}</FigureHead>
          <FigureHead>{said.reused}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {burdens.map((each) => (
          <tr key={each.period}>
            <RowHead className="whitespace-nowrap">{formatPeriod(locale, each.period)}</RowHead>
            <Cell>{said.of(count(each.reports), count(each.measured))}</Cell>
            <FigureCell>{count(each.medianMinutes)}</FigureCell>
            <FigureCell>{count(each.totalMinutes)}</FigureCell>
            <FigureCell>{said.share(count(each.itemsReused), count(each.itemsAsked))}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
