import type { Metadata } from 'next'
import { BurdenLine } from '@/components/report/burden-line'
import { ReviewerNow } from '@/components/report/contact-tables'
import { DeskReport } from '@/components/report/desk-report'
import { OverdueFigures } from '@/components/report/overdue-figures'
import { PastReports } from '@/components/report/past-reports'
import { TargetSummary } from '@/components/report/target-summary'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { actorOf, mayEver } from '@/lib/access/authorize'
import { cityName, formatDateTime, formatPeriod, formatPeriods, words } from '@/lib/i18n'
import { arrangeDesk } from '@/lib/reporting/arrange-desk'
import { readContacts } from '@/lib/reporting/read-contacts'
import { readDesk } from '@/lib/reporting/read-desk'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).desk.title }
}

/** What the city owes: what needs somebody now, what is closed, what is done. */
export default async function DeskPage({ params }: Props) {
  const { city: code } = await params
  const permit = await pagePermit('draft.read', code)
  const desk = await orNotFound(readDesk(permit))
  const { todo, urgent, lockedOut, past, upcoming, isBaseMissing } = arrangeDesk(desk)
  const locale = await currentLocale()
  const { desk: said, restating } = words(locale)
  const { baseYear, intervals } = desk.terms.configuration
  return (
    <>
      <PageHead
        title={said.title}
        facts={
          <>
            <Fact name={words(locale).common.city}>{cityName(locale, desk.city)}</Fact>
            <Fact name={said.baseYear}>
              {said.span(String(baseYear), String(baseYear + 1), String(baseYear + intervals))}
            </Fact>
          </>
        }
        action={
          <>
            <LinkButton href={`/cities/${code}/registers`}>{words(locale).counts.overview.title}</LinkButton>
            <LinkButton href={`/cities/${code}/evidence`}>{words(locale).evidence.link}</LinkButton>
            <LinkButton href={`/cities/${code}/handover`}>{words(locale).handover.link}</LinkButton>
            <LinkButton href={`/cities/${code}/contacts`}>{words(locale).contacts.title}</LinkButton>
            <LinkButton href={`/cities/${code}/restatements`}>{restating.title}</LinkButton>
            <LinkButton href="/practice">{words(locale).practice.open}</LinkButton>
          </>
        }
      />
      {desk.restatements.map(({ seq, period }) => (
        <Banner key={seq} tone="attention">
          {restating.banner.open(String(seq), formatPeriod(locale, period))}{' '}
          <a href={`/cities/${code}/restatements/${seq}`}>{restating.banner.see}</a>
        </Banner>
      ))}
      <ReviewerNow locale={locale} contacts={await readContacts(permit)} />
      {isBaseMissing && <Banner tone="attention">{said.baseMissing}</Banner>}
      {todo.length === 0 && <EmptyState title={said.nothing} next={said.nothingNext} />}
      {todo.map((entry) => (
        <DeskReport
          key={entry.window.period}
          entry={entry}
          city={code}
          account={actorOf(permit).id}
          locale={locale}
          variant={entry === urgent ? 'primary' : 'secondary'}
        />
      ))}
      <OverdueFigures overdue={desk.overdue} city={code} locale={locale} />
      {lockedOut.length > 0 && (
        <Banner tone="attention" title={said.lockedOut.title}>
          {said.lockedOut.text(
            formatPeriods(
              locale,
              lockedOut.map(({ window }) => window.period),
            ),
          )}
          {lockedOut.map(({ window: { period } }) => (
            <a key={period} className="ml-2" href={`/cities/${code}/reports/${period}/deadline`}>
              {words(locale).deadlines.title(formatPeriod(locale, period))}
            </a>
          ))}
        </Banner>
      )}
      {upcoming !== null && (
        <p className="mb-4 text-muted">
          {said.opens(formatPeriod(locale, upcoming.period), formatDateTime(locale, upcoming.opensAt))}
        </p>
      )}
      <Panel title={said.past.title}>
        {past.length === 0 ? (
          <p className="text-muted">{said.past.empty}</p>
        ) : (
          <PastReports entries={past} city={code} locale={locale} />
        )}
      </Panel>
      {desk.burden !== null && (
        <Panel title={words(locale).burden.title}>
          <p>
            {words(locale).common.pair(
              words(locale).burden.last(formatPeriod(locale, desk.burden.period)),
              '',
            )}
            <BurdenLine locale={locale} burden={desk.burden} />
          </p>
        </Panel>
      )}
      <TargetSummary
        targets={desk.terms.targets}
        city={code}
        maySet={mayEver(permit.actor, 'target.set')}
        locale={locale}
      />
    </>
  )
}
