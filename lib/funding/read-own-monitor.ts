import type { Permit } from '@/lib/access/authorize'
import { readCityPage } from '@/lib/review/read-city'
import { dualStanding, type DualStanding } from '@/lib/rules/dual-monitor'
import type { SourceBalance } from '@/lib/rules/fund-balance'
import type { Quarter } from '@/lib/values'

/** One city's money beside its results; null while no quarter has opened. */
export async function readOwnMonitor(
  permit: Permit<'city.read'>,
  balances: readonly SourceBalance[],
): Promise<{ readonly standing: DualStanding; readonly asOf: Quarter } | null> {
  const page = await readCityPage(permit)
  if (page === null) return null
  const rate = balances.find(({ source }) => source === 'central')?.rate ?? null
  const verdicts = page.verdicts.byFloor.map(({ verdict }) => verdict)
  return { standing: dualStanding(rate, verdicts), asOf: page.asOf }
}
