import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator, isCountCode } from '@/lib/notice'
import type { RegisterInShort } from '@/lib/registers/read-registers'
import type { Locale, Quarter } from '@/lib/values'

/** The registers of a city, each with its numbers and the way to its rows. */
export function RegisterList({
  city,
  back,
  registers,
  inHand,
  locale,
}: {
  city: string
  /** By what addresses are followed that look back to the same moment; '' for now. */
  back: string
  registers: readonly RegisterInShort[]
  /** The report in which the city's own people fill registers in; null for everybody else. */
  inHand: Quarter | null
  locale: Locale
}) {
  const said = words(locale).counts.overview
  const { unit } = words(locale).names
  const number = (value: number): string => formatNumber(String(value))
  return (
    <Table label={said.title} stickyColumn>
      <thead>
        <tr>
          <ColumnHead className="min-w-40 sm:min-w-56">{said.register}</ColumnHead>
          <ColumnHead className="min-w-28">{said.use}</ColumnHead>
          <FigureHead>{said.entities}</FigureHead>
          <FigureHead>{said.rows}</FigureHead>
          <ColumnHead>{said.last}</ColumnHead>
          <FigureHead>{said.cases}</FigureHead>
          {inHand !== null && <ColumnHead>{said.inHand(formatPeriod(locale, inHand))}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {registers.map(({ code, entities, rows, last, cases }) => (
          <tr key={code}>
            <RowHead>
              <a href={`/cities/${city}/counts/${code}${back}`}>{inLocale(locale, indicator(code))}</a>
            </RowHead>
            <Cell className="text-muted">{said.backs[isCountCode(code) ? 'count' : 'judged']}</Cell>
            <FigureCell>
              {number(entities)} <span className="text-sm text-muted">{unit[indicator(code).unit]}</span>
            </FigureCell>
            <FigureCell>{number(rows)}</FigureCell>
            <Cell className="whitespace-nowrap">
              {last === null ? <span className="text-muted">{said.none}</span> : formatPeriod(locale, last)}
            </Cell>
            <FigureCell>
              {cases === 0 ? (
                number(cases)
              ) : (
                <a
                  href={`/cities/${city}/counts/${code}?state=elsewhere${back.replace('?', '&')}#entities`}
                  aria-label={said.casesOf(inLocale(locale, indicator(code)), number(cases))}
                >
                  {number(cases)}
                </a>
              )}
            </FigureCell>
            {inHand !== null && (
              <Cell>
                <a
                  href={`/cities/${city}/reports/${inHand}/registers/${code}${back}`}
                  aria-label={said.toDeskOf(inLocale(locale, indicator(code)))}
                >
                  {said.toDesk}
                </a>
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
