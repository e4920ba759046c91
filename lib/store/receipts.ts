import { randomInt } from 'node:crypto'
import type { Period } from '@/lib/values'
import { insertRows } from './insert-rows'
import { databaseOf, type BringingVersion, type Work } from './work'

/** Digits and letters that are not mistaken for one another (Crockford). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TAIL = 10

/**
 * A number for a receipt. Its tail is drawn (50 bits), so that nobody finds a receipt by trying numbers, and does not come
 * from the content, so that nobody can try figures against it.
 */
export function newReceiptNumber(city: string, period: Period, version: number): string {
  const tail = Array.from({ length: TAIL }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
  return `CJ-${city}-${period}-${version}-${tail}`
}

/** What anybody who holds the number may know of a submission: nothing of its figures. */
export interface PublicReceipt {
  readonly period: Period
  readonly version: number
  readonly receiptNumber: string
  /** SHA-256 of the submitted content, hex. */
  readonly contentHash: string
  readonly cellsAsked: number
  readonly cellsAnswered: number
  /** Soft findings that stood unexplained at the submission; null when it was not recorded. */
  readonly findings: number | null
  readonly submittedAt: Date
}

/** Writes the public row of a submission, in its transaction. */
export async function writeReceipt(work: BringingVersion, receipt: PublicReceipt): Promise<void> {
  await insertRows(work, 'version_receipt', [
    {
      city: work.city,
      period: receipt.period,
      version: receipt.version,
      receipt_number: receipt.receiptNumber,
      content_hash: receipt.contentHash,
      cells_asked: receipt.cellsAsked,
      cells_answered: receipt.cellsAnswered,
      findings: receipt.findings,
      submitted_at: receipt.submittedAt,
    },
  ])
}

export interface FoundReceipt extends PublicReceipt {
  readonly city: { readonly nameZh: string; readonly nameEn: string }
  /** The latest version of the same report that was not taken back; this one where there is none. */
  readonly latestVersion: number
  /** When the version after it came; null while it is the latest. */
  readonly supersededAt: Date | null
  /** When the city took this version back; null where it did not. */
  readonly withdrawnAt: Date | null
}

/** The receipt of exactly this number; null when there is none. The database shows no other. */
export async function findReceipt(
  work: Work<'receipt.verify'>,
  number: string,
): Promise<FoundReceipt | null> {
  const database = databaseOf(work)
  await database.$queryRaw`SELECT set_config('app.receipt', ${number}, true)`
  const row = await database.version_receipt.findFirst({ where: { receipt_number: number } })
  if (row === null) return null
  await database.$queryRaw`SELECT set_config('app.receipt_report', ${`${row.city}/${row.period}`}, true)`
  const versions = await database.$queryRaw<{ version: number; at: Date; withdrawn: Date | null }[]>`
    SELECT r.version, r.submitted_at AS at, w.at AS withdrawn FROM version_receipt r
    LEFT JOIN report_event w ON w.city = r.city AND w.period = r.period AND w.version = r.version AND w.kind = 'withdrawn'
    WHERE r.city = ${row.city} AND r.period = ${row.period} ORDER BY r.version`
  const later = versions.filter(({ version, withdrawn }) => version > row.version && withdrawn === null)
  const city = await database.city.findUniqueOrThrow({ where: { code: row.city } })
  return {
    city: { nameZh: city.name_zh, nameEn: city.name_en },
    period: row.period as Period,
    version: row.version,
    receiptNumber: row.receipt_number,
    contentHash: row.content_hash,
    cellsAsked: row.cells_asked,
    cellsAnswered: row.cells_answered,
    findings: row.findings,
    submittedAt: row.submitted_at,
    latestVersion: later.at(-1)?.version ?? row.version,
    supersededAt: later[0]?.at ?? null,
    withdrawnAt: versions.find(({ version }) => version === row.version)?.withdrawn ?? null,
  }
}
