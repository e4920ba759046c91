import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { cityName, formatDateTime, formatPeriod, words } from '@/lib/i18n'
import type { Queue } from '@/lib/review/read-queue'
import type { Locale } from '@/lib/values'
import { NextReport } from './next-report'

type Deed = Queue['own'][number]

const reportOf = (locale: Locale, deed: Deed): string =>
  words(locale).review.report.title(cityName(locale, deed.place), formatPeriod(locale, deed.period))

/** What was just done, and the way to what comes next. */
export function DeedDone({
  locale,
  deed,
  next,
  from,
}: {
  locale: Locale
  deed: Deed
  next: Queue['next']
  /** By what the address of what comes next is followed. */
  from: string
}) {
  const { review, common } = words(locale)
  const said = review.done
  const [report, version] = [reportOf(locale, deed), common.version(deed.version)]
  const sentence =
    deed.kind === 'accepted'
      ? said.accepted(report, version)
      : deed.kind === 'forwarded'
        ? said.forwarded(report, version)
        : deed.returned === 0
          ? said.returned(report, version)
          : said.returnedFigures(report, version, String(deed.returned))
  return (
    <Banner tone="done" live>
      <p>{sentence}</p>
      {next !== null && (
        <p>
          <NextReport
            key={deed.at.toISOString()}
            href={`/review/${next.city.code}/${next.window.period}${from}`}
          >
            {said.nextOne(
              review.report.title(cityName(locale, next.city), formatPeriod(locale, next.window.period)),
            )}
          </NextReport>
        </p>
      )}
    </Banner>
  )
}

/** The reviewer's own last steps, so that what was done can be found again. */
export function OwnDeeds({ locale, deeds }: { locale: Locale; deeds: readonly Deed[] }) {
  const { common, names } = words(locale)
  return (
    <ul>
      {deeds.map((deed) => (
        <li
          key={`${deed.city}/${deed.period}/${deed.at.toISOString()}`}
          className="flex flex-wrap gap-x-3 py-0.5"
        >
          <span className="text-muted">{formatDateTime(locale, deed.at)}</span>
          <span>{names.event[deed.kind]}</span>
          <Link href={`/review/${deed.city}/${deed.period}?version=${deed.version}`}>
            {reportOf(locale, deed)}
          </Link>
          <span className="text-muted">{common.version(deed.version)}</span>
        </li>
      ))}
    </ul>
  )
}
