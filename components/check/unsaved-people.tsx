import { Banner } from '@/components/ui/banner'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import type { Present } from '@/lib/store/presence'
import type { Locale } from '@/lib/values'

/** Who has entries on the form that are not saved: what is signed here would be the older values. Nothing where nobody has. */
export function UnsavedPeople({ locale, people }: { locale: Locale; people: readonly Present[] }) {
  const said = words(locale).check.unsaved
  if (people.length === 0) return null
  return (
    <Banner tone="attention" title={said.title}>
      <ul>
        {people.map(({ account, name, unsaved, invalid, seenAt, isHere }) => (
          <li key={account}>
            {said.line(
              name,
              formatNumber(String(unsaved)),
              formatNumber(String(invalid)),
              isHere ? said.now : said.lastSeen(formatDateTime(locale, seenAt)),
            )}
          </li>
        ))}
      </ul>
      <p>{said.next}</p>
    </Banner>
  )
}
