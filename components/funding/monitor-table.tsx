import Link from 'next/link'
import { yuan } from '@/components/plan/plan-rows'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatDateTime, formatDay, words } from '@/lib/i18n'
import type { MonitoredCity } from '@/lib/funding/read-monitor'
import type { Locale } from '@/lib/values'
import { DualBars, DualPattern } from './dual-bars'
import { standingWords } from './standing-words'

/** Every city's money beside its results, drawn and in numbers; where money is furthest ahead comes first. */
export function MonitorTable({ cities, locale }: { cities: readonly MonitoredCity[]; locale: Locale }) {
  const { monitoring: said } = words(locale)
  return (
    <>
      <DualPattern />
      <p className="mb-2 flex flex-wrap gap-x-6 text-sm">
        <span>{said.key.spent}</span>
        <span>{said.key.achieved}</span>
      </p>
      <Table label={said.title} stickyColumn>
        <thead>
          <tr>
            <ColumnHead className="min-w-28">{said.city}</ColumnHead>
            <ColumnHead className="min-w-56">
              <span className="flex justify-between gap-2">
                <span>{said.chart}</span>
                <span className="font-normal text-muted">0–100%</span>
              </span>
            </ColumnHead>
            <FigureHead>{said.spent}</FigureHead>
            <FigureHead>{said.achieved}</FigureHead>
            <FigureHead unit={said.points} className="whitespace-nowrap">
              {said.gap}
            </FigureHead>
            <FigureHead>{said.paid}</FigureHead>
            <FigureHead>{said.received}</FigureHead>
            <FigureHead>{said.spentYuan}</FigureHead>
            <ColumnHead className="min-w-64">{said.reason}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {cities.map(({ city, standing, balances, paid, reason }) => {
            const shown = standingWords(locale, standing)
            const central = balances.find(({ source }) => source === 'central')
            return (
              <tr key={city.code}>
                <RowHead>
                  <Link href={`/cities/${city.code}/funds`}>{cityName(locale, city)}</Link>
                </RowHead>
                <Cell className="py-0!">
                  <DualBars {...shown.bars} label={shown.sentence} />
                </Cell>
                <FigureCell>{shown.spent}</FigureCell>
                <FigureCell>
                  {shown.achieved}
                  <span className="block text-xs text-muted">{shown.of}</span>
                </FigureCell>
                <FigureCell className="font-semibold">{shown.gap}</FigureCell>
                <FigureCell>{yuan(paid)}</FigureCell>
                <FigureCell>{yuan(central?.received ?? null)}</FigureCell>
                <FigureCell>{yuan(central?.spent ?? null)}</FigureCell>
                <Cell>
                  {reason === null ? (
                    <span className="text-muted">{said.noReason}</span>
                  ) : (
                    <>
                      {reason.reason}
                      <span className="block text-sm text-muted">
                        {said.expected(formatDay(locale, reason.expectedOn))} ·{' '}
                        {said.by(reason.saidByName, formatDateTime(locale, reason.saidAt))}
                      </span>
                    </>
                  )}
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </>
  )
}
