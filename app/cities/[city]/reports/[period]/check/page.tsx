import type { Metadata } from 'next'
import { AllRight } from '@/components/check/all-right'
import { BaseContentTable, ContentTable } from '@/components/check/content-table'
import { FindingTable } from '@/components/check/finding-table'
import { NextStep, PastStep } from '@/components/check/next-step'
import { NotesPanel } from '@/components/check/notes-panel'
import { ReportLife } from '@/components/check/report-life'
import { UnansweredList } from '@/components/check/unanswered-list'
import { UnsavedPeople } from '@/components/check/unsaved-people'
import { AsKnown } from '@/components/report/as-known'
import { ReturnedNotice } from '@/components/report/returned-notice'
import { UnsavedNotice } from '@/components/report/unsaved-notice'
import { StatusBadge } from '@/components/ui/badge'
import { EvidenceByResult } from '@/components/evidence/evidence-by-result'
import { EvidenceProvider } from '@/components/evidence/evidence-context'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { KeyFigure } from '@/components/ui/key-figure'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { actorOf } from '@/lib/access/authorize'
import { cityName, formatDateTime, formatList, formatNumber, formatPeriod, words } from '@/lib/i18n'
import { readCheck } from '@/lib/reporting/read-check'
import { readKnownMoments } from '@/lib/review/known-moments'
import { isQuarter, type Query } from '@/lib/values'
import { readRoom } from '@/lib/evidence/read-room'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { orNotFound, pagePeriod, pagePermit } from '@/lib/web/page'
import { certify, explain, recall, submit, withdraw } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly period: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { period } = await params
  const locale = await currentLocale()
  return { title: words(locale).check.titleOf(formatPeriod(locale, pagePeriod(period))) }
}

/** 全审: what stands between a report and its signature, then the signature, then its submission. */
export default async function CheckPage({ params, searchParams }: Props) {
  const { city: code, period: text } = await params
  const current = await pagePermit('draft.read', code)
  const permit = knownPermit(current, (await searchParams).known)
  const isPast = permit.known !== null
  const back = knownQuery(permit)
  const period = pagePeriod(text)
  const draft = await orNotFound(readCheck(permit, period))
  const locale = await currentLocale()
  const { check: said, common, names } = words(locale)
  const { outcome, completeness, status, preparers, events } = draft
  const report = `/cities/${code}/reports/${period}`
  const inWords = formatPeriod(locale, period)
  const isWithCity = ['open', 'draft', 'returned', 'certified'].includes(status)
  const signer =
    status === 'open' || status === 'draft' || status === 'returned'
      ? undefined
      : events.findLast(({ kind }) => kind === 'certified')
  const count = (number: number): string => formatNumber(String(number))
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          { label: common.nav.desk, href: `/cities/${code}/desk` },
          { label: inWords, href: `${report}${back}` },
          { label: said.title },
        ]}
      />
      <PageHead
        title={said.titleOf(inWords)}
        lead={said.lead}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, draft.city)}</Fact>
            <StatusBadge status={status} label={names.status[status]} />
            {isWithCity && <Fact name={common.due}>{formatDateTime(locale, draft.window.dueAt)}</Fact>}
            <span>{common.version(draft.version)}</span>
          </>
        }
        action={<LinkButton href={`${report}${back}`}>{said.toReport}</LinkButton>}
      />
      <AsKnown
        locale={locale}
        path={`${report}/check`}
        known={permit.known}
        moments={await readKnownMoments(current, period)}
      />
      <ReportLife locale={locale} status={status} events={events} route={draft.route} />
      {status === 'returned' && draft.returned !== null && (
        <ReturnedNotice locale={locale} returned={draft.returned} report={report} back={back} />
      )}
      {isWithCity && <UnsavedPeople locale={locale} people={draft.unsaved} />}
      {!isPast && <UnsavedNotice scope={{ account: actorOf(permit).id, city: code, period }} />}
      <div className="gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div>
          <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
            <KeyFigure
              label={said.figures.errors}
              value={count(outcome.errors.length)}
              unit={said.figures.items}
            />
            <KeyFigure
              label={said.figures.answered}
              value={count(completeness.answered)}
              unit={said.figures.of(count(completeness.asked))}
            />
            <KeyFigure
              label={said.figures.notes}
              value={count(outcome.open.length)}
              unit={said.figures.toExplain(count(outcome.explained.length))}
            />
          </div>
          <Panel id="errors" title={said.errors.title}>
            {outcome.errors.length === 0 ? (
              <AllRight>{said.errors.none}</AllRight>
            ) : (
              <FindingTable
                locale={locale}
                label={said.errors.title}
                lines={outcome.errors.map((finding) => ({ finding }))}
                report={report}
                back={back}
              />
            )}
          </Panel>
          <UnansweredList
            locale={locale}
            codes={outcome.unanswered}
            report={report}
            isBase={!isQuarter(period)}
            back={back}
          />
          <EvidenceProvider
            key={back}
            room={await readRoom(current)}
            city={code}
            period={period}
            initial={draft.evidence}
            canEdit={draft.scope !== 'none'}
          >
            <NotesPanel
              locale={locale}
              outcome={outcome}
              place={{ city: code, period, here: `${report}/check` }}
              report={report}
              back={back}
              action={draft.scope === 'none' ? undefined : explain}
            />
          </EvidenceProvider>
        </div>
        <div className="lg:sticky lg:top-4">
          {isPast ? (
            <PastStep locale={locale} hash={draft.contentHash} />
          ) : (
            <NextStep
              locale={locale}
              draft={draft}
              person={actorOf(permit)}
              report={report}
              actions={{ certify, submit, recall, withdraw }}
            />
          )}
          <Panel title={said.people.title}>
            <DescriptionList
              items={[
                {
                  term: said.people.preparers,
                  value:
                    preparers.length === 0
                      ? said.people.nobody
                      : formatList(
                          locale,
                          preparers.map(({ name }) => name),
                        ),
                },
                {
                  term: said.people.certifier,
                  value:
                    signer === undefined
                      ? said.people.waiting
                      : said.by(signer.actorName, formatDateTime(locale, signer.at)),
                },
              ]}
            />
          </Panel>
        </div>
      </div>
      <Panel id="content" title={said.content.title} lead={said.content.lead}>
        {isQuarter(period) ? (
          <ContentTable locale={locale} lines={draft.lines} registers={`${report}/registers`} back={back} />
        ) : (
          <BaseContentTable locale={locale} lines={draft.lines} />
        )}
      </Panel>
      <EvidenceByResult
        locale={locale}
        title={words(locale).evidence.ofReport}
        city={code}
        evidence={draft.evidence}
        rows={draft.rows}
        asked={completeness.asked}
      />
    </>
  )
}
