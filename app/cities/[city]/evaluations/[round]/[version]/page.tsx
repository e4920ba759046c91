import type { Metadata } from 'next'
import Link from 'next/link'
import { ArithmeticPanel } from '@/components/assessment/arithmetic-panel'
import { EvaluationHead } from '@/components/assessment/evaluation-head'
import { ReadingsPanel } from '@/components/assessment/readings-panel'
import { SchemeNote } from '@/components/assessment/scheme-note'
import { SealedThen } from '@/components/assessment/sealed-then'
import { SheetPanel } from '@/components/assessment/sheet-panel'
import { SamplePanel } from '@/components/assessment/sample-panel'
import { StatementText } from '@/components/assessment/statement-panel'
import { VisitsPanel } from '@/components/assessment/visits-panel'
import { EvaluationPapers } from '@/components/dashboard/evaluation-papers'
import { DownloadLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { KeyFigure } from '@/components/ui/key-figure'
import { Panel } from '@/components/ui/panel'
import { readSealed } from '@/lib/assessment/read-sealed'
import { cityName, formatDateTime, formatExact, formatNumber, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { knownMoment } from '@/lib/web/known'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly round: string; readonly version: string }>
  readonly searchParams: Promise<{ readonly known?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evaluation.title }
}

/** A sealed evaluation, as it was frozen. */
export default async function Page({ params, searchParams }: Props) {
  const { city: code, round: name, version } = await params
  const permit = await pagePermit('evaluation.read', code)
  const page = await orNotFound(readSealed(permit, name, /^\d{1,4}$/.test(version) ? Number(version) : 0))
  const locale = await currentLocale()
  const { evaluation } = words(locale)
  const said = evaluation.sealed
  const { seal, frozen, recheck } = page
  const here = `/cities/${code}/evaluations/${name}`
  const score = (exact: string) => formatNumber(exact, { places: 2 })
  return (
    <>
      <EvaluationHead
        title={said.title(cityName(locale, page.city))}
        lead={said.lead}
        city={page.city}
        round={page.round}
        version={seal.version}
        locale={locale}
        action={<DownloadLink href={`${here}/${version}/snapshot`}>{said.download}</DownloadLink>}
      />
      <SealedThen locale={locale} known={knownMoment((await searchParams).known)} seals={[seal]} />
      <SchemeNote document={frozen.inputs.scheme.documentNumber} locale={locale} />
      <Panel title={evaluation.score}>
        <KeyFigure
          label={evaluation.score}
          value={score(seal.score)}
          unit={evaluation.points}
          note={seal.grade !== null && evaluation.grade[seal.grade]}
        />
        <DescriptionList
          className="mt-3"
          items={[
            { term: evaluation.arithmetic.exactScore, value: formatExact(locale, seal.score) },
            {
              term: said.first,
              value: evaluation.by(seal.firstSignerName, formatDateTime(locale, seal.firstSignedAt)),
            },
            {
              term: said.second,
              value: evaluation.by(seal.secondSignerName, formatDateTime(locale, seal.sealedAt)),
            },
            { term: said.ruleVersion, value: seal.ruleVersion },
            { term: evaluation.seal.digest, value: <code className="break-all">{seal.snapshotSha256}</code> },
          ]}
        />
        <p className="mt-2">{recheck.isIntact ? said.intact : said.broken}</p>
        <p>{recheck.isSame ? said.same(score(seal.score)) : said.other(score(recheck.score ?? '0'))}</p>
        <p className="mt-2">
          {said.versions}
          {page.versions.map((each) => (
            <Link key={each} href={`${here}/${String(each)}`} className="ml-2">
              {evaluation.version(String(each))}
            </Link>
          ))}
        </p>
      </Panel>
      <EvaluationPapers
        action={`${here}/${version}/paper`}
        kinds={['report', 'sheet', ...(frozen.statement === null ? [] : (['statement'] as const))]}
        failed={false}
        locale={locale}
      />
      <SheetPanel
        judgements={frozen.judgements}
        sheet={frozen.sheet}
        overrides={frozen.overrides}
        locale={locale}
      />
      <ArithmeticPanel page={page} locale={locale} />
      <ReadingsPanel
        marks={frozen.marks}
        readings={frozen.readings}
        settlements={frozen.settlements}
        settle={null}
        hidden={{}}
        locale={locale}
      />
      <VisitsPanel city={code} visits={frozen.visits ?? []} isBlind={false} writing={null} locale={locale} />
      <SamplePanel sample={page.sample} draw={null} hidden={{}} locale={locale} />
      {frozen.statement !== null && (
        <Panel title={evaluation.statement.title}>
          <StatementText statement={frozen.statement} signature={frozen.statementSignature} locale={locale} />
        </Panel>
      )}
    </>
  )
}
