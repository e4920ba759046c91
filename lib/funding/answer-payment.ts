import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { readFundPayments, writePaymentAnswer } from '@/lib/store/funds'
import { begin } from '@/lib/store/work'
import { cleanText, Refusal } from '@/lib/values'

/**
 * A second person confirms a payment or refuses it with a reason.
 * @throws Refusal paymentUnknown, paymentAnswered, reasonMissing
 */
export async function answerPayment(
  permit: Permit<'payment.confirm'>,
  seq: number,
  { confirmed, reason }: { readonly confirmed: boolean; readonly reason: string },
): Promise<void> {
  const said = confirmed && cleanText(reason) === '' ? '' : requireReason(reason)
  await begin(permit, async (work) => {
    const payment = (await readFundPayments(work)).find((each) => each.seq === seq)
    if (payment === undefined) throw new Refusal('paymentUnknown')
    if (payment.answer !== null) throw new Refusal('paymentAnswered')
    await writePaymentAnswer(work, { seq, confirmed, reason: said })
  })
}
