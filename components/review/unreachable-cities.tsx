import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cityName, words } from '@/lib/i18n'
import type { UnreachableCity } from '@/lib/review/read-queue'
import type { Locale } from '@/lib/values'

/** Cities that lack people, or an address to tell them at. */
export function UnreachableCities({
  locale,
  cities,
}: {
  locale: Locale
  cities: readonly UnreachableCity[]
}) {
  const said = words(locale).messages.unreachable
  return (
    <Table label={said.title}>
      <thead>
        <tr>
          <ColumnHead>{said.city}</ColumnHead>
          <ColumnHead>{said.missing}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {cities.map(({ city, missing }) => (
          <tr key={city.code}>
            <RowHead>{cityName(locale, city)}</RowHead>
            <Cell>{missing.map((each) => said[each]).join(locale === 'en' ? ', ' : '、')}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
