import type { Part } from './ask-together'
import { prisma } from './client'
import { Prisma } from './generated/client'

/** How often something changed of a province that pages about many cities show; the same number means the same rows. */
export interface ProvinceChange {
  readonly province: string
  readonly changes: number
}

/** The numbers of the provinces within the permit's reach: the database tells nobody of others. */
export const provinceChanges: Part<ProvinceChange> = {
  sql: Prisma.sql`SELECT province, changes FROM province_counter ORDER BY province`,
  moments: [],
}

interface Kept {
  readonly changes: number | string
  readonly rows: readonly unknown[]
}

/** By client and name; a nation's provinces as of a few quarters fit. */
const kept = new WeakMap<object, Map<string, Kept>>()
const MOST_KEPT = 200

/**
 * Rows of many cities under a name that says all they depend on, province by province: those of provinces of which something
 * changed since they were read are read anew, all others are in this process. `read` may not write in its transaction.
 */
export async function keptByProvince<R extends { readonly province: string }>(
  name: string,
  provinces: readonly ProvinceChange[],
  read: (stale: readonly string[]) => Promise<readonly R[]>,
  order: (a: R, b: R) => number,
): Promise<readonly R[]> {
  const client = prisma()
  const all = kept.get(client) ?? new Map<string, Kept>()
  kept.set(client, all)
  const keyOf = (province: string) => `${province} ${name}`
  const stale = provinces.filter(({ province, changes }) => all.get(keyOf(province))?.changes !== changes)
  const fresh = await read(stale.map(({ province }) => province))
  for (const { province, changes } of stale) {
    all.delete(keyOf(province))
    all.set(keyOf(province), { changes, rows: fresh.filter((row) => row.province === province) })
  }
  // All of them in their order are kept as well, for those who see the same provinces.
  const together = `all of ${keyOf(provinces.map(({ province }) => province).join())}`
  const changes = provinces.map((each) => each.changes).join()
  const before = all.get(together)
  const rows =
    before?.changes === changes
      ? (before.rows as readonly R[])
      : provinces
          .flatMap(({ province }) => (all.get(keyOf(province))?.rows ?? []) as readonly R[])
          .sort(order)
  all.delete(together)
  all.set(together, { changes, rows })
  for (const key of all.keys()) {
    if (all.size <= MOST_KEPT) break
    all.delete(key)
  }
  return rows
}
