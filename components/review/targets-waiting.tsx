import Link from 'next/link'
import { cityName, formatDateTime, formatNumber, formatWithUnit, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Queue } from '@/lib/review/read-queue'
import type { Locale } from '@/lib/values'

/** Targets that cities ask to change and that nobody has decided on, each with the way to its page. */
export function TargetsWaiting({
  locale,
  waiting,
}: {
  locale: Locale
  waiting: Queue['targets']['entries']
}) {
  const { targets: said, contacts } = words(locale)
  return (
    <ul>
      {waiting.map(({ city, request: { seq, indicator: code, from, to, reason, byName, at } }) => {
        const subject = indicator(code)
        const say = (value: string): string =>
          subject.kind === 'growth'
            ? said.percentAYear(formatNumber(value))
            : formatWithUnit(locale, value, subject.unit)
        return (
          <li key={`${city.code}/${seq}`} className="border-b border-line py-1 last:border-0">
            <Link href={`/cities/${city.code}/targets#requests`} className="font-semibold">
              {said.askedFor.item(cityName(locale, city), inLocale(locale, subject), say(from), say(to))}
            </Link>
            <span className="ml-2 text-sm text-muted">{contacts.by(byName, formatDateTime(locale, at))}</span>
            <p>{reason}</p>
          </li>
        )
      })}
    </ul>
  )
}
