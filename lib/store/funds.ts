import type { FundForm } from '@/lib/notice'
import type { FundSource } from '@/lib/rules/plan-task'
import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import { appendLedger, lockLedger } from './ledger'
import type { MonitorReason } from './monitor-reasons'
import { dateString } from './values'
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
 * Adds entries to the city's ledger, all or none; gives the number of the first.
 * @throws Refusal fundShort when more of a source would be spent than was received, taskUnknown, entryReversed
 */
export async function writeFundEntries(
  work: Work<'funds.record'>,
  entries: readonly NewEntry[],
): Promise<number> {
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
    await appendLedger(work, `fund.${kind}`, {
      ...{ seq, source, yuan, day: on_day, task, reverses },
      by: actor.name,
    })
  await recordAudit(work, { entries: rows.length, first: before + 1 })
  return before + 1
}
