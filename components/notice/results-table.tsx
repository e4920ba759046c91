import { ReadingLinks } from '@/components/ui/reading-links'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, inLocale, words } from '@/lib/i18n'
import { readingsOf, type Indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** The results a clause yields: unit, floor, how each is judged and which readings that takes. */
export function ResultsTable({
  label,
  indicators,
  locale,
}: {
  label: string
  indicators: readonly Indicator[]
  locale: Locale
}) {
  const { results } = words(locale).notice
  const { unit } = words(locale).names
  return (
    <Table label={label} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead className="min-w-44">{results.indicator}</ColumnHead>
          <ColumnHead className="whitespace-nowrap">{results.unit}</ColumnHead>
          <ColumnHead className="whitespace-nowrap">{results.floor}</ColumnHead>
          <ColumnHead className="min-w-32">{results.measure}</ColumnHead>
          <ColumnHead className="min-w-32">{results.readings}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {indicators.map((each) => (
          <tr key={each.code} id={each.code} className="scroll-mt-16 target:bg-accent-wash">
            <RowHead className="bg-transparent font-semibold">{inLocale(locale, each)}</RowHead>
            <Cell>{unit[each.unit] || results.unitNone}</Cell>
            <Cell className="whitespace-nowrap">{floorOf(each, locale)}</Cell>
            <Cell>{results.kind[each.kind]}</Cell>
            <Cell>
              <ReadingLinks ids={readingsOf(each)} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What the notice asks at least of a result, in words. */
export function floorOf(indicator: Indicator, locale: Locale): string {
  const { results } = words(locale).notice
  const { unit } = words(locale).names
  switch (indicator.kind) {
    case 'growth':
      return results.floorGrowth(formatNumber(String(indicator.floor)))
    case 'count':
      return results.floorCount(formatNumber(String(indicator.floor)), unit[indicator.unit])
    case 'qualitative':
      return results.floorNone
  }
}
