import {
  indicators,
  isIndicatorCode,
  numericIndicators,
  type Indicator,
  type IndicatorCode,
} from '@/lib/notice'
import { verdictCodes, type Instalments, type Verdict, type VerdictCode } from '@/lib/rules'
import { add, compare, decimal, mul, ratio, toDecimalString, type Query, type Ratio } from '@/lib/values'
import { addVerdict, countVerdicts, emptyCounts, type VerdictCounts } from './count-verdicts'
import type { DashboardCity, ShownCity } from './read-dashboard'

/** How the matrix is shown: the whole of it lies in the address, so that a view can be kept and sent. */
export interface Arrangement {
  readonly sort: 'attention' | 'name' | 'met' | 'report' | 'first' | 'second' | IndicatorCode
  /** The other way round. */
  readonly reversed: boolean
  /** Only cities with this verdict somewhere. */
  readonly verdict: VerdictCode | null
  /** The two digits of a province. */
  readonly province: string | null
  readonly name: string
  /** The eleven results that figures decide, or all nineteen. */
  readonly columns: 'numeric' | 'all'
  /** Which page of cities, from 1. */
  readonly page: number
}

/** Cities on one page of the matrix. */
const PAGE_SIZE = 50

/** The matrix as it is shown. */
export interface ArrangedDashboard<C extends ShownCity = DashboardCity> {
  readonly indicators: readonly Indicator[]
  /** All that match, in order. */
  readonly cities: readonly C[]
  /** Those of the page asked for, or of the last where there are not so many. */
  readonly onPage: readonly C[]
  readonly page: number
  readonly pages: number
  /** Verdicts of the cities shown, by result and in all. */
  readonly byIndicator: ReadonlyMap<IndicatorCode, VerdictCounts>
  readonly inAll: VerdictCounts
  /** Of all cities shown together, in 万元: of the remainder what is decided, and with it what may still come at most. */
  readonly money: {
    readonly first: string
    readonly decided: string
    readonly decidedCities: number
    readonly secondUpTo: string
  }
}

const SORTS = ['attention', 'name', 'met', 'report', 'first', 'second'] as const

/** Reads an arrangement from an address; whatever is not understood is left at its default. */
export function arrangementOf(asked: Query): Arrangement {
  const text = (name: string): string => {
    const value = asked[name]
    return typeof value === 'string' ? value : ''
  }
  const sort = text('sort')
  return {
    sort: SORTS.find((each) => each === sort) ?? (isIndicatorCode(sort) ? sort : 'attention'),
    reversed: text('order') === 'reversed',
    verdict: verdictCodes.find((code) => code === text('verdict')) ?? null,
    province: /^\d{2}$/.test(text('province')) ? text('province') : null,
    name: text('name').normalize('NFKC').trim().slice(0, 60),
    columns: text('columns') === 'all' ? 'all' : 'numeric',
    page: /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1,
  }
}

/** Filters and orders the cities. */
export function arrangeDashboard<C extends ShownCity>(
  dashboard: { readonly cities: readonly C[]; readonly instalments: Instalments },
  arrangement: Arrangement,
): ArrangedDashboard<C> {
  const shown = arrangement.columns === 'all' ? indicators : numericIndicators
  const columns = new Set(shown.map(({ code }) => code))
  const verdictsOf = (city: C) =>
    city.verdicts.byFloor.filter(({ verdict }) => columns.has(verdict.indicator))
  const wanted = arrangement.name.toLowerCase()
  const cities = dashboard.cities
    .filter((each) => matches(each, arrangement.province, wanted))
    .filter(
      (each) =>
        arrangement.verdict === null ||
        verdictsOf(each).some(({ verdict }) => verdict.code === arrangement.verdict),
    )
  const byIndicator = new Map(shown.map(({ code }) => [code, emptyCounts()]))
  const inAll = emptyCounts()
  // One pass over what may be fifty thousand verdicts.
  for (const { verdicts } of cities) {
    for (const { verdict } of verdicts.byFloor) {
      const counts = byIndicator.get(verdict.indicator)
      if (counts === undefined) continue
      addVerdict(counts, verdict.code)
      addVerdict(inAll, verdict.code)
    }
  }
  const sorted = inOrder(cities, arrangement)
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE))
  const page = Math.min(arrangement.page, pages)
  return {
    indicators: shown,
    cities: sorted,
    onPage: sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page,
    pages,
    byIndicator,
    inAll,
    money: moneyOf(dashboard.instalments, cities),
  }
}

function moneyOf(
  { first, second }: Instalments,
  cities: readonly Pick<ShownCity, 'decided'>[],
): ArrangedDashboard['money'] {
  const most = decimal(second.code === 'banded' ? second.amount : second.upTo)
  const granted = cities.flatMap(({ decided }) => decided ?? [])
  const decided = ratio(
    granted.reduce((sum, yuan) => sum + yuan, 0n),
    10_000n,
  )
  const times = (amount: Ratio, count: number) => mul(amount, ratio(BigInt(count)))
  return {
    first: toDecimalString(times(decimal(first.amount), cities.length)),
    decided: toDecimalString(decided),
    decidedCities: granted.length,
    secondUpTo: toDecimalString(add(decided, times(most, cities.length - granted.length))),
  }
}

function matches({ city }: ShownCity, province: string | null, wanted: string): boolean {
  if (province !== null && !city.code.startsWith(province)) return false
  if (wanted === '') return true
  const names = [city.nameZh, city.nameEn, city.sortKey, city.code]
  return names.some((each) => each.toLowerCase().includes(wanted))
}

/** The cities come in the order of their names; sorting keeps that order among equals, whichever way round. */
function inOrder<C extends ShownCity>(cities: readonly C[], { sort, reversed }: Arrangement): readonly C[] {
  if (!reversed) return ordered(cities, sort)
  return sort === 'name' ? cities.toReversed() : ordered(cities.toReversed(), sort).toReversed()
}

function ordered<C extends ShownCity>(cities: readonly C[], sort: Arrangement['sort']): readonly C[] {
  // What a city receives is the same for all while none has been evaluated: the names decide.
  if (sort === 'name' || sort === 'first' || sort === 'second') return cities
  if (sort === 'report') {
    return cities.toSorted((a, b) => LIFE.indexOf(a.status) - LIFE.indexOf(b.status))
  }
  if (sort === 'attention' || sort === 'met') {
    const rank = sort === 'met' ? mostMet : attention
    const ranked = cities.map((city) => ({ city, rank: rank(countVerdicts(city.verdicts.byFloor)) }))
    return ranked.toSorted((a, b) => b.rank[0] - a.rank[0] || b.rank[1] - a.rank[1]).map(({ city }) => city)
  }
  const verdict = (city: C) =>
    city.verdicts.byFloor.find((judged) => judged.verdict.indicator === sort)?.verdict
  return cities.toSorted((a, b) => compareVerdicts(verdict(a), verdict(b)))
}

/** What is behind comes first, then what cannot be judged for want of figures. */
function attention(counts: VerdictCounts): readonly [number, number] {
  return [
    (counts.short ?? 0) + (counts.behindPace ?? 0),
    (counts.figuresMissing ?? 0) + (counts.notComputable ?? 0),
  ]
}

function mostMet(counts: VerdictCounts): readonly [number, number] {
  return [counts.met ?? 0, counts.onPace ?? 0]
}

const LIFE: readonly ShownCity['status'][] = [
  'open',
  'draft',
  'returned',
  'certified',
  'submitted',
  'forwarded',
  'accepted',
]

const SEVERITY: readonly VerdictCode[] = [
  'short',
  'behindPace',
  'figuresMissing',
  'notComputable',
  'notYetDue',
  'needsJudgement',
  'onPace',
  'met',
]

/** The worse verdict first; of equal ones that which has less of what is required. */
function compareVerdicts(a: Verdict | undefined, b: Verdict | undefined): number {
  if (!a || !b) return 0
  const difference = SEVERITY.indexOf(a.code) - SEVERITY.indexOf(b.code)
  return difference !== 0 ? difference : compareAttainment(a, b)
}

function compareAttainment(a: Verdict, b: Verdict): number {
  if (a.actual === null || a.required === null || b.actual === null || b.required === null) return 0
  const [x, y] = [decimal(a.actual), decimal(b.actual)]
  const [r, s] = [decimal(a.required), decimal(b.required)]
  if (r.num <= 0n || s.num <= 0n) return 0
  // x/r against y/s, multiplied crosswise.
  return compare({ num: x.num * s.num, den: x.den * s.den }, { num: y.num * r.num, den: y.den * r.den })
}
