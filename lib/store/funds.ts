import type { FundForm } from '@/lib/notice'
import type { FundSource } from '@/lib/rules/plan-task'
import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import { appendLedger, lockLedger } from './ledger'
import type { MonitorReason } from './monitor-reasons'
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

/** What a city received and spent of each source, reversals taken off, and the last reason it gave for a gap to its results. */
export interface CityFunds {
  readonly city: string
  readonly totals: readonly Pick<FundEntry, 'kind' | 'source' | 'yuan'>[]
  readonly reason: MonitorReason | null
}

/** The funds of every city within the permit's reach that has any, in one statement. */
export async function readCityFunds(work: Work): Promise<CityFunds[]> {
  const rows = await databaseOf(work).$queryRaw<
    {
      city: string
      totals: { kind: FundEntry['kind']; source: FundSource; yuan: string }[] | null
      reason: (Omit<MonitorReason, 'saidAt'> & { saidAt: string }) | null
    }[]
  >`
    WITH totals AS (
      SELECT c.code AS city, t.totals FROM city c CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'source', s.source, 'yuan', s.yuan::text)) AS totals
        FROM (SELECT e.kind, e.source, sum(e.yuan) AS yuan FROM fund_entry e WHERE e.city = c.code
              GROUP BY e.kind, e.source) s) t
      WHERE t.totals IS NOT NULL
    ), reasons AS (
      SELECT DISTINCT ON (r.city) r.city, jsonb_build_object('city', r.city, 'seq', r.seq, 'asOf', r.as_of, 'spent', r.spent,
        'achieved', r.achieved, 'reason', r.reason, 'expectedOn', r.expected_on, 'saidByName', r.said_by_name,
        'saidAt', r.said_at) AS reason
      FROM monitor_reason r ORDER BY r.city, r.seq DESC
    )
    SELECT city, totals, reason FROM totals FULL JOIN reasons USING (city) ORDER BY city`
  return rows.map(({ city, totals, reason }) => ({
    city,
    totals: (totals ?? []).map((total) => ({ ...total, yuan: BigInt(total.yuan) })),
    reason: reason && { ...reason, saidAt: new Date(reason.saidAt) },
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
 * Records a payment, or the taking back of one.
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
  const paid = { seq, yuan: yuan.toString(), paidOn, documentNumber }
  await appendLedger(
    work,
    'payment.recorded',
    decision === null && reverses === null ? paid : { ...paid, decision, reverses },
  )
  await recordAudit(work, { seq, yuan: yuan.toString() })
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
  await appendLedger(work, confirmed ? 'payment.confirmed' : 'payment.refused', { seq, reason })
  await recordAudit(work, { seq, confirmed })
}
