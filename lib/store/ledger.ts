import { canonical, type Canonical } from '@/lib/ledger/canonical'
import { nextEntry, type LedgerEntry } from '@/lib/ledger/chain'
import type { Period } from '@/lib/values'
import { insertRows } from './insert-rows'
import { databaseOf, type Work } from './work'

/**
 * Waits until nothing else is being appended to the city's chain, and holds it until the transaction ends. For those who
 * number their own rows before they append; `appendLedger` does it by itself.
 */
export async function lockLedger(work: Work): Promise<void> {
  await databaseOf(work)
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'ledger ' + work.city}, 0))`
}

/**
 * Appends an entry to the city's chain. The report row or city row locked by the caller does not cover the whole chain,
 * so an advisory lock of the transaction does: two reports of one city may move at the same time.
 */
export async function appendLedger(work: Work, kind: string, body: Canonical): Promise<LedgerEntry> {
  const database = databaseOf(work)
  await lockLedger(work)
  const [last = null] = await database.$queryRaw<
    Pick<LedgerEntry, 'seq' | 'hash'>[]
  >`/* prepared last_entry */
    SELECT seq, hash FROM ledger_entry WHERE city = ${work.city} ORDER BY seq DESC LIMIT 1`
  const entry = nextEntry(last, { city: work.city, kind, at: work.now.toISOString(), body: canonical(body) })
  await insertRows(work, 'ledger_entry', [{ ...entry, at: work.now }])
  return entry
}

/** A city's whole chain, in order. */
export async function readLedger(work: Work): Promise<LedgerEntry[]> {
  const rows = await databaseOf(work).ledger_entry.findMany({
    where: { city: work.city },
    orderBy: { seq: 'asc' },
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Where a step in the life of a report stands in the city's chain. */
export interface LedgerPlace {
  /** The step's own number within its report. */
  readonly step: number
  readonly seq: number
  readonly hash: string
}

/** The places of one report's steps in the city's chain, in order. */
export async function readLedgerPlaces(work: Work, period: Period): Promise<LedgerPlace[]> {
  return databaseOf(work).$queryRaw`
    SELECT (body::jsonb ->> 'seq')::int AS step, seq, hash
    FROM ledger_entry
    WHERE city = ${work.city} AND kind LIKE 'report.%' AND body::jsonb ->> 'period' = ${period}
    ORDER BY seq`
}
