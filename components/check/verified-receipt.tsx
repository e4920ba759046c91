import { Banner } from '@/components/ui/banner'
import { DescriptionList } from '@/components/ui/description-list'
import { cityName, formatDateTime, formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { FoundReceipt } from '@/lib/store/receipts'
import type { Locale } from '@/lib/values'

/** How a digest that was given compares with the stored one; null when none was given. */
export type Comparison = 'same' | 'different' | 'digestWrong' | null

/** What a receipt proves to whoever holds its number: no figure. */
export function VerifiedReceipt({
  locale,
  receipt,
  comparison,
}: {
  locale: Locale
  receipt: FoundReceipt
  comparison: Comparison
}) {
  const { verify: said, common } = words(locale)
  const { supersededAt, withdrawnAt } = receipt
  const isLatest = supersededAt === null && withdrawnAt === null
  return (
    <>
      <Banner tone={isLatest ? 'done' : 'attention'} title={said.genuine}>
        {isLatest && <p>{said.latest}</p>}
        {withdrawnAt !== null && <p>{said.withdrawn(formatDateTime(locale, withdrawnAt))}</p>}
        {supersededAt !== null && (
          <p>
            {said.superseded(common.version(receipt.latestVersion), formatDateTime(locale, supersededAt))}
          </p>
        )}
      </Banner>
      {comparison !== null && (
        <Banner tone={comparison === 'same' ? 'done' : comparison === 'different' ? 'danger' : 'attention'}>
          <p>{said[comparison]}</p>
        </Banner>
      )}
      <DescriptionList
        items={[
          {
            term: said.number,
            value: <strong className="font-mono break-all">{receipt.receiptNumber}</strong>,
          },
          { term: said.city, value: cityName(locale, receipt.city) },
          { term: said.period, value: formatPeriod(locale, receipt.period) },
          { term: said.version, value: common.version(receipt.version) },
          { term: said.submitted, value: said.submittedAt(formatDateTime(locale, receipt.submittedAt)) },
          {
            term: said.complete,
            value: said.completeOf(
              formatNumber(String(receipt.cellsAnswered)),
              formatNumber(String(receipt.cellsAsked)),
            ),
          },
          { term: said.findings, value: findingsSaid(locale, receipt.findings) },
          { term: said.hash, value: <span className="font-mono break-all">{receipt.contentHash}</span> },
        ]}
      />
    </>
  )
}

/** How many notes stood at the submission, in words. */
function findingsSaid(locale: Locale, findings: number | null): string {
  const said = words(locale).verify
  if (findings === null) return said.findingsUnknown
  return findings === 0 ? said.noFindings : said.findingsOf(formatNumber(String(findings)))
}
