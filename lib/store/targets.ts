import type { IndicatorCode } from '@/lib/notice'
import { appendLedger, lockLedger } from './ledger'
import { recordAudit } from './audit'
import { decimalString } from './values'
import { actorIn, databaseOf, type Work } from './work'

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
  await lockLedger(work)
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
  // The trail says that a target was set; the figure itself is not for administrators.
  await recordAudit(work, { indicator, seq })
}
