import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { appendLedger, lockLedger } from './ledger'
import { dateOf, dateString } from './values'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** A payment of the ministry to a city, and what the second person said to it. */
export interface FundPayment {
  readonly city: string
  readonly seq: number
  readonly instalment: 1 | 2
  /** Number of the decision on the second instalment; null for the first. */
  readonly decision: number | null
  /** The payment that this one takes back: then its amount is below zero. */
  readonly reverses: number | null
  readonly yuan: bigint
  readonly paidOn: string
  readonly documentNumber: string
  readonly recordedByName: string
  readonly recordedAt: Date
  /** Null while nobody has answered. */
  readonly answer: {
    readonly confirmed: boolean
    readonly reason: string
    readonly byName: string
    readonly at: Date
  } | null
}

/** Every payment within the permit's reach. */
export async function readFundPayments(work: Work): Promise<FundPayment[]> {
  const where = work.city === '' ? {} : { city: work.city }
  const orderBy = [{ city: 'asc' }, { seq: 'asc' }] as const
  const rows = await databaseOf(work).fund_payment.findMany({ where, orderBy: [...orderBy] })
  const answers = await databaseOf(work).fund_payment_answer.findMany({ where })
  return rows.map((row) => {
    const answer = answers.find(({ city, seq }) => city === row.city && seq === row.seq)
    return {
      city: row.city,
      seq: row.seq,
      instalment: row.instalment === 2 ? 2 : 1,
      decision: row.decision,
      reverses: row.reverses,
      yuan: row.yuan,
      paidOn: dateString(row.paid_on),
      documentNumber: row.document_number,
      recordedByName: row.recorded_by_name,
      recordedAt: row.recorded_at,
      answer:
        answer === undefined
          ? null
          : {
              confirmed: answer.confirmed,
              reason: answer.reason,
              byName: answer.answered_by_name,
              at: answer.answered_at,
            },
    }
  })
}

/**
 * Records a payment, or the taking back of one; gives its number.
 * @throws Refusal paymentOver when it would pass what a city receives, paymentUndecided, paymentReversed
 */
export async function writeFundPayment(
  work: Work<'payment.record'>,
  {
    yuan,
    paidOn,
    documentNumber,
    decision,
    reverses,
  }: Pick<FundPayment, 'yuan' | 'paidOn' | 'documentNumber' | 'decision' | 'reverses'>,
): Promise<number> {
  const actor = actorIn(work)
  await lockLedger(work)
  const seq = 1 + (await databaseOf(work).fund_payment.count({ where: { city: work.city } }))
  try {
    await databaseOf(work).fund_payment.createMany({
      data: [
        {
          city: work.city,
          seq,
          instalment: decision === null ? 1 : 2,
          decision,
          reverses,
          yuan,
          paid_on: dateOf(paidOn),
          document_number: documentNumber,
          recorded_by: actor.id,
          recorded_by_name: actor.name,
          recorded_by_role: actor.role,
          recorded_at: work.now,
        },
      ],
    })
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ006') throw new Refusal('paymentOver')
    if (state === 'CJ004') throw new Refusal('paymentUndecided')
    if (state === 'CJ002') throw new Refusal('paymentReversed')
    throw error
  }
  const paid = { seq, yuan: yuan.toString(), paidOn, documentNumber, by: actor.name }
  await appendLedger(
    work,
    'payment.recorded',
    decision === null && reverses === null ? paid : { ...paid, decision, reverses },
  )
  await recordAudit(work, { seq, yuan: yuan.toString() })
  return seq
}

/** Confirms a payment or refuses it. @throws Refusal paymentAnswered, paymentUndecided when its decision was reversed */
export async function writePaymentAnswer(
  work: Work<'payment.confirm'>,
  { seq, confirmed, reason }: { readonly seq: number; readonly confirmed: boolean; readonly reason: string },
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  try {
    await databaseOf(work).fund_payment_answer.createMany({
      data: [
        {
          city: work.city,
          seq,
          confirmed,
          reason,
          answered_by: actor.id,
          answered_by_name: actor.name,
          answered_by_role: actor.role,
          answered_at: work.now,
        },
      ],
    })
  } catch (error) {
    const state = sqlState(error)
    if (state === '23505') throw new Refusal('paymentAnswered')
    if (state === 'CJ004') throw new Refusal('paymentUndecided')
    throw error
  }
  await appendLedger(work, confirmed ? 'payment.confirmed' : 'payment.refused', {
    seq,
    reason,
    by: actor.name,
  })
  await recordAudit(work, { seq, confirmed })
}
