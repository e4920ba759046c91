import type { Metadata } from 'next'
import { EvidenceByResult } from '@/components/evidence/evidence-by-result'
import { BaseTable } from '@/components/review/base-table'
import { deskAddress } from '@/components/review/desk-address'
import { DeskKeys } from '@/components/review/desk-keys'
import { DifferencePanel } from '@/components/review/difference-panel'
import { OnlyChanged } from '@/components/review/only-changed'
import { DecisionPanel } from '@/components/review/decision-panel'
import { FigureTable } from '@/components/review/figure-table'
import { GroundsList } from '@/components/review/grounds-list'
import { NarrativeList } from '@/components/review/narrative-list'
import { RegisterTables } from '@/components/review/register-tables'
import { OpenDetails } from '@/components/review/open-details'
import { ReportHead, ReportNotes } from '@/components/review/report-head'
import { ReportProgress } from '@/components/review/report-progress'
import { ReportTalk } from '@/components/review/report-talk'
import { RowTalks } from '@/components/review/row-talks'
import { ReturnScope } from '@/components/review/return-scope'
import { ContactsAside } from '@/components/report/contact-tables'
import { AsKnown, NothingKnown } from '@/components/report/as-known'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Panel } from '@/components/ui/panel'
import { actorOf, mayEver } from '@/lib/access/authorize'
import { cityName, formatPeriod, words } from '@/lib/i18n'
import { readContacts } from '@/lib/reporting/read-contacts'
import { readKnownMoments } from '@/lib/review/known-moments'
import { isChangedLine } from '@/lib/review/submitted-lines'
import { readDifference } from '@/lib/review/read-difference'
import { readPeers } from '@/lib/review/read-peers'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import type { IndicatorCode } from '@/lib/notice'
import { isQuarter, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit } from '@/lib/web/known'
import { orNotFound, orNothing, pagePeriod, pagePermit } from '@/lib/web/page'
import { accept, forward, giveBack, talk as takeTurn } from './actions'
import { narrowedQueue } from './narrowed-queue'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await currentLocale()
  const { period } = await params
  return { title: `${words(locale).review.title} ${formatPeriod(locale, pagePeriod(period))}` }
}

interface PageProps {
  readonly params: Promise<{ readonly city: string; readonly period: string }>
  readonly searchParams: Promise<Query>
}

/** One submitted report: what it says, what it changes, and what can be done with it. */
export default async function Page({ params, searchParams }: PageProps) {
  const [{ city, period: text }, query] = [await params, await searchParams]
  const current = await pagePermit('report.read', city)
  const permit = knownPermit(current, query.known)
  const period = pagePeriod(text)
  const version =
    typeof query.version === 'string' && /^\d{1,4}$/.test(query.version) ? Number(query.version) : undefined
  const reading = readSubmittedReport(permit, period, version)
  const report = permit.known === null ? await orNotFound(reading) : await orNothing(reading)
  const locale = await currentLocale()
  const lookBack = (
    <AsKnown
      locale={locale}
      path={`/review/${city}/${period}`}
      query={version === undefined ? {} : { version: String(version) }}
      known={permit.known}
      moments={await readKnownMoments(current, period)}
    />
  )
  if (report === null) return <NothingKnown locale={locale}>{lookBack}</NothingKnown>
  const wanted = query.against === 'quarter' || query.against === 'version' ? query.against : undefined
  const difference = await readDifference(permit, period, report.head.version, wanted)
  const seesPeers = permit.known === null && mayEver(actorOf(permit), 'dashboard.read') && isQuarter(period)
  const peers = seesPeers ? await readPeers(await pagePermit('dashboard.read'), city, period) : null
  const onlyChanged = query.only === 'changed'
  const addressOf = (other: Readonly<Record<string, string | undefined>>): string =>
    deskAddress(`/review/${city}/${period}`, query, other)
  const { review, common } = words(locale)
  const canReturn = report.moves.includes('returned')
  const shown = onlyChanged ? report.lines.filter(isChangedLine) : report.lines
  const measured = shown.filter(({ row }) => row.kind !== 'qualitative')
  const judged = shown.filter(({ row }) => row.kind === 'qualitative')
  const title = review.report.title(cityName(locale, report.city), formatPeriod(locale, period))
  const [from = '', then = ''] = [query.from, query.then].map((each) =>
    typeof each === 'string' ? each : '',
  )
  const isReviewer = mayEver(actorOf(permit), 'queue.read')
  const side =
    permit.known === null && mayEver(actorOf(permit), 'conversation.ask')
      ? ({ may: 'ask', action: takeTurn } as const)
      : ({ may: 'read' } as const)
  const talk = (code: IndicatorCode) => <ReportTalk {...{ locale, report, code, side }} />
  return (
    <ReturnScope action={giveBack}>
      <OpenDetails />
      {isReviewer && (
        <Breadcrumb
          label={common.youAreHere}
          items={[{ label: review.title, href: narrowedQueue(from) }, { label: title }]}
        />
      )}
      <ReportHead
        locale={locale}
        report={report}
        title={title}
        mayPreview={permit.known === null && mayEver(permit.actor, 'restatement.preview')}
        hrefOf={(other) => addressOf({ version: other })}
      />
      {lookBack}
      <ReportProgress locale={locale} report={report} />
      <ContactsAside locale={locale} contacts={await readContacts(permit)} />
      <ReportNotes locale={locale} report={report} />
      {isReviewer && <DeskKeys />}
      {difference !== null && (
        <DifferencePanel
          locale={locale}
          difference={difference}
          onlyChanged={onlyChanged}
          hrefOf={(against) => addressOf({ against })}
        />
      )}
      {report.head.version > 1 && (
        <OnlyChanged
          locale={locale}
          all={report.lines.length}
          changed={report.lines.filter(isChangedLine).length}
          onlyChanged={onlyChanged}
          hrefOf={(only) => addressOf({ only })}
        />
      )}
      <Panel
        title={isQuarter(period) ? review.figures.title : review.figures.base}
        lead={isQuarter(period) ? review.figures.lead : undefined}
      >
        {isQuarter(period) ? (
          <FigureTable locale={locale} lines={measured} canReturn={canReturn} talk={talk} peers={peers} />
        ) : (
          <BaseTable locale={locale} period={period} lines={measured} canReturn={canReturn} talk={talk} />
        )}
      </Panel>
      <GroundsList locale={locale} lines={measured} />
      {judged.length > 0 && (
        <Panel title={review.figures.qualitative}>
          <NarrativeList locale={locale} lines={judged} canReturn={canReturn} talk={talk} />
        </Panel>
      )}
      {isQuarter(period) && (
        <Panel title={review.registers.title} lead={review.registers.lead}>
          <RegisterTables
            locale={locale}
            lines={shown}
            hasBefore={report.head.version > 1}
            rights={{ canReturn, canAsk: side.may === 'ask' }}
          />
          <RowTalks city={city} period={period} conversations={report.conversations} side={side} />
        </Panel>
      )}
      <EvidenceByResult
        locale={locale}
        title={words(locale).evidence.ofVersion}
        city={city}
        evidence={report.content.evidence}
        rows={report.content.rows}
        asked={report.head.cellsAsked}
      />
      <DecisionPanel
        locale={locale}
        report={report}
        findings={report.lines.reduce(
          (sum, { findings, explained }) => sum + findings.length + explained.length,
          0,
        )}
        from={from}
        then={then}
        actions={{ forward, accept }}
      />
    </ReturnScope>
  )
}
