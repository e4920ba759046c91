import type { Permit } from '@/lib/access/authorize'
import { readYuan } from '@/lib/planning/read-task'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { paymentObjection, recoveryObjection } from '@/lib/rules/exposure'
import { readFundPayments, writeFundPayment } from '@/lib/store/payments'
import { readInstalments } from '@/lib/store/instalments'
import { lockLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { cleanLine, dayOf, isDay, Refusal } from '@/lib/values'
import { instalmentFact, paymentFact } from '@/lib/review/instalment-facts'

/**
 * Records what the ministry paid to a city: of the first instalment, or by a decision on the second. It counts once another
 * person has confirmed it. Gives its number.
 * @throws Refusal yuanWrong, dateWrong, paymentDocumentMissing, paymentOver, paymentUndecided
 */
export async function recordPayment(
  permit: Permit<'payment.record'>,
  text: {
    readonly yuan: string
    readonly day: string
    readonly documentNumber: string
    readonly decision?: number | null
  },
): Promise<number> {
  const yuan = readYuan(text.yuan)
  if (yuan === undefined || yuan === null || yuan === 0n)
    throw new Refusal('yuanWrong', { got: text.yuan.slice(0, 60) })
  const documentNumber = requireDocument(text.documentNumber)
  const decision = text.decision ?? null
  return begin(permit, async (work) => {
    requireDay(text.day, work.now)
    await lockLedger(work)
    const payments = (await readFundPayments(work)).map(paymentFact)
    const decisions = (await readInstalments(work)).map(instalmentFact)
    const objection = paymentObjection(yuan, decision, payments, decisions)
    if (objection !== null) throw new Refusal(objection)
    const seq = await writeFundPayment(work, {
      yuan,
      paidOn: text.day,
      documentNumber,
      decision,
      reverses: null,
    })
    await tellAtOnce(work, { of: 'payment', payment: { seq, step: 'recorded' } })
    return seq
  })
}

/**
 * Records that a payment was taken back, as a whole; it counts once another person has confirmed it. Gives its number.
 * @throws Refusal dateWrong, paymentDocumentMissing, paymentUnknown, paymentReversed
 */
export async function recordRecovery(
  permit: Permit<'payment.record'>,
  seq: number,
  text: { readonly day: string; readonly documentNumber: string },
): Promise<number> {
  const documentNumber = requireDocument(text.documentNumber)
  return begin(permit, async (work) => {
    requireDay(text.day, work.now)
    await lockLedger(work)
    const payments = await readFundPayments(work)
    const payment = payments.find((each) => each.seq === seq)
    if (payment === undefined) throw new Refusal('paymentUnknown')
    const objection = recoveryObjection(seq, payments.map(paymentFact))
    if (objection !== null) throw new Refusal(objection)
    const { decision, yuan } = payment
    const number = await writeFundPayment(work, {
      yuan: -yuan,
      paidOn: text.day,
      documentNumber,
      decision,
      reverses: seq,
    })
    await tellAtOnce(work, { of: 'payment', payment: { seq: number, step: 'recorded' } })
    return number
  })
}

function requireDocument(text: string): string {
  const documentNumber = cleanLine(text)
  if (documentNumber === '') throw new Refusal('paymentDocumentMissing')
  return documentNumber
}

function requireDay(day: string, now: Date): void {
  if (!isDay(day) || day > dayOf(now))
    throw new Refusal('dateWrong', { got: day.slice(0, 60), latest: dayOf(now) })
}
