import type { Permit } from '@/lib/access/authorize'
import { configurationOf, incomparableAt } from '@/lib/decisions/in-force'
import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { factsIn } from '@/lib/reporting/keep-standings'
import { requiredPath, verdictOnly, type Verdict } from '@/lib/rules'
import { momentOf } from '@/lib/rules/span'
import { readCities, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { dayOf, isQuarter, parseQuarter, quartersBetween, type Quarter, type Query } from '@/lib/values'
import { pathLines, type PathLines } from './path-lines'
import { pendingOf } from './read-city'

/** Cities that are compared at most. */
export const MOST_COMPARED = 6
/** More cities than this are not listed before a province is chosen. */
const MOST_LISTED = 200

/** What is compared and how: the whole of it lies in the address. */
export interface CompareView {
  /** Codes of cities; the first six within reach are compared. */
  readonly cities: readonly string[]
  /** The first two digits of the province whose cities are offered; '' for all. */
  readonly province: string
  readonly asOf: Quarter | null
  /** Quarters of the calendar under one another, or each city from the first quarter of its own span. */
  readonly align: 'calendar' | 'span'
  /** One scale in the unit of the result, or each city against what is required of it at the end. */
  readonly scale: 'unit' | 'required'
}

/** One result of one city: its path, placed on the quarters of all, and its verdict. */
export interface ComparedPath {
  readonly city: City
  readonly lines: PathLines
  readonly verdict: Verdict
  /** Quarters by which its path begins later than the first of all. */
  readonly begins: number
}

export interface Compared {
  readonly now: Date
  /** To choose from: all within reach, or those of a province; none while there are very many and no province is chosen. */
  readonly cities: readonly City[]
  readonly isListed: boolean
  readonly provinces: readonly City[]
  readonly chosen: readonly City[]
  /** How many more were chosen than can be compared. */
  readonly left: number
  readonly offered: readonly Quarter[]
  readonly asOf: Quarter | null
  /** Quarters from the first of the first to the last of the last; null for quarters of each city's own span. */
  readonly quarters: readonly (Quarter | null)[]
  readonly results: readonly { readonly indicator: IndicatorCode; readonly paths: readonly ComparedPath[] }[]
  /** Quarters of which something of a chosen city is submitted and not accepted. */
  readonly pending: readonly Quarter[]
}

/** Reads a comparison from an address; what is not understood is left at its default. */
export function compareViewOf(asked: Query): CompareView {
  const all = (name: string): readonly string[] => [asked[name] ?? []].flat()
  const one = (name: string): string => all(name)[0] ?? ''
  return {
    cities: [...new Set(all('city').filter((code) => /^\d{6}$/.test(code)))],
    province: /^\d\d$/.test(one('province')) ? one('province') : '',
    asOf: parseQuarter(one('asOf')) ?? null,
    align: one('align') === 'span' ? 'span' : 'calendar',
    scale: one('scale') === 'required' ? 'required' : 'unit',
  }
}

/** The numeric results of up to six cities on accepted figures, path beside path: three statements. */
export function readCompare(
  permit: Permit<'dashboard.read'>,
  view: CompareView,
  unaccepted: 'shown' | 'hidden',
): Promise<Compared> {
  return begin(permit, async (work) => {
    const cities = await readCities(work)
    const known = new Set(cities.map(({ code }) => code))
    const named = view.cities.filter((code) => known.has(code))
    const compared = new Set(named.slice(0, MOST_COMPARED))
    const chosen = cities.filter(({ code }) => compared.has(code))
    const isListed = view.province !== '' || cities.length <= MOST_LISTED
    const summaries =
      chosen.length === 0
        ? []
        : await readSummaries(
            work,
            chosen.map(({ code }) => code),
          )
    const decisions = chosen.length === 0 ? [] : await readDecisions(work)
    const today = dayOf(work.now)
    const offered = [
      ...new Set(
        summaries.flatMap(({ period, acceptedVersion }) =>
          isQuarter(period) && acceptedVersion !== null ? [period] : [],
        ),
      ),
    ].toSorted()
    const asOf = view.asOf !== null && offered.includes(view.asOf) ? view.asOf : (offered.at(-1) ?? null)
    const spans = chosen.map(({ code }) => configurationOf(decisions, code, today))
    const years = spans.map(({ baseYear }) => baseYear + 1)
    const first = Math.min(...years)
    const last = Math.max(...spans.map(({ baseYear, intervals }) => baseYear + intervals))
    const longest = Math.max(0, ...spans.map(({ intervals }) => intervals * 4))
    const calendar: readonly Quarter[] =
      chosen.length === 0 ? [] : quartersBetween(`${first}Q1` as Quarter, `${last}Q4` as Quarter)
    return {
      now: work.now,
      cities: isListed ? cities.filter(({ code }) => code.startsWith(view.province)) : [],
      isListed,
      provinces: firstOfEach(cities),
      chosen,
      left: named.length - chosen.length,
      offered,
      asOf,
      quarters: view.align === 'calendar' ? calendar : Array.from({ length: longest }, () => null),
      results: numericIndicators.map((subject) => ({
        indicator: subject.code,
        paths:
          asOf === null
            ? []
            : chosen.map((city, i): ComparedPath => {
                const own = summaries.filter((summary) => summary.city === city.code)
                const facts = factsIn(own)[subject.code] ?? {}
                const configuration = configurationOf(decisions, city.code, today)
                const { judgedAt } = momentOf(asOf, configuration)
                const incomparable = incomparableAt(decisions, city.code, today, judgedAt)[subject.code]
                const verdict = verdictOnly(subject, facts, configuration, asOf, incomparable)
                const paths = {
                  floor: requiredPath(subject.code, facts, configuration),
                  target: null,
                  submitted:
                    unaccepted === 'hidden'
                      ? null
                      : requiredPath(
                          subject.code,
                          { ...facts, ...pendingOf(own, subject.code) },
                          configuration,
                        ),
                }
                return {
                  city,
                  verdict,
                  lines: pathLines(subject.kind, paths, judgedAt, null),
                  begins: view.align === 'calendar' ? ((years[i] ?? first) - first) * 4 : 0,
                }
              }),
      })),
      pending: [
        ...new Set(
          summaries.flatMap(({ period, pending }) =>
            pending.length > 0 && isQuarter(period) ? [period] : [],
          ),
        ),
      ].toSorted(),
    }
  })
}

/** The first city of each province. */
function firstOfEach(cities: readonly City[]): City[] {
  const provinces = new Map<string, City>()
  for (const city of cities) {
    const province = city.code.slice(0, 2)
    if (!provinces.has(province)) provinces.set(province, city)
  }
  return [...provinces.values()]
}
