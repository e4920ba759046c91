import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure, formatPeriod, formatWithUnit, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { interpretation } from '@/lib/notice'
import type { Alternative } from '@/lib/rules/types'
import { yearPeriod, type IndicatorUnit, type Locale } from '@/lib/values'
import { VerdictBadge } from './verdict-badge'

/** What the same figures would give under the other readings that can be argued. */
export function Alternatives({
  label,
  alternatives,
  unit,
  locale,
}: {
  label: string
  alternatives: readonly Alternative[]
  unit: IndicatorUnit
  locale: Locale
}) {
  const said = words(locale).explanation
  const { verdict } = words(locale)
  const inMeasure = (each: Alternative, value: string | null) =>
    value === null ? NO_FIGURE : alternativeAmount(each, value, unit, locale)
  return (
    <>
      <Table label={label} boxClassName="max-h-none text-sm">
        <thead>
          <tr>
            <ColumnHead className="min-w-52">{said.alternativeReading}</ColumnHead>
            <ColumnHead>{said.alternativeVerdict}</ColumnHead>
            <FigureHead>{verdict.actual}</FigureHead>
            <FigureHead>{verdict.required}</FigureHead>
            <FigureHead>{verdict.gap}</FigureHead>
            <ColumnHead className="whitespace-nowrap">{said.alternativeCompared}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {alternatives.map((each) => (
            <tr key={each.code}>
              <RowHead>
                <a href={`/notice#${each.reading}`} className="mr-2">
                  {each.reading}
                </a>
                {alternativeName(each, locale)}
              </RowHead>
              {each.needs === null ? (
                <>
                  <Cell>
                    <VerdictBadge code={each.verdict} locale={locale} />
                  </Cell>
                  <FigureCell>{inMeasure(each, each.actual)}</FigureCell>
                  <FigureCell>{inMeasure(each, each.required)}</FigureCell>
                  <FigureCell>
                    {each.gap === null ? NO_FIGURE : formatFigure(each.gap, { signed: true })}
                  </FigureCell>
                  <Cell className={`whitespace-nowrap ${each.differs ? 'font-semibold' : 'text-muted'}`}>
                    {each.differs ? said.alternativeDiffers : said.alternativeSame}
                  </Cell>
                </>
              ) : (
                <Cell colSpan={5}>{said.alternativeNeeds[each.needs]}</Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-1 text-sm text-muted">{said.alternativesNote}</p>
    </>
  )
}

/** What another reading measures: per cent a year, or the unit of the result. */
export function alternativeAmount(
  { measure }: Alternative,
  value: string,
  unit: IndicatorUnit,
  locale: Locale,
): string {
  return measure === 'percentAYear'
    ? words(locale).verdict.measure.percentAYear(formatFigure(value))
    : formatWithUnit(locale, value, unit)
}

/** The other reading in words; some are the reading itself, seen from a city that is configured otherwise. */
export function alternativeName({ code, reading, configuration }: Alternative, locale: Locale): string {
  const named = interpretation(reading).alternatives.find((each) => each.code === code)
  const { otherReading } = words(locale).explanation
  if (reading === 'R3') {
    const { baseYear, intervals } = configuration
    const [base, first, last] = [baseYear, baseYear + 1, baseYear + intervals].map((year) =>
      formatPeriod(locale, yearPeriod(year)),
    )
    return otherReading.span(base ?? '', first ?? '', last ?? '')
  }
  if (code === 'compoundPath' || code === 'ownProfile') return otherReading[code]
  return named ? inLocale(locale, named) : reading
}
