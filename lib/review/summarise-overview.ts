import { numericIndicators, type ClauseId } from '@/lib/notice'
import type { Verdict, VerdictCode } from '@/lib/rules'
import { compareText, grouped } from '@/lib/values'
import { addVerdict, emptyCounts, type VerdictCounts } from './count-verdicts'
import type { Arrival, Overview, OverviewCity } from './read-overview'

/** Some of the cities together: their numeric results by verdict, and how their reports of the quarter came in. */
export interface Group {
  readonly key: string
  readonly cities: readonly OverviewCity[]
  readonly counts: VerdictCounts
  /** Numeric results judged behind pace or short. */
  readonly behind: number
  /** Numeric results that figures decide by now: met, on pace, behind pace or short. */
  readonly decided: number
  readonly accepted: number
  readonly arrivals: Readonly<Record<Arrival, number>>
}

export interface OverviewSummary {
  readonly nation: Group
  readonly byClause: readonly { readonly clause: ClauseId; readonly counts: VerdictCounts }[]
  /** By the two digits of the province. */
  readonly byProvince: readonly Group[]
  /** By year of selection. */
  readonly byCohort: readonly Group[]
  /** Answers given and asked in the reports of the quarter that were begun. */
  readonly completeness: { readonly answered: number; readonly asked: number; readonly reports: number }
  /** Cities that owe the report of the quarter, those whose time is over first. */
  readonly unreported: readonly OverviewCity[]
}

const clauseOf: ReadonlyMap<string, ClauseId> = new Map(
  numericIndicators.map(({ code, clause }) => [code, clause]),
)

/** What the nation's page says above the single city: computed from what it read, and nothing else. */
export function summariseOverview({ cities }: Pick<Overview, 'cities'>): OverviewSummary {
  const byClause = new Map([...new Set(clauseOf.values())].map((clause) => [clause, emptyCounts()]))
  const counted = new Map<OverviewCity, VerdictCounts>()
  // One pass over what may be fifty thousand verdicts; everything else adds up what it counted of each city.
  for (const city of cities) {
    const own = emptyCounts()
    for (const { verdict } of city.verdicts.byFloor) {
      const clause = clauseOf.get(verdict.indicator)
      if (clause === undefined) continue
      addVerdict(own, verdict.code)
      addVerdict(byClause.get(clause) ?? own, verdict.code)
    }
    counted.set(city, own)
  }
  const begun = cities.filter(({ cellsAsked }) => cellsAsked > 0)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  return {
    nation: groupOf('', cities, counted),
    byClause: [...byClause].map(([clause, counts]) => ({ clause, counts })),
    byProvince: groupsBy(cities, ({ city }) => city.code.slice(0, 2), counted),
    byCohort: groupsBy(cities, ({ city }) => city.cohort, counted),
    completeness: {
      answered: sum(begun.map(({ cellsAnswered }) => cellsAnswered)),
      asked: sum(begun.map(({ cellsAsked }) => cellsAsked)),
      reports: begun.length,
    },
    unreported: [
      ...cities.filter(({ arrival }) => arrival === 'overdue'),
      ...cities.filter(({ arrival }) => arrival === 'notDue'),
    ],
  }
}

function groupsBy(
  cities: readonly OverviewCity[],
  key: (city: OverviewCity) => string,
  counted: ReadonlyMap<OverviewCity, VerdictCounts>,
): readonly Group[] {
  return [...grouped(cities, key)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([name, own]) => groupOf(name, own, counted))
}

function groupOf(
  key: string,
  cities: readonly OverviewCity[],
  counted: ReadonlyMap<OverviewCity, VerdictCounts>,
): Group {
  const counts = emptyCounts()
  for (const city of cities) {
    for (const [code, number] of Object.entries(counted.get(city) ?? {}))
      addVerdict(counts, code as VerdictCode, number)
  }
  const of = (code: Verdict['code']) => counts[code] ?? 0
  const behind = of('behindPace') + of('short')
  const arrivals: Record<Arrival, number> = {
    onTime: 0,
    extended: 0,
    late: 0,
    overdue: 0,
    notDue: 0,
    notAsked: 0,
  }
  for (const { arrival } of cities) arrivals[arrival] += 1
  return {
    key,
    cities,
    counts,
    behind,
    decided: behind + of('met') + of('onPace'),
    accepted: cities.filter(({ status }) => status === 'accepted').length,
    arrivals,
  }
}
