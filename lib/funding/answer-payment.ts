import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { confirmationObjection } from '@/lib/rules/exposure'
import { readFundPayments, writePaymentAnswer } from '@/lib/store/payments'
import { readInstalments } from '@/lib/store/instalments'
import { lockLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { instalmentFact, paymentFact } from '@/lib/review/instalment-facts'

/**
 * A second person confirms a payment or refuses it with a reason.
 * @throws Refusal paymentUnknown, paymentAnswered, paymentUndecided, reasonMissing
 */
export async function answerPayment(
  permit: Permit<'payment.confirm'>,
  seq: number,
  { confirmed, reason }: { readonly confirmed: boolean; readonly reason: string },
): Promise<void> {
  const said = requireReason(reason, !confirmed)
  await begin(permit, async (work) => {
    await lockLedger(work)
    const payment = (await readFundPayments(work)).find((each) => each.seq === seq)
    if (payment === undefined) throw new Refusal('paymentUnknown')
    if (payment.answer !== null) throw new Refusal('paymentAnswered')
    const decisions = confirmed ? (await readInstalments(work)).map(instalmentFact) : []
    const objection = confirmed ? confirmationObjection(paymentFact(payment), decisions) : null
    if (objection !== null) throw new Refusal(objection)
    await writePaymentAnswer(work, { seq, confirmed, reason: said })
    if (!confirmed) await tellAtOnce(work, { of: 'payment', payment: { seq, step: 'refused' } })
  })
}
