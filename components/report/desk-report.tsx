import type { ReactNode } from 'react'
import { Badge, StatusBadge } from '@/components/ui/badge'
import { LinkButton, type ButtonVariant } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatNumber, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { DeskEntry } from '@/lib/reporting/read-desk'
import { isQuarter, yearOf, type Locale } from '@/lib/values'
import { ReturnedNotice } from './returned-notice'
import { UnsavedNotice } from './unsaved-notice'

/** One report that needs somebody of the city: where it stands, by when, and the next step. */
export function DeskReport({
  entry,
  city,
  account,
  locale,
  variant,
}: {
  entry: DeskEntry
  city: string
  account: string
  locale: Locale
  /** The most urgent report has the main action of the page. */
  variant: ButtonVariant
}) {
  const { desk: said, names } = words(locale)
  const { period, dueAt, lateAfter, extendedTo, lockedAfter } = entry.window
  const report = `/cities/${city}/reports/${period}`
  const isBase = !isQuarter(period)
  const title = isBase ? said.baseReport(String(yearOf(period))) : said.reportOf(formatPeriod(locale, period))
  const answered = entry.summary?.cellsAnswered ?? 0
  return (
    <Panel
      title={title}
      aside={<StatusBadge status={entry.status} label={names.status[entry.status]} />}
      lead={isBase ? said.baseLead : undefined}
    >
      {entry.returned !== null && (
        <ReturnedNotice returned={entry.returned} locale={locale} period={period} report={report} />
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <dl className="flex flex-wrap gap-x-8 gap-y-1">
          {entry.returned === null ? (
            <>
              <Dated name={said.due}>
                {formatDateTime(locale, dueAt)} <DaysLeft entry={entry} locale={locale} />
              </Dated>
              <Dated name={said.lateAfter}>
                {formatDateTime(locale, lateAfter)}{' '}
                {extendedTo !== null && <Badge tone="accent">{words(locale).deadlines.how.extended}</Badge>}
              </Dated>
              <Dated name={said.locked}>
                {lockedAfter === null ? said.lockedNever : formatDateTime(locale, lockedAfter)}
              </Dated>
              <Dated name={words(locale).deadlines.requests}>
                <a href={`${report}/deadline`}>
                  {entry.pending === null
                    ? words(locale).deadlines.ask.title
                    : words(locale).deadlines.pending}
                </a>
              </Dated>
            </>
          ) : (
            <>
              <Dated name={said.past.submitted}>
                {entry.summary?.submittedAt == null
                  ? NO_FIGURE
                  : formatDateTime(locale, entry.summary.submittedAt)}
              </Dated>
              <Dated name={said.locked}>{said.returned.noLock}</Dated>
            </>
          )}
          <Dated name={said.completeness}>
            <span className="flex items-center gap-2">
              <Meter done={answered} of={entry.asked} />
              {said.answered(formatNumber(String(answered)), formatNumber(String(entry.asked)))}
            </span>
          </Dated>
          {entry.toExplain > 0 && (
            <Dated name={said.toExplain}>
              <a href={`${report}/check#notes`}>{said.notes(formatNumber(String(entry.toExplain)))}</a>
            </Dated>
          )}
        </dl>
        <NextAction entry={entry} report={report} locale={locale} variant={variant} />
      </div>
      <UnsavedNotice scope={{ account, city, period }} />
    </Panel>
  )
}

function Dated({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NextAction({
  entry,
  report,
  locale,
  variant,
}: {
  entry: DeskEntry
  report: string
  locale: Locale
  variant: ButtonVariant
}) {
  const { desk: said } = words(locale)
  const { next } = entry
  const isHere = next === 'begin' || next === 'continue' || next === 'correct'
  const isThere = next === 'check' || next === 'certify' || next === 'submit'
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!isHere && !isThere && <span className="text-muted">{said.next[next]}</span>}
      {isHere ? (
        <LinkButton href={report} variant={variant}>
          {said.next[next]}
        </LinkButton>
      ) : (
        <LinkButton href={report}>{said.view}</LinkButton>
      )}
      {isThere && (
        <LinkButton href={`${report}/check`} variant={variant}>
          {said.next[next]}
        </LinkButton>
      )}
    </div>
  )
}

function DaysLeft({ entry: { daysLeft, isOverdue }, locale }: { entry: DeskEntry; locale: Locale }) {
  const { days } = words(locale).desk
  if (isOverdue) return <Badge tone="danger">{days.over(formatNumber(String(Math.max(-daysLeft, 1))))}</Badge>
  if (daysLeft === 0) return <Badge tone="attention">{days.today}</Badge>
  return (
    <Badge tone={daysLeft <= 3 ? 'attention' : 'neutral'}>{days.left(formatNumber(String(daysLeft)))}</Badge>
  )
}

/** How much is answered, as a bar; the words beside it say the same. */
function Meter({ done, of }: { done: number; of: number }) {
  return (
    <span aria-hidden="true" className="inline-block h-2 w-24 border border-edge bg-paper">
      <span
        className="block h-full bg-accent"
        style={{ width: `${of === 0 ? 0 : Math.round((done * 100) / of)}%` }}
      />
    </span>
  )
}
