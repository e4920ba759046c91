import type { Metadata } from 'next'
import { ProposalPanels } from '@/components/imports/proposal-panels'
import { UploadDrop } from '@/components/imports/upload-drop'
import { UploadHistory } from '@/components/imports/upload-history'
import { AsKnown } from '@/components/report/as-known'
import { StatusBadge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DownloadLink } from '@/components/ui/button'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { actorOf, mayEver } from '@/lib/access/authorize'
import { cityName, formatDateTime, formatPeriod, refusalSentence, words } from '@/lib/i18n'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { readUploads } from '@/lib/imports/read-proposal'
import { isRegisterCode } from '@/lib/notice'
import { nameCities } from '@/lib/reporting/name-cities'
import { readKnownMoments } from '@/lib/review/known-moments'
import type { Query, RefusalNote } from '@/lib/values'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePeriod, pagePermit } from '@/lib/web/page'
import { commit, discard } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly period: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).importing.title }
}

/** Workbooks and tables brought into a report: problems, differences, what was uploaded before; now, or as it was known then. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { city: code, period: text } = await params
  const current = await pagePermit('draft.read', code)
  const { proposal: asked, register: named, known } = await searchParams
  const permit = knownPermit(current, known)
  const isPast = permit.known !== null
  const back = knownQuery(permit)
  const period = pagePeriod(text)
  const id = typeof asked === 'string' ? asked : null
  const register = typeof named === 'string' && isRegisterCode(named) ? named : null
  const { draft, closed, heads, proposal } = await orNotFound(readUploads(permit, period, id))
  const refused = heads.filter(({ answer }) => answer?.kind === 'refused')
  const refusals = await nameCities(
    permit,
    refused.map(({ answer }) => JSON.parse(answer?.reason ?? '') as RefusalNote),
  )
  const locale = await currentLocale()
  const { importing: said, workbook, common, names, register: registers } = words(locale)
  const report = `/cities/${code}/reports/${period}`
  const here = `${report}/import`
  const mayPrepare = mayEver(actorOf(permit), 'report.prepare')
  const isOpen = mayPrepare && closed === null && !isPast
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          { label: common.nav.desk, href: `/cities/${code}/desk` },
          { label: formatPeriod(locale, period), href: `${report}${back}` },
          { label: said.title },
        ]}
      />
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, draft.city)}</Fact>
            <Fact name={common.period}>{formatPeriod(locale, period)}</Fact>
            <StatusBadge status={draft.status} label={names.status[draft.status]} />
            <Fact name={common.due}>{formatDateTime(locale, draft.window.dueAt)}</Fact>
          </>
        }
        action={
          <DownloadLink href={`${report}/workbook${back}`}>
            {workbook[isPast ? 'downloadThen' : 'download']}
          </DownloadLink>
        }
      />
      <AsKnown
        locale={locale}
        path={here}
        query={id === null ? {} : { proposal: id }}
        known={permit.known}
        moments={await readKnownMoments(current, period)}
      />
      {closed !== null && mayPrepare && !isPast && <Banner>{refusalSentence(locale, closed)}</Banner>}
      {!mayPrepare && !isPast && <Banner>{registers.closed.role}</Banner>}
      {proposal !== null && (
        <ProposalPanels
          proposal={proposal}
          about={{ city: code, period, proposal: proposal.head.id, shown: proposal.shown }}
          annotated={`${here}/${proposal.head.id}/annotated${back}`}
          isOpen={isOpen && proposal.head.reportVersion === draft.version}
          locale={locale}
          commit={commit}
          discard={discard}
        />
      )}
      {isOpen && (
        <Panel title={said.drop.title}>
          <UploadDrop
            url={`${here}/file${register === null ? '' : `?register=${register}`}`}
            here={here}
            largest={LARGEST_IMPORT}
            lead={register === null ? undefined : said.drop.register(registers.short[register])}
          />
          <p className="mt-2 text-sm">{said.blankRule}</p>
        </Panel>
      )}
      <Panel title={said.history.title}>
        <UploadHistory
          heads={heads}
          refusals={new Map(refusals.map((refusal, i) => [refused[i]?.id ?? '', refusal]))}
          here={here}
          back={back}
          current={proposal?.head.id ?? null}
          locale={locale}
        />
      </Panel>
    </>
  )
}
