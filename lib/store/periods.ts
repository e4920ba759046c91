import type { Period } from '@/lib/values'
import type { Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

/** The dates of a report, named apart: it opens, it is due, it counts as late afterwards, and (unless null) it is locked. */
export interface ReportingPeriod {
  readonly period: Period
  readonly opensAt: Date
  readonly dueAt: Date
  /** The same as `dueAt` where no days of grace are given. */
  readonly lateAfter: Date
  readonly lockedAfter: Date | null
}

/** All reporting periods, earliest first; the base year's ('2019') before its quarters would come. */
export async function readPeriods(work: Work): Promise<ReportingPeriod[]> {
  const rows = await databaseOf(work).reporting_period.findMany({ orderBy: { period: 'asc' } })
  return rows.map(toPeriod)
}

/** The same as a part of a larger question; each row through `toPeriod`. */
export const periodRows: Part<PeriodRow> = {
  sql: Prisma.sql`SELECT period, opens_at, due_at, late_after, locked_after FROM reporting_period ORDER BY period`,
  moments: [],
}

/** One reporting period; null when there is none of that name. */
export async function readPeriod(work: Work, period: string): Promise<ReportingPeriod | null> {
  const row = await databaseOf(work).reporting_period.findUnique({ where: { period } })
  return row === null ? null : toPeriod(row)
}

/** Adds a reporting period or moves its dates; reason and former dates stay in the audit trail. */
export async function savePeriod(
  work: Work<'reference.configure'>,
  value: ReportingPeriod,
  reason: string,
  before?: ReportingPeriod,
): Promise<void> {
  const dates = {
    opens_at: value.opensAt,
    due_at: value.dueAt,
    // Without days of grace nothing is stored, so that moving the one moves the other.
    late_after: value.lateAfter.getTime() === value.dueAt.getTime() ? null : value.lateAfter,
    locked_after: value.lockedAfter,
  }
  await databaseOf(work).reporting_period.upsert({
    where: { period: value.period },
    create: { period: value.period, ...dates },
    update: dates,
  })
  const told = ({ opensAt, dueAt, lateAfter, lockedAfter }: ReportingPeriod) =>
    [opensAt, dueAt, lateAfter, lockedAfter].map((moment) => moment?.toISOString() ?? '')
  await recordAudit(work, {
    period: value.period,
    dates: told(value),
    ...(before && { datesBefore: told(before) }),
    reason,
  })
}

/** A period as the database keeps it; its dates are texts where it came as JSON. */
export interface PeriodRow {
  readonly period: string
  readonly opens_at: Date | string
  readonly due_at: Date | string
  readonly late_after: Date | string | null
  readonly locked_after: Date | string | null
}

/** What the row says; a period that names no day from which it is late is late once it is due. */
export const toPeriod = (row: PeriodRow): ReportingPeriod => ({
  period: row.period as Period,
  opensAt: new Date(row.opens_at),
  dueAt: new Date(row.due_at),
  lateAfter: new Date(row.late_after ?? row.due_at),
  lockedAfter: row.locked_after === null ? null : new Date(row.locked_after),
})
