import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatDate, formatDateTime, formatDay, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { City } from '@/lib/store/cities'
import type { OpenWork, ReviewHandover } from '@/lib/store/review-handovers'
import type { Locale } from '@/lib/values'

/** Who does whose reviews now or soon, for both; `link`: the way to what it is. */
export function StandIns({
  locale,
  given,
  taken,
  link,
}: {
  locale: Locale
  given: readonly ReviewHandover[]
  taken: readonly ReviewHandover[]
  link?: string
}) {
  const { reviewHandover: said } = words(locale)
  const day = (text: string | null): string => (text === null ? '' : formatDay(locale, text))
  return [...given.map((step) => [step, true] as const), ...taken.map((step) => [step, false] as const)].map(
    ([{ giver, seq, giverName, takerName, from, until, note }, isGiver]) => (
      <Banner key={`${giver}/${seq}`}>
        <p>
          {isGiver
            ? said.given(takerName ?? '', day(from), day(until))
            : said.taken(giverName, day(from), day(until))}{' '}
          {link !== undefined && <Link href={link}>{said.see}</Link>}
        </p>
        <p className="whitespace-pre-wrap text-muted">{said.said(note)}</p>
      </Banner>
    ),
  )
}

/** What a reviewer has begun and nobody has ended, each with the way to it. */
export function OpenWorkTable({
  locale,
  label,
  work,
  cities,
}: {
  locale: Locale
  label: string
  work: readonly OpenWork[]
  cities: readonly City[]
}) {
  const { reviewHandover, review, common } = words(locale)
  const said = reviewHandover.open
  if (work.length === 0) return <p className="text-muted">{said.none}</p>
  const nameOf = (code: string): string => {
    const city = cities.find((each) => each.code === code)
    return city === undefined ? code : cityName(locale, city)
  }
  const whereTo = ({ kind, city, period }: OpenWork): string => {
    if (kind === 'restatement') return `/cities/${city}/restatements`
    if (kind === 'extension') return `/cities/${city}/reports/${period}/deadline`
    return kind === 'followUp' ? `/quality?asOf=${period}` : `/review/${city}/${period}`
  }
  return (
    <Table label={label} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{said.kind}</ColumnHead>
          <ColumnHead>{said.what}</ColumnHead>
          <ColumnHead>{said.since}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {work.map((each) => {
          const report = review.report.title(nameOf(each.city), formatPeriod(locale, each.period))
          return (
            <tr key={`${each.kind}/${each.city}/${each.period}/${each.indicator ?? ''}`}>
              <RowHead>{said.kinds[each.kind]}</RowHead>
              <Cell>
                <Link href={whereTo(each)} className="inline-block py-0.5">
                  {each.indicator === null
                    ? report
                    : common.pair(report, inLocale(locale, indicator(each.indicator)))}
                </Link>
              </Cell>
              <Cell className="whitespace-nowrap">{formatDate(locale, each.since)}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** Every step that was ever written, the latest first. */
export function HandoverHistory({ locale, history }: { locale: Locale; history: readonly ReviewHandover[] }) {
  const { reviewHandover: said } = words(locale)
  if (history.length === 0) return <p className="text-muted">{said.historyNone}</p>
  const day = (text: string | null): string => (text === null ? '' : formatDay(locale, text))
  return (
    <ul>
      {history.map(({ giver, seq, giverName, takerName, from, until, note, byName, at }) => (
        <li key={`${giver}/${seq}`} className="border-b border-line py-1 last:border-0">
          {takerName === null
            ? said.stepBack(giverName, day(from))
            : said.step(giverName, takerName, day(from), day(until))}
          <span className="ml-2 text-sm text-muted">{said.by(byName, formatDateTime(locale, at))}</span>
          <p className="whitespace-pre-wrap">{note}</p>
        </li>
      ))}
    </ul>
  )
}
