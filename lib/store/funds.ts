import type { FundForm } from '@/lib/notice'
import type { FundSource } from '@/lib/rules/plan-task'
import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import { appendLedger, lockLedger } from './ledger'
import { dateOf, dateString } from './values'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** One entry of a city's ledger of money. */
export interface FundEntry {
  readonly city: string
  readonly seq: number
  readonly kind: 'receipt' | 'spending'
  readonly source: FundSource
  /** Whole yuan; below zero where it takes back an earlier entry. */
  readonly yuan: bigint
  /** `2021-03-01` */
  readonly onDay: string
  /** Number of the task; null for a receipt. */
  readonly task: string | null
  readonly form: FundForm | null
  readonly purpose: string
  readonly payee: string
  readonly document: string
  /** The entry that this one takes back. */
  readonly reverses: number | null
  readonly recordedByName: string
  readonly recordedAt: Date
}

export type NewEntry = Omit<FundEntry, 'city' | 'seq' | 'recordedByName' | 'recordedAt'>

/** Every entry within the permit's reach, in the order they were made. */
export async function readFundEntries(work: Work): Promise<FundEntry[]> {
  const rows = await databaseOf(work).fund_entry.findMany({
    where: work.city === '' ? {} : { city: work.city },
    orderBy: [{ city: 'asc' }, { seq: 'asc' }],
  })
  return rows.map((row) => ({
    city: row.city,
    seq: row.seq,
    kind: row.kind as FundEntry['kind'],
    source: row.source as FundSource,
    yuan: row.yuan,
    onDay: dateString(row.on_day),
    task: row.task,
    form: row.form as FundForm | null,
    purpose: row.purpose,
    payee: row.payee,
    document: row.document,
    reverses: row.reverses,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }))
}

/** What each city within the permit's reach received and spent of each source: reversals taken off. */
export async function readFundTotals(
  work: Work,
): Promise<Pick<FundEntry, 'city' | 'kind' | 'source' | 'yuan'>[]> {
  const rows = await databaseOf(work).fund_entry.groupBy({
    by: ['city', 'kind', 'source'],
    where: work.city === '' ? {} : { city: work.city },
    _sum: { yuan: true },
  })
  return rows.map(({ city, kind, source, _sum }) => ({
    city,
    kind: kind as FundEntry['kind'],
    source: source as FundSource,
    yuan: _sum.yuan ?? 0n,
  }))
}

/**
 * Adds entries to the city's ledger, all or none.
 * @throws Refusal fundShort when more of a source would be spent than was received, taskUnknown, entryReversed
 */
export async function writeFundEntries(
  work: Work<'funds.record'>,
  entries: readonly NewEntry[],
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  const before = await databaseOf(work).fund_entry.count({ where: { city: work.city } })
  const rows = entries.map(({ yuan, onDay, ...entry }, i) => ({
    city: work.city,
    seq: before + 1 + i,
    kind: entry.kind,
    source: entry.source,
    yuan: yuan.toString(),
    on_day: onDay,
    task: entry.task,
    form: entry.form,
    purpose: entry.purpose,
    payee: entry.payee,
    document: entry.document,
    reverses: entry.reverses,
    recorded_by: actor.id,
    recorded_by_name: actor.name,
    recorded_at: work.now,
  }))
  try {
    await insertRows(work, 'fund_entry', rows as never)
    await databaseOf(work).$executeRaw`SET CONSTRAINTS fund_entry_balance IMMEDIATE`
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ006') throw new Refusal('fundShort')
    if (state === 'CJ004') throw new Refusal('taskUnknown', { task: entries[0]?.task ?? '' })
    if (state === 'CJ002' || state === '23505') throw new Refusal('entryReversed')
    throw error
  }
  for (const { seq, kind, source, yuan, on_day, task, reverses } of rows)
    await appendLedger(work, `fund.${kind}`, { seq, source, yuan, day: on_day, task, reverses })
  await recordAudit(work, { entries: rows.length, first: before + 1 })
}

/** A payment of the ministry to a city, and what the second person said to it. */
export interface FundPayment {
  readonly city: string
  readonly seq: number
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

/** Records a payment. @throws Refusal paymentOver when it would pass the first instalment */
export async function writeFundPayment(
  work: Work<'payment.record'>,
  { yuan, paidOn, documentNumber }: Pick<FundPayment, 'yuan' | 'paidOn' | 'documentNumber'>,
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  const seq = 1 + (await databaseOf(work).fund_payment.count({ where: { city: work.city } }))
  try {
    await databaseOf(work).fund_payment.createMany({
      data: [
        {
          city: work.city,
          seq,
          instalment: 1,
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
    if (sqlState(error) === 'CJ006') throw new Refusal('paymentOver')
    throw error
  }
  await appendLedger(work, 'payment.recorded', { seq, yuan: yuan.toString(), paidOn, documentNumber })
  await recordAudit(work, { seq, yuan: yuan.toString() })
}

/** Confirms a payment or refuses it. @throws Refusal paymentAnswered */
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
    if (sqlState(error) === '23505') throw new Refusal('paymentAnswered')
    throw error
  }
  await appendLedger(work, confirmed ? 'payment.confirmed' : 'payment.refused', { seq, reason })
  await recordAudit(work, { seq, confirmed })
}
