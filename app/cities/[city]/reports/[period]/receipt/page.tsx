import type { Metadata } from 'next'
import { PrintButton } from '@/components/check/print-button'
import { ReceiptBaseFigures, ReceiptFigures } from '@/components/check/receipt-figures'
import { ReceiptHistory } from '@/components/check/receipt-history'
import { ReceiptProof } from '@/components/check/receipt-proof'
import { PaperForm } from '@/components/ui/paper-form'
import { ReportLife } from '@/components/check/report-life'
import { RestatedBanner } from '@/components/report/restated-banner'
import { StatusBadge } from '@/components/ui/badge'
import { AsKnown } from '@/components/report/as-known'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DownloadLink, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { actorOf, mayEver } from '@/lib/access/authorize'
import { qrCode } from '@/lib/documents/qr-code'
import { cityName, formatDateTime, formatPeriod, words } from '@/lib/i18n'
import { readKnownMoments } from '@/lib/review/known-moments'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { isQuarter, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { orNotFound, pagePeriod, pagePermit } from '@/lib/web/page'
import { verifyAddress } from '@/lib/web/verify-address'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly period: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { period } = await params
  const locale = await currentLocale()
  return { title: words(locale).receipt.titleOf(formatPeriod(locale, pagePeriod(period))) }
}

/** 回执: what was submitted, by whom, when, and how it can be proved. On one sheet of paper. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { city: code, period: text } = await params
  const current = await pagePermit('report.read', code)
  const period = pagePeriod(text)
  const { version, paper, known: asked } = await searchParams
  const permit = knownPermit(current, asked)
  const wanted = typeof version === 'string' && /^[1-9]\d{0,3}$/.test(version) ? Number(version) : undefined
  const receipt = await orNotFound(readReceipt(permit, period, wanted))
  const locale = await currentLocale()
  const { receipt: said, export: exported, common, names } = words(locale)
  const isOurs = mayEver(actorOf(permit), 'draft.read')
  const report = `/cities/${code}/reports/${period}`
  const here = `${report}/receipt`
  const inWords = formatPeriod(locale, period)
  const name = cityName(locale, receipt.city)
  const { submission, versions, status } = receipt
  const back = permit.known === null ? '' : `&known=${permit.known.toISOString()}`
  const address = submission === null ? '' : await verifyAddress(submission.head.receiptNumber)
  const crumbs = isOurs
    ? [
        { label: common.nav.desk, href: `/cities/${code}/desk` },
        { label: inWords, href: report },
        { label: said.title },
      ]
    : [{ label: name, href: `/cities/${code}` }, { label: inWords }, { label: said.title }]
  return (
    <>
      <Breadcrumb label={common.youAreHere} items={crumbs} />
      <PageHead
        title={said.titleOf(inWords)}
        facts={
          <>
            <Fact name={common.city}>{name}</Fact>
            <Fact name={said.statusNow}>
              <StatusBadge status={status} label={names.status[status]} />
            </Fact>
          </>
        }
        action={
          <>
            {submission?.isLatest === true && (
              <DownloadLink href={`/cities/${code}/export?period=${period}&format=xlsx${back}`}>
                {exported.downloadWorkbook}
              </DownloadLink>
            )}
            {submission !== null && <PrintButton label={said.print} />}
            {isOurs && <LinkButton href={`${report}${knownQuery(permit)}`}>{said.toReport}</LinkButton>}
          </>
        }
      />
      <AsKnown
        locale={locale}
        path={here}
        query={wanted === undefined ? {} : { version: String(wanted) }}
        known={permit.known}
        moments={await readKnownMoments(current, period)}
      />
      {submission === null ? (
        <EmptyState
          title={said.none.title}
          next={said.none.next}
          action={isOurs && <LinkButton href={`${report}/check`}>{said.none.toCheck}</LinkButton>}
        />
      ) : (
        <>
          {paper === 'none' && <RefusalNotice refusal={{ code: 'documentNotMade', detail: {} }} />}
          {submission.restatement !== null && (
            <RestatedBanner city={code} restatement={submission.restatement} locale={locale} />
          )}
          {!submission.isLatest && (
            <Banner tone="attention">
              {said.superseded(common.version(versions.at(-1)?.version ?? 0))}{' '}
              <a href={here}>{said.toLatest}</a>
            </Banner>
          )}
          <Panel
            title={said.title}
            lead={said.text(name, inWords, common.version(submission.head.version))}
            className="print:mb-2 print:border-0 print:p-0"
          >
            <ReceiptProof
              locale={locale}
              submission={submission}
              verify={{ address, code: qrCode(address) }}
            />
            <PaperForm
              action={`${here}/paper`}
              fields={{
                version: String(submission.head.version),
                ...(permit.known === null ? {} : { known: permit.known.toISOString() }),
              }}
              locale={locale}
              className="mt-3 border-t border-line pt-3"
            />
          </Panel>
          <div className="print:hidden">
            <ReportLife locale={locale} status={status} events={receipt.events} route={receipt.route} />
          </div>
          <Panel
            title={said.figures}
            lead={isQuarter(period) ? said.figuresNote : undefined}
            className="print:mb-2 print:border-0 print:p-0"
          >
            {isQuarter(period) ? (
              <ReceiptFigures locale={locale} lines={submission.lines} />
            ) : (
              <ReceiptBaseFigures locale={locale} lines={submission.lines} />
            )}
          </Panel>
          <Panel title={said.life} className="print:mb-0 print:border-0 print:p-0">
            <ReceiptHistory locale={locale} events={receipt.events} />
          </Panel>
          {versions.length > 1 && (
            <Panel title={said.versions} className="print:hidden">
              <ul>
                {versions.toReversed().map((head) => {
                  const line = said.versionLine(
                    common.version(head.version),
                    formatDateTime(locale, head.submittedAt),
                  )
                  const isThis = head.version === submission.head.version
                  return (
                    <li key={head.version} className="py-1">
                      {isThis ? (
                        <span aria-current="page">
                          {line} <span className="text-muted">{said.thisOne}</span>
                        </span>
                      ) : (
                        <a href={`${here}?version=${head.version}`}>{line}</a>
                      )}{' '}
                      <span className="font-mono text-sm text-muted">{head.receiptNumber}</span>
                    </li>
                  )
                })}
              </ul>
            </Panel>
          )}
        </>
      )}
    </>
  )
}
