import { actorOf, mayEver, type Permit } from '@/lib/access/authorize'
import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { factsIn } from '@/lib/reporting/keep-standings'
import { anomaliesOf, anomalyKinds, type Anomaly, type AnomalyKind } from '@/lib/rules/anomalies'
import { countAnomaliesOf } from '@/lib/rules/count-anomalies'
import { readCities, type City } from '@/lib/store/cities'
import { readQualityFollowing, type QualityMark } from '@/lib/store/quality-marks'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { grouped, pageOf, parseQuarter, type Page, type Quarter, type Query } from '@/lib/values'

/** More cities than this are looked at a province at a time. */
const AT_ONCE = 100

/** How a finding stands: nobody has taken it up, or what the last mark says. */
export type FindingState = 'open' | QualityMark['state']

/** A finding with what was done about it. */
export interface QualityFinding extends Anomaly {
  readonly about: City
  readonly state: FindingState
  /** Marks on this very figure, the oldest first. */
  readonly marks: readonly QualityMark[]
  /** How many marks there are on any figure of this place: the next is one more. */
  readonly seq: number
}

/** What the desk is asked for: the whole of it lies in the address. */
export interface QualityFilter {
  readonly quarter: Quarter | null
  readonly province: string | null
  readonly kind: AnomalyKind | null
  readonly indicator: IndicatorCode | null
  /** `unsettled`: all but the closed ones. */
  readonly state: FindingState | 'unsettled' | 'all'
  /** `mine`: those that the person took up, asked about or closed last. */
  readonly owner: 'mine' | 'all'
  /** From 1. */
  readonly page: number
}

export interface QualityDesk {
  readonly now: Date
  readonly quarter: Quarter | null
  /** Quarters with accepted figures, the latest first. */
  readonly offered: readonly Quarter[]
  readonly provinces: readonly City[]
  /** The province looked at; null: all cities within reach together. */
  readonly province: string | null
  /** Cities that are compared with each other. */
  readonly compared: number
  readonly findings: readonly QualityFinding[]
  /** As many of them as a page shows. */
  readonly shown: Page<QualityFinding>
  /** Of each kind, before the filters of kind, result and state. */
  readonly byKind: Readonly<Record<AnomalyKind, number>>
  /** Cases of enterprises claimed by several cities that wait for a decision; null for those who do not see cases. */
  readonly openCases: number | null
}

/** Reads the filter of an address; what is not understood is left at its default. */
export function qualityFilterOf(asked: Query): QualityFilter {
  const text = (name: string): string => {
    const value = asked[name]
    return typeof value === 'string' ? value : ''
  }
  const states = ['open', 'taken', 'asked', 'closed', 'all'] as const
  return {
    quarter: parseQuarter(text('quarter')) ?? null,
    province: /^\d{2}$/.test(text('province')) ? text('province') : null,
    kind: anomalyKinds.find((kind) => kind === text('kind')) ?? null,
    indicator: numericIndicators.find(({ code }) => code === text('indicator'))?.code ?? null,
    state: states.find((state) => state === text('state')) ?? 'unsettled',
    owner: text('owner') === 'mine' ? 'mine' : 'all',
    page: /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1,
  }
}

/**
 * The figures of one quarter that are worth a look, on accepted figures alone, in three statements. Cities are compared with
 * each other within what is looked at: all of them, or one province where there are very many.
 */
export function readQuality(permit: Permit<'quality.read'>, filter: QualityFilter): Promise<QualityDesk> {
  return begin(permit, async (work) => {
    const all = await readCities(work)
    const provinces = [...new Map(all.map((city) => [city.code.slice(0, 2), city])).values()]
    const province =
      filter.province ?? (all.length > AT_ONCE ? (provinces[0]?.code.slice(0, 2) ?? null) : null)
    const cities = all.filter(({ code }) => province === null || code.startsWith(province))
    const codes = cities.map(({ code }) => code)
    const summaries = await readSummaries(work, codes)
    const offered = [
      ...new Set(
        summaries.flatMap(({ period, acceptedVersion }) =>
          acceptedVersion === null ? [] : (parseQuarter(period) ?? []),
        ),
      ),
    ]
      .toSorted()
      .reverse()
    const wanted = filter.quarter
    const quarter = wanted !== null && offered.includes(wanted) ? wanted : (offered[0] ?? null)
    const { marks, openCases } =
      quarter === null ? { marks: [], openCases: 0 } : await readQualityFollowing(work, codes, quarter)
    const byCity = new Map(cities.map((city) => [city.code, city]))
    const own = grouped(summaries, ({ city }) => city)
    const facts = codes.map((city) => ({ city, facts: factsIn(own.get(city) ?? []) }))
    const found =
      quarter === null ? [] : [...anomaliesOf(facts, quarter), ...countAnomaliesOf(facts, quarter)]
    const findings = found.flatMap((anomaly): QualityFinding[] => {
      const about = byCity.get(anomaly.city)
      return about === undefined ? [] : [{ ...anomaly, about, ...followed(anomaly, marks) }]
    })
    const { id } = actorOf(permit)
    const asked = findings.filter((each) => matches(each, filter, id))
    return {
      now: work.now,
      quarter,
      offered,
      provinces,
      province,
      compared: cities.length,
      findings: asked,
      shown: pageOf(asked, filter.page),
      byKind: Object.fromEntries(
        anomalyKinds.map((kind) => [kind, findings.filter((each) => each.kind === kind).length]),
      ) as QualityDesk['byKind'],
      openCases: mayEver(permit.actor, 'case.read') ? openCases : null,
    }
  })
}

/** A mark is about a figure: when that is corrected to another that is found as well, it is open again. */
function followed(
  { city, indicator, kind, received }: Anomaly,
  marks: readonly QualityMark[],
): Pick<QualityFinding, 'state' | 'marks' | 'seq'> {
  const here = marks.filter(
    (mark) => mark.city === city && mark.indicator === indicator && mark.kind === kind,
  )
  const own = here.filter((mark) => mark.received === received)
  return { marks: own, state: own.at(-1)?.state ?? 'open', seq: here.length }
}

function matches(
  { kind, indicator, state, marks }: QualityFinding,
  filter: Pick<QualityFilter, 'kind' | 'indicator' | 'state' | 'owner'>,
  person: string,
): boolean {
  if (filter.owner === 'mine' && marks.at(-1)?.owner !== person) return false
  if (filter.kind !== null && kind !== filter.kind) return false
  if (filter.indicator !== null && indicator !== filter.indicator) return false
  if (filter.state === 'all') return true
  return filter.state === 'unsettled' ? state !== 'closed' : state === filter.state
}
