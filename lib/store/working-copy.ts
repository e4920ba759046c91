import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { auditRow, type AuditDetail } from './audit'
import { cellOf, cellsSql, type Cell, type CellRow, type CellWrite } from './cells'
import { Prisma } from './generated/client'
import { insertSql } from './insert-rows'
import { readPeriod, type ReportingPeriod } from './periods'
import { lockReport, type ReportEvent } from './reports'
import { summarySql, type SummaryChange } from './summary'
import { databaseOf, type Work } from './work'

/**
 * Saving is what happens most, and mostly waits for the database: the working copy is locked, read and written in one
 * statement each.
 */
export interface WorkingCopy {
  readonly events: readonly ReportEvent[]
  readonly cells: readonly Cell[]
  /** How many rows its registers bring, by result; results without rows are not named. */
  readonly rowCounts: ReadonlyMap<IndicatorCode, number>
}

/** Locks a report until the end of the transaction, beginning it where need be; its dates, or null without such a period. */
export async function lockWorkingCopy(work: Work, period: Period): Promise<ReportingPeriod | null> {
  const [window] = await databaseOf(work).$queryRaw<ReportingPeriod[]>`/* prepared lock */
    SELECT p.period, p.opens_at AS "opensAt", p.due_at AS "dueAt",
           coalesce(p.late_after, p.due_at) AS "lateAfter", p.locked_after AS "lockedAfter"
    FROM report r JOIN reporting_period p ON p.period = r.period
    WHERE r.city = ${work.city} AND r.period = ${period} FOR UPDATE OF r`
  if (window !== undefined) return window
  await lockReport(work, period)
  return readPeriod(work, period)
}

// A figure crosses as text and an instant as JSON writes it.
type Sent<T> = { readonly [K in keyof T]: T[K] extends Date ? string : T[K] }
interface SentCopy {
  readonly events: readonly Sent<ReportEvent>[]
  readonly cells: readonly (Omit<Sent<CellRow>, 'value' | 'expected_on'> & {
    readonly value: string | null
    readonly expected_on: string | null
  })[]
  readonly counts: Readonly<Partial<Record<IndicatorCode, number>>>
}

/** The working copy of a report whose lock the caller holds. */
export async function readWorkingCopy(work: Work, period: Period): Promise<WorkingCopy> {
  const [copy] = await databaseOf(work).$queryRaw<SentCopy[]>`/* prepared read */
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'kind', e.kind, 'from', e.from_status, 'to', e.to_status,
          'version', e.version, 'contentHash', e.content_hash, 'reason', e.reason, 'actorId', e.actor, 'actorName', e.actor_name,
          'actorRole', e.actor_role, 'at', e.at, 'returned',
          (SELECT coalesce(jsonb_agg(jsonb_build_object('indicator', f.indicator, 'reason', f.reason) ORDER BY f.indicator), '[]')
           FROM returned_figure f WHERE f.city = e.city AND f.period = e.period AND f.seq = e.seq)) ORDER BY e.seq), '[]')
       FROM report_event e WHERE e.city = ${work.city} AND e.period = ${period}) AS events,
      (SELECT coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('value', c.value::text) ORDER BY c.indicator, c.part), '[]')
       FROM report_cell c WHERE c.city = ${work.city} AND c.period = ${period}) AS cells,
      (SELECT coalesce(jsonb_object_agg(r.indicator, r.count), '{}') FROM (
         SELECT indicator, count(*) FROM register_row
         WHERE city = ${work.city} AND period = ${period} AND NOT removed GROUP BY indicator) r) AS counts`
  if (copy === undefined) throw new Error('the database gave no working copy')
  return {
    events: copy.events.map((event) => ({ ...event, at: new Date(event.at) })),
    cells: copy.cells.map((row) =>
      cellOf({
        ...row,
        value: row.value === null ? null : new Prisma.Decimal(row.value),
        expected_on: row.expected_on === null ? null : new Date(`${row.expected_on}T00:00:00Z`),
        changed_at: new Date(row.changed_at),
      }),
    ),
    rowCounts: new Map(Object.entries(copy.counts) as [IndicatorCode, number][]),
  }
}

/** What a save writes: cells (at least one) with their history, the summary row, and the audit row. */
export async function writeWorkingCopy(
  work: Work<'report.prepare'>,
  period: Period,
  cells: readonly CellWrite[],
  summary: SummaryChange,
  audit: AuditDetail,
): Promise<void> {
  await databaseOf(work).$executeRaw`/* prepared write */
    WITH ${cellsSql(work, period, summary.version, cells)},
    audited AS (${insertSql('audit_event', [auditRow(work, audit)])})
    ${summarySql(work, period, summary)}`
}
