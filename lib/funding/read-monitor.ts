import type { Permit } from '@/lib/access/authorize'
import { readOverview } from '@/lib/review/read-overview'
import { byGap, dualStanding, type DualStanding } from '@/lib/rules/dual-monitor'
import { fundBalances, type SourceBalance } from '@/lib/rules/fund-balance'
import type { City } from '@/lib/store/cities'
import { readFundPayments, readFundTotals } from '@/lib/store/funds'
import { readMonitorReasons, type MonitorReason } from '@/lib/store/monitor-reasons'
import { begin } from '@/lib/store/work'
import type { Quarter } from '@/lib/values'

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
  /** Those whose spending is furthest ahead of their results first. */
  readonly cities: readonly MonitoredCity[]
}

/** Money beside results of every city within reach; null while no quarter has opened. */
export async function readMonitor(
  permit: Permit<'dashboard.read'>,
  wanted?: Quarter,
): Promise<Monitor | null> {
  const overview = await readOverview(permit, wanted)
  if (overview === null) return null
  return begin(permit, async (work) => {
    const totals = await readFundTotals(work)
    const payments = await readFundPayments(work)
    const reasons = new Map((await readMonitorReasons(work)).map((reason) => [reason.city, reason]))
    const cities = overview.cities.map(({ city, verdicts }): MonitoredCity => {
      const balances = fundBalances(totals.filter((each) => each.city === city.code))
      const rate = balances.find(({ source }) => source === 'central')?.rate ?? null
      return {
        city,
        standing: dualStanding(
          rate,
          verdicts.byFloor.map(({ verdict }) => verdict),
        ),
        balances,
        paid: payments.reduce(
          (sum, { city: of, yuan, answer }) =>
            of === city.code && answer?.confirmed === true ? sum + yuan : sum,
          0n,
        ),
        reason: reasons.get(city.code) ?? null,
      }
    })
    return {
      now: overview.now,
      asOf: overview.asOf,
      offered: overview.offered,
      cities: cities.toSorted((a, b) => byGap(a.standing, b.standing)),
    }
  })
}
