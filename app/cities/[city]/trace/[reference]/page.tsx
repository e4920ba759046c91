import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AsKnown, NothingKnown } from '@/components/report/as-known'
import { TracedFigures } from '@/components/report/traced-figures'
import { TracedRows } from '@/components/report/traced-rows'
import { FileLine } from '@/components/evidence/file-line'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { readTraceReference } from '@/lib/documents/trace-reference'
import { cityName, formatDateTime, formatNumber, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator as indicatorOf } from '@/lib/notice'
import { readTrace, type Trace } from '@/lib/review/read-trace'
import type { Locale } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { orNotFound, orNothing, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly reference: string }>
  readonly searchParams: Promise<{ readonly known?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).trace.title }
}

/** Where a number of a document comes from, by the reference printed beside it. */
export default async function TracePage({ params, searchParams }: Props) {
  const { city: code, reference: text } = await params
  const permit = knownPermit(await pagePermit('report.read', code), (await searchParams).known)
  const back = knownQuery(permit)
  const reference = readTraceReference(text)
  if (reference === null) notFound()
  const { period, version, indicator } = reference
  const reading = readTrace(permit, period, version, indicator)
  const trace = permit.known === null ? await orNotFound(reading) : await orNothing(reading)
  const locale = await currentLocale()
  const lookBack = <AsKnown locale={locale} path={`/cities/${code}/trace/${text}`} known={permit.known} />
  if (trace === null) {
    return (
      <NothingKnown locale={locale} title={words(locale).known.notThere}>
        {lookBack}
      </NothingKnown>
    )
  }
  const { trace: said, common } = words(locale)
  const subject = indicatorOf(indicator)
  const { head, city, latest } = trace
  const report = `/cities/${code}/reports/${period}`
  const place = {
    uploads: mayEver(permit.actor, 'draft.read') ? `${report}/import` : null,
    corrections: `/cities/${code}/restatements`,
  }
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          { label: cityName(locale, city), href: `/cities/${code}${back}` },
          { label: formatPeriod(locale, period), href: `${report}${back}` },
          { label: said.title },
        ]}
      />
      <PageHead
        title={inLocale(locale, subject)}
        lead={said.lead}
        facts={common.knownAsOf(formatDateTime(locale, trace.now))}
      />
      {lookBack}
      <Panel title={said.title}>
        <DescriptionList
          items={[
            { term: said.reference, value: `${code}-${text}` },
            {
              term: said.version,
              value: `${said.versionOf(String(version))}${latest === version ? '' : ` ${said.notLatest(String(latest))}`}`,
            },
            {
              term: said.certified,
              value: said.by(head.certifiedByName, formatDateTime(locale, head.certifiedAt)),
            },
            {
              term: said.submitted,
              value: said.by(head.submittedByName, formatDateTime(locale, head.submittedAt)),
            },
            {
              term: said.accepted,
              value: trace.acceptedAt === null ? said.notAccepted : formatDateTime(locale, trace.acceptedAt),
            },
            { term: said.receipt, value: head.receiptNumber },
            { term: said.hash, value: <span className="break-all">{head.contentHash}</span> },
            ...countTerms(trace, `/cities/${code}/counts/${indicator}${back}`, locale),
          ]}
        />
        <div className="mt-3 flex flex-wrap gap-2 print:hidden">
          <LinkButton href={`${report}/receipt?version=${String(version)}${back.replace('?', '&')}`}>
            {said.toReceipt}
          </LinkButton>
          <LinkButton href={`/cities/${code}?asOf=${period}${back.replace('?', '&')}#${indicator}`}>
            {said.toResult}
          </LinkButton>
        </div>
      </Panel>
      <TracedFigures figures={trace.figures} unit={subject.unit} place={place} locale={locale} />
      <TracedRows
        rows={trace.rows}
        all={`/cities/${code}/counts/${indicator}${back}`}
        place={place}
        locale={locale}
      />
      <Panel title={said.evidence}>
        {trace.evidence.length === 0 ? (
          <p className="text-muted">{said.none}</p>
        ) : (
          <ul className="border border-line px-2">
            {trace.evidence.map((file) => (
              <FileLine key={`${file.kind}/${file.target}/${file.file}`} city={code} file={file} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}

/** The numbers that documents print of a count: what the version made when it was submitted, and what is accepted by now. */
function countTerms({ counted, acceptedCount, rows }: Trace, all: string, locale: Locale) {
  const { trace: said } = words(locale)
  if (counted === null) return []
  const figure = (count: number) => formatNumber(String(count))
  return [
    { term: said.fresh, value: figure(counted.fresh) },
    { term: said.total, value: figure(counted.total) },
    ...(acceptedCount === null ? [] : [{ term: said.acceptedTotal, value: formatNumber(acceptedCount) }]),
    { term: said.rows, value: <a href={all}>{said.rowsOf(figure(rows.length))}</a> },
  ]
}
