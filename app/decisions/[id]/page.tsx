import type { Metadata } from 'next'
import { SignForm, WithdrawForm } from '@/components/decisions/answer-forms'
import { DecisionDetail, decisionSays, decisionSpan } from '@/components/decisions/decision-says'
import { Effects } from '@/components/decisions/effects'
import { Replaced } from '@/components/decisions/replaced'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHead, Panel } from '@/components/ui/panel'
import { words } from '@/lib/i18n'
import { formatDateTime } from '@/lib/i18n/format-time'
import { readDecision } from '@/lib/review/read-decision-book'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { sign, withdraw } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).decisions.title }
}

/** One decision: what it says, whom it affects, who signed. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const permit = await pagePermit('decision.read')
  const { id } = await params
  const page = await orNotFound(readDecision(permit, id))
  const locale = await currentLocale()
  const { decisions: said, common } = words(locale)
  const { decision, city, state } = page.entry
  const { second, content } = decision
  const about = city === null ? said.allCities : locale === 'en' ? city.nameEn : city.nameZh
  const effects = (shown: typeof page.whenProposed) => (
    <Effects effects={shown} kind={content.kind} cities={page.cities} locale={locale} />
  )
  const proposedAt = formatDateTime(locale, decision.proposedAt)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: '/decisions' }, { label: said.kind[content.kind] }]}
      />
      <PageHead title={said.one(said.kind[content.kind])} lead={decisionSays(locale, content)} />
      <Panel title={said.columns.says} aside={said.state[state]}>
        <DecisionDetail content={content} locale={locale} />
        <DescriptionList
          items={[
            { term: said.columns.about, value: about },
            { term: said.columns.effective, value: decisionSpan(locale, decision) },
            { term: said.fields.documentNumber, value: decision.documentNumber || common.none },
            { term: said.fields.reason, value: decision.reason },
            { term: said.columns.proposed, value: said.by(decision.proposedByName, proposedAt) },
            ...(second === null
              ? []
              : [
                  {
                    term: said.state[second.kind === 'approved' ? 'inForce' : second.kind],
                    value: `${said.by(second.byName, formatDateTime(locale, second.at))} ${second.reason}`,
                  },
                ]),
            { term: said.hash, value: <code className="break-all">{decision.contentHash}</code> },
          ]}
        />
      </Panel>
      {(content.kind === 'bandTable' || content.kind === 'scoringScheme') && (
        <Panel title={said.replaced.heading}>
          <Replaced replaces={page.replaces} locale={locale} />
        </Panel>
      )}
      <Panel title={said.effects}>
        {page.now === null ? (
          effects(page.whenSigned ?? page.whenProposed)
        ) : (
          <>
            {page.now.changed && <Banner tone="attention">{said.effectsChanged}</Banner>}
            {effects(page.now.effects)}
            {page.now.changed && (
              <Disclosure summary={said.effectsProposed(proposedAt)}>{effects(page.whenProposed)}</Disclosure>
            )}
          </>
        )}
      </Panel>
      {page.maySign && page.now !== null && (
        <Panel title={said.signTitle} lead={said.signLead}>
          <SignForm id={decision.id} effectsHash={page.now.hash} action={sign} />
        </Panel>
      )}
      {page.mayWithdraw && (
        <Panel title={said.withdrawTitle}>
          <WithdrawForm id={decision.id} action={withdraw} />
        </Panel>
      )}
    </>
  )
}
