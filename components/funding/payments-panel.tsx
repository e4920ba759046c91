import { yuan } from '@/components/plan/plan-rows'
import { Badge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { Disclosure } from '@/components/ui/disclosure'
import { KeyFigure } from '@/components/ui/key-figure'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, formatDay, words } from '@/lib/i18n'
import type { FundsPage } from '@/lib/funding/read-funds'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { AnswerPayment, PaymentForm, RecoveryForm } from './payment-forms'

/** What the ministry paid and whether the city received it; recorded by one person, confirmed by another. */
export function PaymentsPanel({
  page: { payments, payable, reconciled, city },
  record,
  recover,
  answer,
  answered,
  locale,
}: {
  page: FundsPage
  /** Null for those who do not record, and do not confirm. */
  record: FormAction | null
  recover: FormAction | null
  answer: FormAction | null
  /** Number of the payment that was just answered, as the address says it. */
  answered: string | null
  locale: Locale
}) {
  const { funds } = words(locale)
  const said = funds.payments
  const agrees = reconciled.difference === 0n
  const told = payments.find(({ seq, answer: given }) => String(seq) === answered && given !== null)
  return (
    <Panel id="payments" title={said.title}>
      {told !== undefined && (
        <Banner tone="done" live>
          {said.answered(
            String(told.seq),
            said.state[told.answer?.confirmed === true ? 'confirmed' : 'refused'],
          )}
        </Banner>
      )}
      {payments.length === 0 && <p className="mb-2 text-muted">{said.none}</p>}
      <div className="mb-2 flex flex-wrap gap-x-8 gap-y-2">
        <KeyFigure label={said.paid} value={yuan(reconciled.paid)} unit={funds.yuan} />
        <KeyFigure label={said.received} value={yuan(reconciled.received)} unit={funds.yuan} />
        <KeyFigure
          label={said.difference}
          value={yuan(reconciled.difference)}
          unit={funds.yuan}
          note={<Badge tone={agrees ? 'good' : 'attention'}>{agrees ? said.agrees : said.differs}</Badge>}
        />
      </div>
      <ul>
        {payments.map(
          ({
            seq,
            yuan: amount,
            decision,
            reverses,
            paidOn,
            documentNumber,
            recordedByName,
            recordedAt,
            answer: told,
          }) => {
            const state = told === null ? 'pending' : told.confirmed ? 'confirmed' : 'refused'
            return (
              <li key={seq} className="border-b border-line py-1 last:border-b-0">
                {said.numberOf(String(seq))} <span className="figure">{yuan(amount)}</span> {funds.yuan} ·{' '}
                {formatDay(locale, paidOn)} · {documentNumber}{' '}
                {decision !== null && <Badge tone="accent">{said.second}</Badge>}{' '}
                {reverses !== null && <Badge tone="attention">{said.takesBack(String(reverses))}</Badge>}{' '}
                <Badge tone={state === 'confirmed' ? 'good' : state === 'refused' ? 'danger' : 'attention'}>
                  {said.state[state]}
                </Badge>
                <span className="block text-sm text-muted">
                  {said.recordedBy} {funds.by(recordedByName, formatDateTime(locale, recordedAt))}
                  {told !== null && (
                    <>
                      {' '}
                      · {said.state[state]} {funds.by(told.byName, formatDateTime(locale, told.at))}{' '}
                      {told.reason}
                    </>
                  )}
                </span>
                {told === null && answer !== null && (
                  <AnswerPayment action={answer} city={city.code} seq={seq} />
                )}
              </li>
            )
          },
        )}
      </ul>
      {record !== null && (
        <Disclosure summary={said.record} className="mt-2 print:hidden">
          <p className="mb-2 text-muted">
            {said.recordLead} {payable === 0n ? said.nothingPayable : said.payable(yuan(payable))}
          </p>
          <PaymentForm action={record} city={city.code} />
        </Disclosure>
      )}
      {recover !== null && payments.length > 0 && (
        <Disclosure summary={said.recover} className="mt-2 print:hidden">
          <p className="mb-2 text-muted">{said.recoverLead}</p>
          <RecoveryForm action={recover} city={city.code} />
        </Disclosure>
      )}
    </Panel>
  )
}
