import type { Metadata } from 'next'
import { Fragment } from 'react'
import { CityTalks, QuestionsNotice } from '@/components/conversation/city-talks'
import { EvidenceProvider } from '@/components/evidence/evidence-context'
import { AboutResult } from '@/components/report/about-result'
import { BaseForm } from '@/components/report/base-form'
import { AsKnown } from '@/components/report/as-known'
import { ContactsAside, ReviewerNow } from '@/components/report/contact-tables'
import { CellHistory } from '@/components/report/cell-history'
import { ElapsedDaysTable } from '@/components/report/elapsed-days'
import { EntryForm } from '@/components/report/entry-form'
import { LiveStatus } from '@/components/report/live-status'
import { QuarterForm } from '@/components/report/quarter-form'
import { ReportStanding } from '@/components/report/report-standing'
import { ReturnedNotice } from '@/components/report/returned-notice'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DownloadLink, LinkButton } from '@/components/ui/button'
import { Fact, PageHead } from '@/components/ui/panel'
import { actorOf } from '@/lib/access/authorize'
import { cityName, formatDateTime, formatPeriod, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import { formRows } from '@/lib/reporting/form-rows'
import { readContacts } from '@/lib/reporting/read-contacts'
import { readCellHistory } from '@/lib/reporting/read-cell-history'
import { readDraft } from '@/lib/reporting/read-draft'
import { readKnownMoments } from '@/lib/review/known-moments'
import { answer } from './answer'
import { isQuarter, yearOf, type Query } from '@/lib/values'
import { readRoom } from '@/lib/evidence/read-room'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { orNotFound, pagePeriod, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly period: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { period } = await params
  const locale = await currentLocale()
  return { title: words(locale).desk.reportOf(formatPeriod(locale, pagePeriod(period))) }
}

/** One report: the form of the officer, and for everybody else of the city the same to be read. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { city: code, period: text } = await params
  const current = await pagePermit('draft.read', code)
  const permit = knownPermit(current, (await searchParams).known)
  const period = pagePeriod(text)
  const draft = await orNotFound(readDraft(permit, period))
  const saves = await readCellHistory(permit, period)
  const contacts = await readContacts(permit)
  const rows = formRows(draft)
  const locale = await currentLocale()
  const { desk: said, common } = words(locale)
  const { asked, answered } = draft.completeness
  const here = `/cities/${code}/reports/${period}`
  const inWords = formatPeriod(locale, period)
  const isBase = !isQuarter(period)
  const isPast = permit.known !== null
  const back = knownQuery(permit)
  // What this browser keeps of a person's entries belongs to now, and is laid over nothing that was.
  const scope = { account: `${actorOf(permit).id}${back}`, city: code, period }
  const abouts = Object.fromEntries(
    rows.map((row) => [
      row.indicator,
      <Fragment key={row.indicator}>
        <AboutResult indicator={indicator(row.indicator)} locale={locale} />
        <CellHistory
          indicator={indicator(row.indicator)}
          saves={saves}
          uploads={`${here}/import`}
          locale={locale}
        />
      </Fragment>,
    ]),
  )
  const talks = Object.fromEntries(
    [...new Set(draft.conversations.map((each) => each.indicator))].map((indicatorCode) => [
      indicatorCode,
      <CityTalks
        key={indicatorCode}
        city={code}
        period={period}
        conversations={draft.conversations.filter((each) => each.indicator === indicatorCode)}
        action={isPast ? undefined : answer}
        locale={locale}
      />,
    ]),
  )
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: common.nav.desk, href: `/cities/${code}/desk` }, { label: inWords }]}
      />
      <PageHead
        title={isBase ? said.baseReport(String(yearOf(period))) : said.reportOf(inWords)}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, draft.city)}</Fact>
            <LiveStatus scope={scope} status={draft.status} />
            <Fact name={said.due}>{formatDateTime(locale, draft.window.dueAt)}</Fact>
            {draft.window.lockedAfter !== null && draft.returned === null && (
              <Fact name={said.locked}>{formatDateTime(locale, draft.window.lockedAfter)}</Fact>
            )}
            {draft.scope === 'none' && (
              <Fact name={said.completeness}>{said.answered(String(answered), String(asked))}</Fact>
            )}
          </>
        }
        action={
          <>
            {!isPast && (
              <LinkButton href={`/cities/${code}/handover`}>{words(locale).handover.link}</LinkButton>
            )}
            <DownloadLink href={`${here}/workbook${back}`}>
              {words(locale).workbook[isPast ? 'downloadThen' : 'download']}
            </DownloadLink>
            <LinkButton href={`${here}/import${back}`}>
              {isPast ? words(locale).importing.history.title : words(locale).importing.link}
            </LinkButton>
            {draft.versions.length > 0 && (
              <LinkButton href={`${here}/receipt${back}`}>{said.report.toReceipt}</LinkButton>
            )}
            {isPast && <LinkButton href={`${here}/check${back}`}>{said.report.toCheck}</LinkButton>}
            {draft.status === 'accepted' && !isPast && (
              <>
                <LinkButton href={`/cities/${code}/restatement?period=${period}`}>
                  {words(locale).restatement.link}
                </LinkButton>
                <LinkButton href={`/cities/${code}/restatements/new?period=${period}`}>
                  {words(locale).restating.ask}
                </LinkButton>
              </>
            )}
            {draft.scope === 'none' && draft.moves.length > 0 && (
              <LinkButton href={`${here}/check`} variant="primary">
                {said.report.toCheck}
              </LinkButton>
            )}
          </>
        }
      />
      <AsKnown
        locale={locale}
        path={here}
        known={permit.known}
        moments={await readKnownMoments(current, period)}
      />
      {draft.returned !== null && <ReturnedNotice returned={draft.returned} back={back} locale={locale} />}
      {!isPast && <ReviewerNow locale={locale} contacts={contacts} />}
      <QuestionsNotice conversations={draft.conversations} locale={locale} />
      <ElapsedDaysTable locale={locale} elapsed={draft.elapsed} />
      <ContactsAside locale={locale} contacts={contacts} keep={`/cities/${code}/contacts`} />
      {!isPast && <ReportStanding draft={draft} role={actorOf(permit).role} locale={locale} />}
      <EvidenceProvider
        key={back}
        city={code}
        period={period}
        initial={draft.evidence}
        room={await readRoom(current)}
        canEdit={draft.scope !== 'none'}
      >
        <EntryForm
          scope={scope}
          rows={rows}
          report={{ asked, answered, version: draft.version }}
          next={`${here}/check`}
          renderedAt={draft.now.toISOString()}
          columns={isBase ? 5 : 1}
        >
          {isBase ? (
            <BaseForm rows={rows} abouts={abouts} talks={talks} year={String(yearOf(period))} />
          ) : (
            <QuarterForm
              rows={rows}
              abouts={abouts}
              talks={talks}
              registers={`${here}/registers`}
              isLimited={Array.isArray(draft.scope)}
              back={back}
            />
          )}
        </EntryForm>
      </EvidenceProvider>
    </>
  )
}
