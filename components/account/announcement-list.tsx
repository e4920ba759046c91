import { DeedButton } from '@/components/ui/deed-button'
import { formatDateTime, formatDay, provinceName, words } from '@/lib/i18n'
import type { Announcement } from '@/lib/store/announcements'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'

/** Announcements with their whole text; those that can be marked as read have the button. */
export function AnnouncementList({
  locale,
  cities,
  items,
  mark,
}: {
  locale: Locale
  cities: readonly City[]
  items: readonly Announcement[]
  mark?: FormAction
}) {
  const { announcements: said, names } = words(locale)
  const provinceOf = (digits: string): string => {
    const city = cities.find(({ code }) => code.startsWith(digits))
    return city === undefined ? digits : provinceName(locale, city)
  }
  return (
    <ul>
      {items.map((each) => (
        <li key={each.id} className="border-b border-line py-2 last:border-0">
          <h3 className="font-semibold">{each.title}</h3>
          <p className="text-sm text-muted">
            {each.province === null ? said.to.everybody : said.to.province(provinceOf(each.province))} ·{' '}
            {said.span(formatDay(locale, each.from), formatDay(locale, each.until))} ·{' '}
            {said.by(each.byName, names.role[each.byRole], formatDateTime(locale, each.at))}
          </p>
          <p className="mt-1 max-w-prose whitespace-pre-wrap">{each.body}</p>
          {each.readAt !== null ? (
            <p className="text-sm text-muted">{said.read}</p>
          ) : (
            mark !== undefined && (
              <DeedButton
                action={mark}
                values={{ id: each.id }}
                label={said.mark}
                named={said.markOf(each.title)}
                className="mt-1"
              />
            )
          )}
        </li>
      ))}
    </ul>
  )
}
