import type { Metadata } from 'next'
import { InstalmentDoneBanner } from '@/components/funding/instalment-done'
import { InstalmentEntry } from '@/components/funding/instalment-entry'
import { ProposeForm } from '@/components/funding/instalment-forms'
import { yuan } from '@/components/plan/plan-rows'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { actorOf, mayEver } from '@/lib/access/authorize'
import { readInstalmentPage } from '@/lib/funding/read-instalment'
import { cityName, formatDate, formatDateTime, formatExact, refusalSentence, words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { pay } from '../funds/actions'
import { ask, enter, propose, refuse, sign, withdraw } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).instalment.title }
}

/** A city's second instalment: what it rests on, proposals and decisions, and what is to be done now. */
export default async function InstalmentOfCity({ params, searchParams }: Props) {
  const { city: code } = await params
  const permit = await pagePermit('instalment.read', code)
  const page = await orNotFound(readInstalmentPage(permit))
  const locale = await currentLocale()
  const { instalment: said, common, funds, simulation } = words(locale)
  const { id } = actorOf(permit)
  const may = (action: Parameters<typeof mayEver>[1]) => mayEver(permit.actor, action)
  const { seal, preview, grounds } = page
  const doubt =
    seal === null
      ? ''
      : seal.isReopened
        ? common.bracketed(said.reopened)
        : seal.demonstration
          ? common.bracketed(said.demonstrationScore)
          : ''
  return (
    <>
      <PageHead
        title={said.heading(cityName(locale, page.city))}
        lead={said.lead}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, page.city)}</Fact>
            <span className="text-muted">{common.knownAsOf(formatDateTime(locale, page.now))}</span>
          </>
        }
        action={
          <>
            <LinkButton href={`/cities/${code}/funds`}>{funds.title}</LinkButton>
            {may('exposure.read') && <LinkButton href="/exposure">{said.exposure.title}</LinkButton>}
          </>
        }
      />
      <InstalmentDoneBanner done={(await searchParams).done} locale={locale} />
      <Panel title={said.grounds}>
        <DescriptionList
          items={[
            {
              term: said.evaluation,
              value:
                seal === null
                  ? said.noEvaluation
                  : said.evaluationOf(seal.title, String(seal.version), formatDate(locale, seal.sealedAt)) +
                    doubt,
            },
            ...(seal === null
              ? []
              : [
                  { term: said.score, value: formatExact(locale, seal.score) },
                  {
                    term: said.grade,
                    value: seal.grade === null ? said.noGrade : simulation.grade[seal.grade],
                  },
                ]),
            { term: said.bandTable, value: page.bandsFrom ?? said.unspecified },
          ]}
        />
      </Panel>
      {may('instalment.propose') && grounds.refusal !== 'instalmentNotNow' && (
        <Panel title={said.propose} lead={said.proposeLead} className="print:hidden">
          {preview === null ? (
            <p>
              {said.cannot(
                grounds.refusal === null
                  ? ''
                  : refusalSentence(locale, { code: grounds.refusal, detail: {} }),
              )}
            </p>
          ) : (
            <>
              <p className="mb-2">
                {said.preview(
                  formatExact(locale, seal?.score ?? ''),
                  said.bandOf(preview.from, preview.below ?? ''),
                  yuan(preview.yuan),
                )}
              </p>
              <ProposeForm action={propose} city={code} />
            </>
          )}
        </Panel>
      )}
      <h2 className="mb-2 text-lg">{said.list}</h2>
      {page.instalments.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        page.instalments.toReversed().map((entry) => (
          <InstalmentEntry
            key={entry.seq}
            page={page}
            entry={entry}
            actions={{
              enter: may('instalment.answer') ? enter : null,
              refuse: may('instalment.answer') ? refuse : null,
              withdraw: may('instalment.propose') ? withdraw : null,
              ask: may('instalment.reverse') ? ask : null,
              sign: may('instalment.answer') ? sign : null,
              pay: may('payment.record') ? pay : null,
            }}
            self={id}
            locale={locale}
          />
        ))
      )}
    </>
  )
}
