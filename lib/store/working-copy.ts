import type { Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { auditRow, type AuditDetail } from './audit'
import { cellOf, cellsSql, type Cell, type CellRow, type CellWrite } from './cells'
import { Prisma } from './generated/client'
import { insertSql } from './insert-rows'
import { readPeriod, type ReportingPeriod } from './periods'
import { lockReport, type ReportEvent } from './reports'
import { summarySql, type SummaryChange } from './summary'
import { begin, beginBriefly, databaseOf, execute, type Work } from './work'

/** A report as it is locked for editing, until the end of the transaction. */
export interface WorkingCopy {
  /** Its dates; null of a period that there is not. */
  readonly window: ReportingPeriod | null
  readonly events: readonly ReportEvent[]
  readonly cells: readonly Cell[]
  /** How many rows its registers bring, by result; results without rows are not named. */
  readonly rowCounts: ReadonlyMap<IndicatorCode, number>
}

// A figure crosses as text and an instant as JSON writes it.
type Sent<T> = { readonly [K in keyof T]: T[K] extends Date ? string : T[K] }
interface SentCopy {
  readonly opens_at: Date
  readonly due_at: Date
  readonly late_after: Date
  readonly locked_after: Date | null
  readonly events: readonly Sent<ReportEvent>[]
  readonly cells: readonly (Omit<Sent<CellRow>, 'value' | 'expected_on'> & {
    readonly value: string | null
    readonly expected_on: string | null
  })[]
  readonly counts: Readonly<Partial<Record<IndicatorCode, number>>>
}

/**
 * Begins a unit of work on the working copy of a report, locked and read. Saving is what happens most, and mostly waits for
 * the database: it is asked once before it writes, and once to write.
 */
export async function beginWithCopy<T>(
  permit: Permit<'report.prepare'>,
  period: Period,
  /** Whether the task needs no more than this copy: it then writes by `writeWorkingCopy` and asks for nothing else. */
  suffices: (copy: WorkingCopy, now: Date) => boolean,
  task: (work: Work<'report.prepare'>, copy: WorkingCopy) => Promise<T>,
): Promise<T> {
  const done = await beginBriefly(
    permit,
    ({ scope, city, province }, account) => Prisma.sql`/* prepared open */
      SELECT * FROM open_working_copy(${scope}, ${city}, ${province}, ${account}, ${period})`,
    async (work, found: (SentCopy | NoCopy) & { readonly now: Date }) => {
      const copy = found.opens_at === null ? null : copyOf(period, found)
      return copy !== null && suffices(copy, found.now) ? { result: await task(work, copy) } : null
    },
  )
  return done === null
    ? begin(permit, async (work) => task(work, await readWorkingCopy(work, period)))
    : done.result
}

interface NoCopy {
  readonly opens_at: null
}

/** Locks a report within a unit of work, beginning it where need be, and reads its working copy. */
export async function readWorkingCopy(work: Work, period: Period): Promise<WorkingCopy> {
  const lock = async (): Promise<SentCopy | undefined> => {
    const [found] = await databaseOf(work).$queryRaw<SentCopy[]>`/* prepared lock */
      SELECT * FROM lock_working_copy(${work.city}, ${period})`
    return found
  }
  let found = await lock()
  if (found === undefined) {
    await lockReport(work, period)
    found = await lock()
  }
  return found === undefined
    ? { window: await readPeriod(work, period), events: [], cells: [], rowCounts: new Map() }
    : copyOf(period, found)
}

const copyOf = (period: Period, sent: SentCopy): WorkingCopy => ({
  window: {
    period,
    opensAt: sent.opens_at,
    dueAt: sent.due_at,
    lateAfter: sent.late_after,
    lockedAfter: sent.locked_after,
  },
  events: sent.events.map((event) => ({ ...event, at: new Date(event.at) })),
  cells: sent.cells.map((row) =>
    cellOf({
      ...row,
      value: row.value === null ? null : new Prisma.Decimal(row.value),
      expected_on: row.expected_on === null ? null : new Date(`${row.expected_on}T00:00:00Z`),
      changed_at: new Date(row.changed_at),
    }),
  ),
  rowCounts: new Map(Object.entries(sent.counts) as [IndicatorCode, number][]),
})

/** What a save writes: cells (at least one) with their history, the summary row, and the audit row. */
export async function writeWorkingCopy(
  work: Work<'report.prepare'>,
  period: Period,
  cells: readonly CellWrite[],
  summary: SummaryChange,
  audit: AuditDetail,
): Promise<void> {
  await execute(
    work,
    Prisma.sql`/* prepared write */
    WITH ${cellsSql(work, period, summary.version, cells)},
    audited AS (${insertSql('audit_event', [auditRow(work, audit)])})
    ${summarySql(work, period, summary)}`,
  )
}
