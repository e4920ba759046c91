import type { IndicatorCode } from '@/lib/notice'
import { appendLedger } from './ledger'
import { recordAudit } from './audit'
import { decimalString } from './values'
import { actorIn, databaseOf, type Work } from './work'

/** The base year and span decided for a city (reading R3), with who decided, when and why. */
export interface ProgrammeDecision {
  readonly city: string
  readonly seq: number
  readonly baseYear: number
  readonly intervals: number
  readonly reason: string
  readonly decidedByName: string
  readonly decidedAt: Date
}

/** A city's own target for one indicator: per cent a year for growth, a number for counts (reading R10). */
export interface OwnTarget {
  readonly city: string
  readonly indicator: IndicatorCode
  readonly seq: number
  readonly value: string
  readonly reason: string
  readonly setByName: string
  readonly setAt: Date
}

/** The decision in force for each city within the permit's reach. */
export async function readProgrammes(work: Work): Promise<ProgrammeDecision[]> {
  const rows = await databaseOf(work).programme_decision.findMany({
    distinct: ['city'],
    orderBy: [{ city: 'asc' }, { seq: 'desc' }],
  })
  return rows.map((row) => ({
    city: row.city,
    seq: row.seq,
    baseYear: row.base_year,
    intervals: row.intervals,
    reason: row.reason,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
  }))
}

/** Records a decision on a city's base year and span; earlier ones stay. */
export async function decideProgramme(
  work: Work<'programme.decide'>,
  decision: Pick<ProgrammeDecision, 'baseYear' | 'intervals' | 'reason'>,
): Promise<void> {
  const database = databaseOf(work)
  const last = await database.programme_decision.aggregate({
    where: { city: work.city },
    _max: { seq: true },
  })
  const seq = (last._max.seq ?? 0) + 1
  await database.programme_decision.createMany({
    data: [
      {
        city: work.city,
        seq,
        base_year: decision.baseYear,
        intervals: decision.intervals,
        reason: decision.reason,
        decided_by_name: actorIn(work).name,
        decided_at: work.now,
      },
    ],
  })
  await appendLedger(work, 'programme.decided', { seq, ...decision })
  await recordAudit(work, { seq, baseYear: decision.baseYear, intervals: decision.intervals })
}

/** Every own target ever set within the permit's reach, oldest first: the last of each indicator is in force. */
export async function readTargets(work: Work): Promise<OwnTarget[]> {
  const rows = await databaseOf(work).own_target.findMany({
    orderBy: [{ city: 'asc' }, { indicator: 'asc' }, { seq: 'asc' }],
  })
  return rows.map((row) => ({
    city: row.city,
    indicator: row.indicator as IndicatorCode,
    seq: row.seq,
    value: decimalString(row.value),
    reason: row.reason,
    setByName: row.set_by_name,
    setAt: row.set_at,
  }))
}

/** Records an own target; earlier ones stay. The use-case has compared it with the notice's floor. */
export async function writeTarget(
  work: Work<'target.set'>,
  target: Pick<OwnTarget, 'indicator' | 'value' | 'reason'>,
): Promise<void> {
  const database = databaseOf(work)
  const { indicator, value, reason } = target
  const last = await database.own_target.aggregate({
    where: { city: work.city, indicator },
    _max: { seq: true },
  })
  const seq = (last._max.seq ?? 0) + 1
  const actor = actorIn(work)
  await database.own_target.createMany({
    data: [
      {
        city: work.city,
        indicator,
        seq,
        value,
        reason,
        set_by: actor.id,
        set_by_name: actor.name,
        set_at: work.now,
      },
    ],
  })
  await appendLedger(work, 'target.set', { seq, indicator, value, reason })
  await recordAudit(work, { indicator, seq, value })
}
