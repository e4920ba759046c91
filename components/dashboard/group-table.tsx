import { ColumnHead, Cell, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, words } from '@/lib/i18n'
import type { Group } from '@/lib/review/summarise-overview'
import type { Locale } from '@/lib/values'
import { VerdictBar } from './verdict-bar'

/** Groups of cities one under the other: how many, what is behind, which verdicts, and how their reports came in. */
export function GroupTable({
  label,
  head,
  groups,
  locale,
}: {
  label: string
  head: string
  groups: readonly { readonly group: Group; readonly name: string; readonly href: string | null }[]
  locale: Locale
}) {
  const { overview: said, dashboard } = words(locale)
  const count = (number: number) => formatNumber(String(number))
  return (
    <Table label={label} stickyColumn>
      <thead>
        <tr>
          <ColumnHead>{head}</ColumnHead>
          <FigureHead>{said.cities}</FigureHead>
          <FigureHead>{said.share}</FigureHead>
          <ColumnHead className="min-w-56">{dashboard.counts}</ColumnHead>
          <FigureHead>{said.acceptedReports}</FigureHead>
          <FigureHead>{said.arrival.late}</FigureHead>
          <FigureHead>{said.arrival.overdue}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ group, name, href }) => (
          <tr key={group.key}>
            <RowHead className="min-w-24">{href === null ? name : <a href={href}>{name}</a>}</RowHead>
            <FigureCell>{count(group.cities.length)}</FigureCell>
            <FigureCell>
              {group.decided === 0
                ? said.noneDecided
                : said.shareOf(count(group.behind), count(group.decided))}
            </FigureCell>
            <Cell>
              <VerdictBar counts={group.counts} locale={locale} />
            </Cell>
            <FigureCell>{count(group.accepted)}</FigureCell>
            <FigureCell>{count(group.arrivals.late)}</FigureCell>
            <FigureCell>{count(group.arrivals.overdue)}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
