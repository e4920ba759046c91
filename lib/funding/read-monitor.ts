import type { Permit } from '@/lib/access/authorize'
import { overviewOf } from '@/lib/review/read-overview'
import { byGap, dualStanding, type DualStanding } from '@/lib/rules/dual-monitor'
import { fundBalances, type SourceBalance } from '@/lib/rules/fund-balance'
import type { City } from '@/lib/store/cities'
import { readFrame } from '@/lib/store/frame'
import { readCityFunds } from '@/lib/store/funds'
import type { MonitorReason } from '@/lib/store/monitor-reasons'
import { begin } from '@/lib/store/work'
import { pageOf, type Page, type Quarter } from '@/lib/values'

/** A city on the axis of money and results. */
export interface MonitoredCity {
  readonly city: City
  readonly standing: DualStanding
  readonly balances: readonly SourceBalance[]
  /** Confirmed payments of the ministry, in yuan. */
  readonly paid: bigint
  /** The last one given; null where there is none. */
  readonly reason: MonitorReason | null
}

export interface Monitor {
  readonly now: Date
  readonly asOf: Quarter
  readonly offered: readonly Quarter[]
  /** Those whose spending is furthest ahead of their results first; as many as a page shows. */
  readonly cities: Page<MonitoredCity>
}

/** Money beside results of every city within reach, in three statements; null while no quarter has opened. */
export function readMonitor(
  permit: Permit<'dashboard.read'>,
  wanted: Quarter | undefined,
  page: number,
): Promise<Monitor | null> {
  return begin(permit, async (work) => {
    const frame = await readFrame(work)
    const overview = await overviewOf(work, frame, wanted)
    if (overview === null) return null
    const funds = new Map((await readCityFunds(work)).map((each) => [each.city, each]))
    const cities = overview.cities.map(({ city, verdicts, instalments }): MonitoredCity => {
      const own = funds.get(city.code)
      const balances = fundBalances(own?.totals ?? [])
      const rate = balances.find(({ source }) => source === 'central')?.rate ?? null
      return {
        city,
        standing: dualStanding(
          rate,
          verdicts.byFloor.map(({ verdict }) => verdict),
        ),
        balances,
        paid: instalments.reduce((sum, { confirmed }) => sum + confirmed, 0n),
        reason: own?.reason ?? null,
      }
    })
    return {
      now: overview.now,
      asOf: overview.asOf,
      offered: overview.offered,
      cities: pageOf(
        cities.toSorted((a, b) => byGap(a.standing, b.standing)),
        page,
      ),
    }
  })
}
