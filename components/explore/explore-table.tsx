import { Cell, ColumnHead, FigureHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatFigure, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Explored, ExploreView } from '@/lib/review/read-explore'
import type { Locale } from '@/lib/values'
import { placeOf, rangeOf } from './scale'

/** Five shades from pale to dark; the number in each cell says what the shade only repeats. */
const SHADES = ['', 'bg-accent/10', 'bg-accent/20', 'bg-accent/30', 'bg-accent/40'] as const

/** Results of cities by quarter; shaded where a heat map is asked for. */
export function ExploreTable({
  view,
  explored,
  locale,
}: {
  view: ExploreView
  explored: Explored
  locale: Locale
}) {
  const { explore: said, names } = words(locale)
  const isHeat = view.shape === 'heat'
  // Each result on a scale of its own: yuan and numbers of enterprises have none in common.
  const ranges = new Map(
    view.indicators.map((code) => [code, rangeOf(explored.rows.filter(({ indicator: of }) => of === code))]),
  )
  const unitOf = (code: (typeof view.indicators)[number]) =>
    view.measure === 'yearOnYear' || view.measure === 'averageGrowth'
      ? said.percent
      : names.unit[indicator(code).unit]
  const shade = (code: (typeof view.indicators)[number], value: string) => {
    const range = ranges.get(code)
    return range === undefined ? '' : SHADES[Math.min(4, Math.floor(placeOf(value, range) * 5))]
  }
  return (
    <Table label={said.table} stickyColumn className="print:text-[7pt]">
      <thead>
        <tr>
          <ColumnHead>{said.city}</ColumnHead>
          <ColumnHead>{said.result}</ColumnHead>
          {explored.quarters.map((quarter) => (
            <FigureHead key={quarter} className="whitespace-nowrap">
              {quarter}
            </FigureHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {explored.rows.map(({ city, indicator: code, values, pending }) => (
          <tr key={`${city.code}/${code}`}>
            <RowHead className="min-w-24 sm:min-w-44 print:min-w-0">
              <a href={`/cities/${city.code}#${code}`}>{cityName(locale, city)}</a>
            </RowHead>
            <Cell className="min-w-40 print:min-w-0">
              {inLocale(locale, indicator(code))} <span className="text-sm text-muted">{unitOf(code)}</span>
            </Cell>
            {values.map((value, i) => (
              <Cell
                key={explored.quarters[i]}
                className={`figure print:[print-color-adjust:exact] ${isHeat && value !== null ? shade(code, value) : ''}`}
              >
                {value === null ? NO_FIGURE : formatFigure(value)}
                {pending[i] === true && (
                  <span className="block border border-dashed border-edge px-1 text-xs">
                    {words(locale).beside.unaccepted.mark}
                  </span>
                )}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
