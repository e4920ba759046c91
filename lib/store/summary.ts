import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import type { Status } from './reports'
import { databaseOf, type Work } from './work'

/** One accepted figure as the rules take it. `value` null: the accepted report says there is none yet. */
export interface AcceptedFact {
  readonly indicator: IndicatorCode
  /** The period the figure is of: a quarter, or the base year. */
  readonly period: Period
  readonly value: string | null
  readonly version: number
  /** ISO instant. */
  readonly acceptedAt: string
}

export interface Summary {
  readonly city: string
  readonly period: Period
  readonly status: Status
  readonly version: number
  readonly acceptedVersion: number | null
  readonly cellsAsked: number
  readonly cellsAnswered: number
  readonly facts: readonly AcceptedFact[]
  readonly submittedAt: Date | null
  readonly acceptedAt: Date | null
  readonly changedAt: Date
}

/** What one deed changes of a report's summary; what it does not name stays. */
export interface SummaryChange {
  readonly status: Status
  readonly version: number
  readonly cellsAsked?: number
  readonly cellsAnswered?: number
  readonly acceptedVersion?: number
  readonly submittedAt?: Date
  readonly acceptedAt?: Date
}

/** Keeps the summary row in the transaction of the deed itself. The first one must say how many cells are asked. */
export async function keepSummary(work: Work, period: Period, change: SummaryChange): Promise<void> {
  const data = {
    status: change.status,
    version: change.version,
    cells_asked: change.cellsAsked,
    cells_answered: change.cellsAnswered,
    accepted_version: change.acceptedVersion,
    submitted_at: change.submittedAt,
    accepted_at: change.acceptedAt,
    changed_at: work.now,
  }
  await databaseOf(work).quarter_summary.upsert({
    where: { city_period: { city: work.city, period } },
    create: {
      city: work.city,
      period,
      ...data,
      cells_asked: change.cellsAsked ?? 0,
      cells_answered: change.cellsAnswered ?? 0,
    },
    update: data,
  })
}

/** Replaces the accepted facts of one report. */
export async function keepFacts(work: Work, period: Period, facts: readonly AcceptedFact[]): Promise<void> {
  await databaseOf(work).quarter_summary.update({
    where: { city_period: { city: work.city, period } },
    data: { facts: facts.map((fact) => ({ ...fact })) },
  })
}

/** The summaries within the permit's reach, by city and period: one row per city and period, nothing else. */
export async function readSummaries(work: Work): Promise<Summary[]> {
  const rows = await databaseOf(work).quarter_summary.findMany({
    orderBy: [{ city: 'asc' }, { period: 'asc' }],
  })
  return rows.map((row) => ({
    city: row.city,
    period: row.period as Period,
    status: row.status as Status,
    version: row.version,
    acceptedVersion: row.accepted_version,
    cellsAsked: row.cells_asked,
    cellsAnswered: row.cells_answered,
    facts: row.facts as unknown as AcceptedFact[],
    submittedAt: row.submitted_at,
    acceptedAt: row.accepted_at,
    changedAt: row.changed_at,
  }))
}
