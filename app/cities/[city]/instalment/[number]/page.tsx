import type { Metadata } from 'next'
import { PrintButton } from '@/components/check/print-button'
import { BandRows } from '@/components/funding/instalment-ground'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DownloadLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PaperForm } from '@/components/ui/paper-form'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { letterFacts } from '@/lib/documents/papers/instalment-letter'
import { readInstalmentDecision } from '@/lib/funding/read-instalment'
import { cityName, words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly number: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).instalment.letter }
}

/** 决定书: what was decided, on what it rests, and how it is worked out again. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { city: code, number } = await params
  const permit = await pagePermit('instalment.read', code)
  const { city, decision } = await orNotFound(readInstalmentDecision(permit, Number(number)))
  const locale = await currentLocale()
  const { instalment: said, common } = words(locale)
  const { paper } = await searchParams
  const here = `/cities/${code}/instalment/${String(decision.seq)}`
  const name = cityName(locale, city)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: `/cities/${code}/instalment` }, { label: said.letter }]}
      />
      <PageHead
        title={said.letterOf(String(decision.seq))}
        facts={
          <>
            <Fact name={common.city}>{name}</Fact>
            <Badge tone={decision.state === 'reversed' ? 'danger' : 'good'}>
              {said.state[decision.state]}
            </Badge>
          </>
        }
        action={
          <>
            <DownloadLink href={`${here}/inputs`}>{said.json}</DownloadLink>
            <PrintButton label={said.print} />
          </>
        }
      />
      {paper === 'none' && <RefusalNotice refusal={{ code: 'documentNotMade', detail: {} }} />}
      <Panel title={said.letter} lead={said.paper.lead(name)} className="print:border-0 print:p-0">
        <DescriptionList
          className="mb-4"
          items={letterFacts({ city, decision }, '', locale).map(({ term, value, strong, link = here }) => {
            const shown = strong ? <strong>{value}</strong> : value
            return { term, value: link === here ? shown : <a href={link}>{shown}</a> }
          })}
        />
        <BandRows ground={decision.ground} counts={decision.worked.band} locale={locale} />
        <DescriptionList
          className="mt-4 text-sm"
          items={[
            { term: said.paper.hash, value: <code className="wrap-anywhere">{decision.inputsSha256}</code> },
            {
              term: said.paper.snapshot,
              value: <code className="wrap-anywhere">{decision.ground.evaluation.snapshotSha256}</code>,
            },
          ]}
        />
        <p className="mt-2 text-sm text-muted">{said.paper.closing}</p>
        <p className="text-sm text-muted">{said.paper.verify}</p>
        <PaperForm
          action={`${here}/paper`}
          fields={{}}
          locale={locale}
          className="mt-3 border-t border-line pt-3"
        />
      </Panel>
    </>
  )
}
