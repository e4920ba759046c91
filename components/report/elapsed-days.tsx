import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, words } from '@/lib/i18n'
import type { ElapsedDays, SideDays } from '@/lib/reporting/elapsed-days'
import type { Locale } from '@/lib/values'

const SIDES = ['city', 'province', 'nation'] as const

/** How many working days a report lay with each side: in sum, and folded away by version. */
export function ElapsedDaysTable({ locale, elapsed }: { locale: Locale; elapsed: ElapsedDays }) {
  const { review, common } = words(locale)
  const said = review.elapsed
  const count = (days: number): string => formatNumber(String(days))
  const all = ({ city, province, nation }: SideDays): string => count(city + province + nation)
  const { sum } = elapsed
  return (
    <Disclosure
      className="mb-4"
      summary={common.pair(said.title, SIDES.map((side) => said[side](count(sum[side]))).join(' · '))}
    >
      <p className="mb-1 text-sm text-muted">{said.lead}</p>
      <Table label={said.title} className="max-w-xl">
        <thead>
          <tr>
            <ColumnHead>{said.version}</ColumnHead>
            {SIDES.map((side) => (
              <FigureHead key={side}>{said.side[side]}</FigureHead>
            ))}
            <FigureHead>{said.sum}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {elapsed.versions.map(({ version, days }) => (
            <tr key={version}>
              <RowHead>{common.version(version)}</RowHead>
              {SIDES.map((side) => (
                <FigureCell key={side}>{count(days[side])}</FigureCell>
              ))}
              <FigureCell>{all(days)}</FigureCell>
            </tr>
          ))}
          <tr>
            <Cell className="font-semibold">{said.sum}</Cell>
            {SIDES.map((side) => (
              <FigureCell key={side} className="font-semibold">
                {count(sum[side])}
              </FigureCell>
            ))}
            <FigureCell className="font-semibold">{all(sum)}</FigureCell>
          </tr>
        </tbody>
      </Table>
    </Disclosure>
  )
}
