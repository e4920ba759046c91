import type { Period } from '@/lib/values'
import { recordAudit } from './audit'
import { databaseOf, type Work } from './work'

/** The three dates of a report, named apart: it opens, it is due, and (unless null) it is locked. */
export interface ReportingPeriod {
  readonly period: Period
  readonly opensAt: Date
  readonly dueAt: Date
  readonly lockedAfter: Date | null
}

/** All reporting periods, earliest first; the base year's ('2019') before its quarters would come. */
export async function readPeriods(work: Work): Promise<ReportingPeriod[]> {
  const rows = await databaseOf(work).reporting_period.findMany({ orderBy: { period: 'asc' } })
  return rows.map(toPeriod)
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
  const dates = { opens_at: value.opensAt, due_at: value.dueAt, locked_after: value.lockedAfter }
  await databaseOf(work).reporting_period.upsert({
    where: { period: value.period },
    create: { period: value.period, ...dates },
    update: dates,
  })
  const told = ({ opensAt, dueAt, lockedAfter }: ReportingPeriod) =>
    [opensAt, dueAt, lockedAfter].map((moment) => moment?.toISOString() ?? '')
  await recordAudit(work, {
    period: value.period,
    dates: told(value),
    ...(before && { datesBefore: told(before) }),
    reason,
  })
}

const toPeriod = (row: {
  period: string
  opens_at: Date
  due_at: Date
  locked_after: Date | null
}): ReportingPeriod => ({
  period: row.period as Period,
  opensAt: row.opens_at,
  dueAt: row.due_at,
  lockedAfter: row.locked_after,
})
