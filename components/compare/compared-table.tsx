import { Cell, ColumnHead, FigureHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatFigure, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { Compared, ComparedPath } from '@/lib/review/read-compare'
import type { Locale } from '@/lib/values'

/** The numbers of the pictures: of each city and quarter what is, and under it what is required. */
export function ComparedTable({
  label,
  paths,
  quarters,
  unit,
  locale,
}: {
  label: string
  paths: readonly ComparedPath[]
  quarters: Compared['quarters']
  unit: string
  locale: Locale
}) {
  const { compare: said } = words(locale)
  return (
    <Table
      label={label}
      stickyColumn
      boxClassName="max-h-none"
      className="print:text-[7pt] print:[&_td]:px-1 print:[&_th]:px-1"
    >
      <thead>
        <tr>
          <ColumnHead>{said.city}</ColumnHead>
          {quarters.map((quarter, i) => (
            <FigureHead
              key={i}
              unit={i === 0 ? unit : undefined}
              className="whitespace-nowrap print:whitespace-normal"
            >
              {quarter === null ? said.nth(String(i + 1)) : formatPeriod(locale, quarter)}
            </FigureHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {paths.map(({ city, lines, begins }) => (
          <tr key={city.code}>
            <RowHead className="min-w-20 print:min-w-0">{cityName(locale, city)}</RowHead>
            {quarters.map((_, i) => {
              const at = lines.quarters[i - begins]
              return (
                <Cell key={i} className="figure">
                  {at?.actual == null ? NO_FIGURE : formatFigure(at.actual)}
                  {at?.pending != null && (
                    <span className="block border border-dashed border-edge px-1">
                      {said.pending(formatFigure(at.pending))}
                    </span>
                  )}
                  {at?.required != null && (
                    <span className="block text-xs text-muted print:text-[6pt] print:whitespace-normal">
                      {said.required(formatFigure(at.required))}
                    </span>
                  )}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
