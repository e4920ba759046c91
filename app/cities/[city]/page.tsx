import type { Metadata } from 'next'
import { AsOfChoice } from '@/components/dashboard/as-of-choice'
import { CityMoney } from '@/components/dashboard/city-money'
import { CityTalk } from '@/components/dashboard/city-talk'
import { LikeCities } from '@/components/dashboard/like-cities'
import { PathMultiples } from '@/components/dashboard/path-multiples'
import { PlanBeside } from '@/components/dashboard/plan-beside'
import { UnacceptedNotice } from '@/components/dashboard/unaccepted-notice'
import { VerdictHistory } from '@/components/dashboard/verdict-history'
import { CityFacts } from '@/components/dashboard/city-facts'
import { Derogations } from '@/components/dashboard/derogations'
import { CityResults } from '@/components/dashboard/city-results'
import { CityStanding } from '@/components/dashboard/city-standing'
import { ExportPanel } from '@/components/dashboard/export-panel'
import { MoneyPanel } from '@/components/dashboard/money-panel'
import { decisionSays, decisionSpan } from '@/components/decisions/decision-says'
import { ElapsedDaysTable } from '@/components/report/elapsed-days'
import { AsKnown } from '@/components/report/as-known'
import { ContactsAside } from '@/components/report/contact-tables'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { OpenOnHash } from '@/components/verdict/open-on-hash'
import { ResultsOverview } from '@/components/verdict/results-overview'
import { VerdictCounts } from '@/components/verdict/verdict-counts'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { mayEver } from '@/lib/access/authorize'
import { cityName, formatDateTime, words } from '@/lib/i18n'
import { countVerdicts } from '@/lib/review/count-verdicts'
import { readKnownMoments } from '@/lib/review/known-moments'
import { readCityPage } from '@/lib/review/read-city'
import { parseQuarter, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit } from '@/lib/web/known'
import { pagePermit } from '@/lib/web/page'
import { unacceptedChoice } from '@/lib/web/unaccepted'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).city.title }
}

/** One city: every verdict with its explanation, path and table; its money; its report as a file. */
export default async function CityProgressPage({ params, searchParams }: Props) {
  const { city: code } = await params
  const current = await pagePermit('city.read', code)
  const { asOf: wanted, known: asked, paper, unaccepted: choice } = await searchParams
  const permit = knownPermit(current, asked)
  const locale = await currentLocale()
  const { city: said, restatement, restating, common } = words(locale)
  const unaccepted = await unacceptedChoice(choice)
  const page = await readCityPage(
    permit,
    typeof wanted === 'string' ? parseQuarter(wanted) : undefined,
    unaccepted,
  )
  if (page === null) {
    return (
      <>
        <PageHead title={said.title} />
        <EmptyState title={said.noQuarter} next={said.noQuarterNext} />
      </>
    )
  }
  const { city, asOf, verdicts, elapsed } = page
  const name = cityName(locale, city)
  const report = page.summaries.find(({ period }) => period === asOf)
  const seesDashboard = mayEver(permit.actor, 'dashboard.read')
  return (
    <>
      {seesDashboard && (
        <Breadcrumb
          label={common.youAreHere}
          items={[{ label: common.nav.dashboard, href: `/dashboard?asOf=${asOf}` }, { label: name }]}
        />
      )}
      <PageHead
        title={said.heading(name)}
        facts={<CityFacts page={page} seesBook={mayEver(permit.actor, 'decision.read')} locale={locale} />}
        action={
          <>
            <LinkButton href={`/cities/${city.code}/registers`}>
              {words(locale).counts.overview.title}
            </LinkButton>
            {mayEver(permit.actor, 'draft.read') && (
              <LinkButton href={`/cities/${city.code}/handover`}>{words(locale).handover.link}</LinkButton>
            )}
            <LinkButton href={`/cities/${city.code}/plan`}>{words(locale).plan.title}</LinkButton>
            <LinkButton href={`/cities/${city.code}/funds`}>{words(locale).funds.title}</LinkButton>
            {mayEver(permit.actor, 'evaluation.read') && (
              <LinkButton href={`/cities/${city.code}/evaluations`}>
                {words(locale).evaluation.title}
              </LinkButton>
            )}
            {seesDashboard && (
              <LinkButton href={`/compare?city=${city.code}`}>{words(locale).compare.link}</LinkButton>
            )}
            <AsOfChoice
              label={said.chooseAsOf}
              deed={said.choose}
              offered={page.offered}
              asOf={asOf}
              known={permit.known}
              locale={locale}
            />
          </>
        }
      />
      <AsKnown
        locale={locale}
        path={`/cities/${code}`}
        query={{ asOf }}
        known={permit.known}
        moments={permit.known === null ? page.moments : await readKnownMoments(current, asOf)}
      />
      <ContactsAside
        locale={locale}
        contacts={page.contacts}
        keep={mayEver(permit.actor, 'contact.keep') ? `/cities/${code}/contacts` : undefined}
      />
      {paper === 'none' && <RefusalNotice refusal={{ code: 'documentNotMade', detail: {} }} />}
      {elapsed !== null && <ElapsedDaysTable locale={locale} elapsed={elapsed} />}
      <CityStanding page={page} locale={locale} />
      <UnacceptedNotice quarters={page.pending} unaccepted={unaccepted} locale={locale} />
      <div className="items-start gap-4 xl:grid xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel id="overview" title={said.overview.heading} lead={said.lead(formatDateTime(locale, page.now))}>
          <VerdictCounts
            counts={countVerdicts(verdicts.byFloor)}
            label={said.overview.counts}
            locale={locale}
            className="mb-3"
          />
          <ResultsOverview judgements={verdicts.byFloor} targets={verdicts.byTarget} locale={locale} />
        </Panel>
        <div>
          <MoneyPanel
            instalments={page.instalments}
            second={page.second}
            paid={page.beside.paid}
            decision={mayEver(permit.actor, 'instalment.read') ? `/cities/${city.code}/instalment` : null}
            simulation={`/cities/${city.code}/simulation?asOf=${asOf}`}
            locale={locale}
          />
          <CityMoney page={page} locale={locale} />
          <CityTalk
            talks={page.beside.talks}
            city={city.code}
            goesOn={mayEver(permit.actor, 'draft.read') ? 'reports' : 'review'}
            locale={locale}
          />
          <Derogations
            items={page.derogations.map((each) => ({
              ...each,
              says: decisionSays(locale, each.decision.content),
              span: decisionSpan(locale, each.decision),
            }))}
            locale={locale}
          />
          {mayEver(permit.actor, 'restatement.preview') && report?.acceptedVersion != null && (
            <Panel title={restatement.title} lead={restatement.linkLead} className="print:hidden">
              <div className="flex flex-wrap gap-2">
                <LinkButton href={`/cities/${city.code}/restatement?period=${asOf}`}>
                  {restatement.link}
                </LinkButton>
                <LinkButton href={`/cities/${city.code}/restatements`}>{restating.toList}</LinkButton>
              </div>
            </Panel>
          )}
          <ExportPanel
            href={`/cities/${city.code}/export`}
            known={permit.known}
            period={asOf}
            state={report?.acceptedVersion ? 'accepted' : report?.submittedAt ? 'submitted' : 'none'}
            locale={locale}
          />
        </div>
      </div>
      <PathMultiples page={page} locale={locale} />
      <PlanBeside page={page} locale={locale} />
      <LikeCities page={page} locale={locale} />
      <VerdictHistory page={page} locale={locale} />
      <CityResults page={page} locale={locale} />
      <OpenOnHash />
    </>
  )
}
