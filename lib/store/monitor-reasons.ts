import type { Quarter } from '@/lib/values'
import { recordAudit } from './audit'
import { lockLedger } from './ledger'
import { dateOf, dateString } from './values'
import { actorIn, databaseOf, type Work } from './work'

/** Why a city's money and results are apart, said by the city. */
export interface MonitorReason {
  readonly city: string
  readonly seq: number
  readonly asOf: Quarter
  /** As shown when it was said: exact ratios; '' where there was none. */
  readonly spent: string
  readonly achieved: string
  readonly reason: string
  /** The day by which it will have changed. */
  readonly expectedOn: string
  readonly saidByName: string
  readonly saidAt: Date
}

/** Every reason given within the permit's reach, oldest first. */
export async function readMonitorReasons(work: Work): Promise<MonitorReason[]> {
  const rows = await databaseOf(work).monitor_reason.findMany({
    where: work.city === '' ? {} : { city: work.city },
    orderBy: [{ city: 'asc' }, { seq: 'asc' }],
  })
  return rows.map((row) => ({
    city: row.city,
    seq: row.seq,
    asOf: row.as_of as Quarter,
    spent: row.spent,
    achieved: row.achieved,
    reason: row.reason,
    expectedOn: dateString(row.expected_on),
    saidByName: row.said_by_name,
    saidAt: row.said_at,
  }))
}

/** Adds a reason; earlier ones stay. */
export async function writeMonitorReason(
  work: Work<'monitor.explain'>,
  {
    asOf,
    spent,
    achieved,
    reason,
    expectedOn,
  }: Omit<MonitorReason, 'city' | 'seq' | 'saidByName' | 'saidAt'>,
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  const seq = 1 + (await databaseOf(work).monitor_reason.count({ where: { city: work.city } }))
  await databaseOf(work).monitor_reason.createMany({
    data: [
      {
        city: work.city,
        seq,
        as_of: asOf,
        spent,
        achieved,
        reason,
        expected_on: dateOf(expectedOn),
        said_by: actor.id,
        said_by_name: actor.name,
        said_at: work.now,
      },
    ],
  })
  await recordAudit(work, { asOf, expectedOn })
}
