import { BurdenLine } from '@/components/report/burden-line'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import type { QrCode } from '@/lib/documents/qr-code'
import type { Submission } from '@/lib/reporting/read-receipt'
import type { Locale } from '@/lib/values'
import { QrMark } from './qr-mark'

/** Who certified and submitted what, when, and how anybody can prove it. */
export function ReceiptProof({
  locale,
  submission,
  verify,
}: {
  locale: Locale
  submission: Submission
  /** Where anybody can check it, and that address as a QR code. */
  verify: { readonly address: string; readonly code: QrCode }
}) {
  const { receipt: said, common, verify: verifying, burden, evidence } = words(locale)
  const { head, ledger, isIntact } = submission
  const by = (name: string, at: Date): string => said.by(name, formatDateTime(locale, at))
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-4 sm:flex-nowrap">
      <DescriptionList
        className="grow"
        items={[
          { term: said.number, value: <strong className="font-mono break-all">{head.receiptNumber}</strong> },
          { term: said.version, value: common.version(head.version) },
          { term: said.submitted, value: by(head.submittedByName, head.submittedAt) },
          { term: said.certified, value: by(head.certifiedByName, head.certifiedAt) },
          {
            term: said.answered,
            value: said.answeredOf(
              formatNumber(String(head.cellsAnswered)),
              formatNumber(String(head.cellsAsked)),
            ),
          },
          {
            term: evidence.coverageName,
            value: evidence.coverage(
              new Set(submission.evidence.map(({ indicator }) => indicator)).size,
              head.cellsAsked,
            ),
          },
          {
            term: said.soft,
            value: said.softOf(formatNumber(String(head.softOpen)), formatNumber(String(head.softExplained))),
          },
          ...(submission.burden === null
            ? []
            : [
                {
                  term: burden.term,
                  value: <BurdenLine locale={locale} burden={submission.burden} />,
                },
              ]),
          {
            term: said.hash,
            value: (
              <>
                <span className="font-mono break-all">{head.contentHash}</span>{' '}
                <span className={isIntact ? 'whitespace-nowrap text-met' : 'font-semibold text-danger'}>
                  <span aria-hidden="true" className="mr-1">
                    {isIntact ? '✓' : '!'}
                  </span>
                  {isIntact ? said.intact : said.broken}
                </span>
              </>
            ),
          },
          {
            term: said.ledger,
            value:
              ledger === null ? (
                said.ledgerNone
              ) : (
                <>
                  {said.ledgerPlace(formatNumber(String(ledger.seq)))}{' '}
                  <span className="font-mono break-all text-muted">{ledger.hash}</span>
                </>
              ),
          },
        ]}
      />
      <figure className="w-36 shrink-0">
        <QrMark code={verify.code} label={said.qr(verify.address)} />
        <figcaption className="mt-1 text-sm text-muted">
          <a href={verify.address} className="print:hidden">
            {verifying.title}
          </a>
          <span className="block">{said.qrText}</span>
        </figcaption>
      </figure>
    </div>
  )
}
