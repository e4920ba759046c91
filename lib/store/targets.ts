import type { IndicatorCode } from '@/lib/notice'
import { Refusal } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import { appendLedger, lockLedger } from './ledger'
import { recordAudit } from './audit'
import type { TargetRequest } from './target-requests'
import { actorIn, databaseOf, sqlState, type Work } from './work'

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
export function readTargets(work: Work): Promise<OwnTarget[]> {
  return askAlone(work, targetRows(work))
}

/** The same as a part of a larger question. */
export const targetRows = ({ city }: Work): Part<OwnTarget> => ({
  sql: Prisma.sql`
    SELECT city, indicator, seq, trim_scale(value)::text AS value, reason, set_by_name AS "setByName", set_at AS "setAt"
    FROM own_target ${city === '' ? Prisma.empty : Prisma.sql`WHERE city = ${city}`} ORDER BY city, indicator, seq`,
  moments: ['setAt'],
})

/**
 * Records the first own target of a result. The use-case has compared it with the notice's floor.
 * @throws Refusal targetNeedsRequest when another came first
 */
export async function writeTarget(
  work: Work<'target.set'>,
  target: Pick<OwnTarget, 'indicator' | 'value' | 'reason'>,
): Promise<void> {
  const { id, name } = actorIn(work)
  await lockLedger(work)
  await insertTarget(work, { ...target, seq: 1, set_by: id, set_by_name: name })
  await appendLedger(work, 'target.set', { seq: 1, ...target })
  // The trail says that a target was set; the figure itself is not for administrators.
  await recordAudit(work, { indicator: target.indicator, seq: 1 })
}

/** Records a target that was granted, as set by who asked for it. The caller holds the ledger's lock. */
export async function writeGrantedTarget(
  work: Work<'target.set' | 'target.decide'>,
  request: Pick<TargetRequest, 'indicator' | 'to' | 'reason' | 'requestedBy' | 'requestedByName'>,
): Promise<void> {
  const { indicator, to: value, reason, requestedBy, requestedByName } = request
  const seq = 1 + (await databaseOf(work).own_target.count({ where: { city: work.city, indicator } }))
  await insertTarget(work, {
    indicator,
    value,
    reason,
    seq,
    set_by: requestedBy,
    set_by_name: requestedByName,
  })
  await appendLedger(work, 'target.set', { seq, indicator, value, reason })
}

async function insertTarget(
  work: Work,
  row: Pick<OwnTarget, 'indicator' | 'value' | 'reason' | 'seq'> & { set_by: string; set_by_name: string },
): Promise<void> {
  try {
    await databaseOf(work).own_target.createMany({ data: [{ city: work.city, ...row, set_at: work.now }] })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('targetNeedsRequest')
    throw error
  }
}
