import Link from 'next/link'
import { cityName, formatDate, formatDateTime, formatPeriod, words } from '@/lib/i18n'
import type { Queue } from '@/lib/review/read-queue'
import type { Locale } from '@/lib/values'

/** Requests for more time that nobody has decided on, each with the way to its page. */
export function ExtensionsWaiting({
  locale,
  waiting,
  back,
}: {
  locale: Locale
  waiting: Queue['extensions']['entries']
  /** By what addresses are followed that look back to the same moment; '' for now. */
  back: string
}) {
  const { deadlines: said, names, review } = words(locale)
  return (
    <ul>
      {waiting.map(({ city, extension: { period, until, reason, askedByName, askedByRole, askedAt } }) => (
        <li key={`${city.code}/${period}`} className="border-b border-line py-1 last:border-0">
          <Link href={`/cities/${city.code}/reports/${period}/deadline${back}`} className="font-semibold">
            {said.waitingItem(
              review.report.title(cityName(locale, city), formatPeriod(locale, period)),
              formatDate(locale, until),
            )}
          </Link>
          <span className="ml-2 text-sm text-muted">
            {said.by(askedByName, names.role[askedByRole], formatDateTime(locale, askedAt))}
          </span>
          <p>{reason}</p>
        </li>
      ))}
    </ul>
  )
}
