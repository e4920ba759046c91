import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AsKnown, NothingKnown } from '@/components/report/as-known'
import { CorrectionFacts } from '@/components/restatement/correction-facts'
import { CorrectionTable } from '@/components/restatement/correction-table'
import { DecideForm, WithdrawRequestForm } from '@/components/restatement/decide-forms'
import { EffectsPanel } from '@/components/restatement/effects-panel'
import { MaterialityPanel } from '@/components/restatement/materiality-panel'
import { RestatementState } from '@/components/restatement/restatement-table'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { PaperForm } from '@/components/ui/paper-form'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { cityName, formatPeriod, words } from '@/lib/i18n'
import { readRestatement } from '@/lib/restating/read-restatement'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { orNotFound, orNothing, pagePermit } from '@/lib/web/page'
import { decide, withdraw } from '../actions'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly number: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params
  return { title: words(await currentLocale()).restating.number(Number(number)) }
}

/** One restatement: what it corrects, what that does, and its answer; once approved, the correction notice. Now, or as known then. */
export default async function Page({ params, searchParams }: Props) {
  const { city: code, number } = await params
  const { paper, known } = await searchParams
  const permit = knownPermit(await pagePermit('report.read', code), known)
  const isPast = permit.known !== null
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound()
  const reading = readRestatement(permit, Number(number))
  const page = isPast ? await orNothing(reading) : await orNotFound(reading)
  const locale = await currentLocale()
  const list = `/cities/${code}/restatements`
  const lookBack = <AsKnown locale={locale} path={`${list}/${number}`} known={permit.known} />
  const { restating: said, common, known: saidThen } = words(locale)
  if (page === null) {
    return (
      <NothingKnown locale={locale} title={saidThen.notThere}>
        {lookBack}
      </NothingKnown>
    )
  }
  const { restatement, city, effects } = page
  const inWords = formatPeriod(locale, restatement.period)
  const isApproved = restatement.answer?.kind === 'approved'
  const of = { city: code, number: restatement.seq }
  return (
    <>
      <Breadcrumb
        items={[
          { label: cityName(locale, city), href: `/cities/${code}${knownQuery(permit)}` },
          { label: said.title, href: `${list}${knownQuery(permit)}` },
          { label: said.number(restatement.seq) },
        ]}
        label={common.youAreHere}
      />
      <PageHead
        title={isApproved ? said.notice.title : said.numberOf(number, inWords)}
        lead={
          isApproved
            ? said.notice.lead(
                inWords,
                common.version(restatement.baseVersion),
                common.version(restatement.baseVersion + 1),
              )
            : undefined
        }
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, city)}</Fact>
            <RestatementState restatement={restatement} locale={locale} />
          </>
        }
        action={
          <>
            <LinkButton href={`${list}${knownQuery(permit)}`}>{said.toList}</LinkButton>
          </>
        }
      />
      {lookBack}
      {paper === 'none' && <RefusalNotice refusal={{ code: 'documentNotMade', detail: {} }} />}
      {page.isChanged && <Banner tone="attention">{said.effects.changed}</Banner>}
      <Panel title={said.what}>
        <CorrectionFacts page={page} locale={locale} />
        <CorrectionTable page={page} locale={locale} />
        {isApproved && (
          <PaperForm
            action={`${list}/${restatement.seq}/paper`}
            fields={{}}
            locale={locale}
            className="mt-3 border-t border-line pt-3"
          />
        )}
      </Panel>
      <MaterialityPanel materiality={effects.materiality} locale={locale} />
      <EffectsPanel page={page} locale={locale} />
      {page.mayDecide && page.effectsHash !== null && (
        <Panel title={said.decide.title} lead={said.decide.lead} className="print:hidden">
          <DecideForm {...of} effectsHash={page.effectsHash} action={decide} />
        </Panel>
      )}
      {restatement.answer === null && !page.mayDecide && !isPast && (
        <p className="mb-4">{page.isOwn ? said.decide.own : said.decide.waits}</p>
      )}
      {restatement.answer === null && page.isOwn && !isPast && (
        <Panel title={said.withdraw.title} className="print:hidden">
          <WithdrawRequestForm {...of} action={withdraw} />
        </Panel>
      )}
    </>
  )
}
