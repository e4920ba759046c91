import type { Permit } from '@/lib/access/authorize'
import { standingSecond, type StandingSecond } from '@/lib/rules/instalments'
import { instalmentsOf, ruleVersion, type Instalments, type Judgement } from '@/lib/rules'
import { readDecidedSeconds } from '@/lib/store/instalments'
import { readCities, type City } from '@/lib/store/cities'
import { readPeriods } from '@/lib/store/periods'
import { bandsInForce } from '@/lib/decisions/in-force'
import { readDecisions } from '@/lib/store/decisions'
import { readTargets, type OwnTarget } from '@/lib/store/targets'
import type { Status } from '@/lib/store/reports'
import { readSummaries, type PendingFact, type Summary } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import { judgeOneCity, quartersOnOffer, termsOn, type CityVerdicts } from './judge-cities'
import { judgePublished } from './published-reference'

/** A city as a table of many shows it. */
export interface ShownCity {
  readonly city: City
  readonly verdicts: {
    readonly configuration: CityVerdicts['configuration']
    readonly byFloor: readonly Pick<Judgement, 'verdict'>[]
  }
  /** Where the report of the as-of quarter stands. */
  readonly status: Status
  /** What it says that is submitted and not accepted: no verdict uses it. */
  readonly pending: readonly PendingFact[]
  /** The second instalment that two people decided on and nobody took back, in yuan; null where none is. */
  readonly decided: bigint | null
  /** The same, or what may still come. */
  readonly second: StandingSecond
}

export interface DashboardCity extends ShownCity {
  readonly verdicts: CityVerdicts
}

export interface Dashboard {
  readonly now: Date
  readonly asOf: Quarter
  readonly offered: readonly Quarter[]
  readonly ruleVersion: string
  readonly cities: readonly DashboardCity[]
  /** What each city receives: the same for all while no city has been evaluated. */
  readonly instalments: Instalments
  /** 全国 (published): the published national series, judged by the same rules. */
  readonly published: { readonly asOf: Quarter; readonly verdicts: readonly Judgement[] }
}

/**
 * Cities × results with their explanations, judged on accepted figures, for a file of all of them; the page reads
 * `readOverview`. Null while no quarter has opened. It reads one summary row per city and period and judges in memory, so
 * that each verdict and its explanation come from the same run.
 */
export function readDashboard(permit: Permit<'dashboard.read'>, wanted?: Quarter): Promise<Dashboard | null> {
  return begin(permit, async (work) => {
    const { offered, first } = quartersOnOffer(await readPeriods(work), work.now)
    const asOf = wanted !== undefined && offered.includes(wanted) ? wanted : first
    if (asOf === null) return null
    const [cities, summaries, decisions, targets] = [
      await readCities(work),
      await readSummaries(work),
      await readDecisions(work),
      await readTargets(work),
    ]
    const decided = await readDecidedSeconds(work)
    const today = dayOf(work.now)
    const instalments = instalmentsOf(bandsInForce(decisions, today), null)
    const ownTargets = new Map<string, OwnTarget[]>()
    for (const each of targets) ownTargets.set(each.city, [...(ownTargets.get(each.city) ?? []), each])
    const byCity = new Map<string, Summary[]>()
    for (const summary of summaries) byCity.set(summary.city, [...(byCity.get(summary.city) ?? []), summary])
    return {
      now: work.now,
      asOf,
      offered,
      ruleVersion,
      cities: cities.map((city) => {
        const own = byCity.get(city.code) ?? []
        const report = own.find((summary) => summary.period === asOf)
        return {
          city,
          verdicts: judgeOneCity(
            city.code,
            own,
            termsOn(decisions, ownTargets.get(city.code) ?? [], city.code, today, asOf),
            asOf,
            false,
          ),
          status: report?.status ?? 'open',
          pending: report?.pending ?? [],
          decided: decided.get(city.code) ?? null,
          second: standingSecond(instalments.second, decided.get(city.code) ?? null),
        }
      }),
      instalments,
      published: judgePublished(asOf),
    }
  })
}
