import { recordAudit } from './audit'
import { actorIn, databaseOf, type Work } from './work'

/** How much a city may keep in files, as it was set once. */
export interface CityQuota {
  readonly mib: number
  readonly reason: string
  readonly setByName: string
  readonly setAt: Date
}

/** Every setting for the permit's city, the latest first; none where the environment's default holds. */
export async function readQuotas(work: Work): Promise<CityQuota[]> {
  const rows = await databaseOf(work).city_quota.findMany({
    where: { city: work.city },
    orderBy: { seq: 'desc' },
  })
  return rows.map((row) => ({
    mib: row.mib,
    reason: row.reason,
    setByName: row.set_by_name,
    setAt: row.set_at,
  }))
}

/** Sets it from now on; the former settings stay. The caller holds the lock of the city's files. */
export async function writeQuota(
  work: Work<'storage.configure'>,
  { mib, reason }: Pick<CityQuota, 'mib' | 'reason'>,
): Promise<void> {
  const actor = actorIn(work)
  const database = databaseOf(work)
  const { _max } = await database.city_quota.aggregate({ _max: { seq: true }, where: { city: work.city } })
  await database.city_quota.createMany({
    data: [
      {
        city: work.city,
        seq: (_max.seq ?? 0) + 1,
        mib,
        reason,
        set_by: actor.id,
        set_by_name: actor.name,
        set_at: work.now,
      },
    ],
  })
  await recordAudit(work, { quotaMib: mib, reason })
}
