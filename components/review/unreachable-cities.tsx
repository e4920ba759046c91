import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatList, formatNumber, NO_FIGURE, words } from '@/lib/i18n'
import type { UnreachableCity } from '@/lib/accounts/unreachable-cities'
import type { Locale } from '@/lib/values'

/** Cities that lack people, or an address to tell them at, and whose mail could not be delivered. */
export function UnreachableCities({
  locale,
  cities,
}: {
  locale: Locale
  cities: readonly UnreachableCity[]
}) {
  const { messages, names } = words(locale)
  const said = messages.unreachable
  return (
    <Table label={said.title}>
      <thead>
        <tr>
          <ColumnHead>{said.city}</ColumnHead>
          <ColumnHead>{said.missing}</ColumnHead>
          <ColumnHead className="min-w-56">{said.undelivered}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {cities.map(({ city, missing, undelivered }) => (
          <tr key={city.code}>
            <RowHead>{cityName(locale, city)}</RowHead>
            <Cell>
              {missing.length === 0
                ? NO_FIGURE
                : formatList(
                    locale,
                    missing.map((each) => said[each]),
                  )}
            </Cell>
            <Cell>
              {undelivered.length === 0 ? (
                NO_FIGURE
              ) : (
                <ul>
                  {undelivered.map(({ role, name, email, failed }) => (
                    <li key={`${role} ${name} ${email ?? ''}`} className="[overflow-wrap:anywhere]">
                      {said.person(names.role[role], name, email)}{' '}
                      <span className="text-muted">{said.mails(formatNumber(String(failed)))}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
