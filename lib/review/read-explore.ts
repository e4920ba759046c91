import type { Permit } from '@/lib/access/authorize'
import { measures, type Measure } from '@/lib/rules/measure'
import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { readCities, type City } from '@/lib/store/cities'
import { readFrame } from '@/lib/store/frame'
import { isViewNameTaken, removeSavedView, writeSavedView, type SavedView } from '@/lib/store/saved-views'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import {
  compareText,
  grouped,
  isQuarter,
  parseQuarter,
  Refusal,
  type Query,
  type Quarter,
} from '@/lib/values'
import { measuredRows } from './measured-rows'
import { viewName } from './view-name'

/** Cities that are shown together at most; more are taken a province at a time. */
const MOST_CITIES = 60

const exploreShapes = ['table', 'line', 'bar', 'heat'] as const

/** What is looked at: the whole of it lies in the address, so that a view can be kept and sent. */
export interface ExploreView {
  readonly indicators: readonly IndicatorCode[]
  /** Codes of cities; none: all within reach, or of very many those of one province. */
  readonly cities: readonly string[]
  /** Two digits: whose cities are offered and, where none is chosen, shown; null: the first of very many. */
  readonly province: string | null
  readonly from: Quarter | null
  readonly to: Quarter | null
  readonly measure: Measure
  readonly shape: (typeof exploreShapes)[number]
}

/** One result of one city over the quarters shown; null where there is nothing to say. */
export interface ExploreRow {
  readonly city: City
  readonly indicator: IndicatorCode
  readonly values: readonly (string | null)[]
  /** Which of them rest on what is submitted and not accepted; none where that is hidden. */
  readonly pending: readonly boolean[]
}

export interface Explored {
  readonly now: Date
  /** Cities to choose from: all within reach, or of very many those of one province and those chosen. */
  readonly cities: readonly City[]
  /** A city of each province to choose from; none where all cities are offered at once. */
  readonly provinces: readonly City[]
  readonly province: string | null
  /** Cities of the choice that lie beyond what can be shown together. */
  readonly left: number
  readonly offered: readonly Quarter[]
  readonly quarters: readonly Quarter[]
  readonly rows: readonly ExploreRow[]
  /** Quarters of which something that is looked at is submitted and not accepted, shown or not. */
  readonly pending: readonly Quarter[]
  readonly views: readonly SavedView[]
}

/** Reads a view from an address; what is not understood is left at its default. */
export function exploreViewOf(asked: Query): ExploreView {
  const all = (name: string): readonly string[] => [asked[name] ?? []].flat()
  const one = (name: string): string => all(name)[0] ?? ''
  const chosen = numericIndicators.filter(({ code }) => all('indicator').includes(code))
  return {
    indicators: (chosen.length > 0 ? chosen : numericIndicators.slice(0, 1)).map(({ code }) => code),
    cities: [...new Set(all('city').filter((code) => /^\d{6}$/.test(code)))],
    province: /^\d{2}$/.test(one('province')) ? one('province') : null,
    from: parseQuarter(one('from')) ?? null,
    to: parseQuarter(one('to')) ?? null,
    measure: measures.find((each) => each === one('measure')) ?? 'value',
    shape: exploreShapes.find((each) => each === one('as')) ?? 'table',
  }
}

/**
 * Accepted figures of chosen results, cities and quarters, measured as asked, and with them, where that is wanted, what is
 * submitted and not accepted: three statements.
 */
export function readExplore(
  permit: Permit<'dashboard.read'>,
  view: ExploreView,
  unaccepted: 'shown' | 'hidden' = 'hidden',
): Promise<Explored> {
  return begin(permit, async (work) => {
    const all = await readCities(work)
    const named = all.filter(({ code }) => view.cities.includes(code))
    const provinces = all.length > MOST_CITIES ? provincesOf(all) : []
    const [first] = provinces
    const province = first === undefined ? null : (view.province ?? first.code.slice(0, 2))
    const usual = province === null ? all : all.filter(({ code }) => code.startsWith(province))
    const chosen = named.length > 0 ? named : usual
    const shown = chosen.slice(0, MOST_CITIES)
    const summaries = await readSummaries(
      work,
      shown.map(({ code }) => code),
    )
    const { decisions, views } = await readFrame(work)
    const offered = [
      ...new Set(summaries.flatMap(({ period }) => (isQuarter(period) ? [period] : []))),
    ].toSorted()
    const quarters = offered.filter(
      (quarter) => (view.from === null || quarter >= view.from) && (view.to === null || quarter <= view.to),
    )
    return {
      now: work.now,
      cities: [...new Set([...usual, ...named])],
      provinces,
      province,
      left: chosen.length - shown.length,
      offered,
      quarters,
      rows: measuredRows(shown, view.indicators, [view.measure], {
        now: work.now,
        summaries,
        decisions,
        quarters,
        unaccepted,
      }).map(({ measured, ...row }): ExploreRow => ({ ...row, values: measured[0] ?? [] })),
      pending: quarters.filter((quarter) =>
        summaries.some(
          ({ period, pending }) =>
            period === quarter && pending.some((fact) => view.indicators.includes(fact.indicator)),
        ),
      ),
      views,
    }
  })
}

/** The first city of each province, in the order of the provinces' codes. */
const provincesOf = (cities: readonly City[]): readonly City[] =>
  [...grouped(cities, ({ code }) => code.slice(0, 2))]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, own]) => own.slice(0, 1))

/** Keeps a view under a name. @throws Refusal reasonMissing without a name */
export function keepView(permit: Permit<'view.keep'>, name: string, query: string): Promise<void> {
  const given = viewName(name)
  return begin(permit, async (work) => {
    if (await isViewNameTaken(work, 'explore', given, null))
      throw new Refusal('viewNameTaken', { got: given })
    await writeSavedView(work, { name: given, query: query.slice(0, 4000) })
  })
}

/** Takes a view from the person's list. */
export function dropView(permit: Permit<'view.keep'>, id: string): Promise<void> {
  return begin(permit, (work) => removeSavedView(work, id))
}
