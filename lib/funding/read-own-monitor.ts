import type { Permit } from '@/lib/access/authorize'
import { readCityPage } from '@/lib/review/read-city'
import type { DualStanding } from '@/lib/rules/dual-monitor'
import type { Quarter } from '@/lib/values'

/** One city's money beside its results; null while no quarter has opened. */
export async function readOwnMonitor(
  permit: Permit<'city.read'>,
): Promise<{ readonly standing: DualStanding; readonly asOf: Quarter } | null> {
  const page = await readCityPage(permit)
  return page === null ? null : { standing: page.standing, asOf: page.asOf }
}
