import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { withKnownFacts } from '@/lib/reporting/accepted-facts'
import { elapsedDays, type ElapsedDays } from '@/lib/reporting/elapsed-days'
import { contactsOf, type Contacts } from '@/lib/reporting/read-contacts'
import { toFacts } from '@/lib/reporting/facts'
import { instalmentsOf, requiredPath, ruleVersion, type IndicatorFacts, type Instalments } from '@/lib/rules'
import { placeBeside, type Band } from '@/lib/rules/anonymous-band'
import { dualStanding, type DualStanding } from '@/lib/rules/dual-monitor'
import { fundBalances } from '@/lib/rules/fund-balance'
import { standingSecond, type StandingSecond } from '@/lib/rules/instalments'
import { planBesideResults, type PlanBesideResult } from '@/lib/rules/plan-beside-results'
import type { City } from '@/lib/store/cities'
import { readCityFrame, readCityQuarter } from '@/lib/store/city-frame'
import { readCityBeside, type CityBeside, type Restated } from '@/lib/store/city-beside'
import {
  bandsInForce,
  configurationDecision,
  derogationsOf,
  targetsInForce,
  type Derogation,
} from '@/lib/decisions/in-force'
import type { Decision } from '@/lib/decisions/decision'
import type { OwnTarget } from '@/lib/store/targets'
import type { Summary } from '@/lib/store/summary'
import type { AcceptedNarrative } from '@/lib/store/versions'
import type { BandOf } from '@/lib/store/like-bands'
import { begin } from '@/lib/store/work'
import { dayOf, decimal, isQuarter, type Quarter } from '@/lib/values'
import { issuedOf } from './issue-verdicts'
import { toldMoments, type KnownMoment } from './known-moments'
import { judgeOneCity, quartersOnOffer, termsOn } from './judge-cities'
import { pathLines, type PathLines } from './path-lines'
import { shareOf } from './tell-bands'
import { shownVerdicts, type ShownVerdicts } from './shown-verdicts'

/** What a city wrote about a result that people judge, in its latest accepted report up to the quarter shown. */
export interface Narrative {
  readonly quarter: Quarter
  readonly text: string
}

/** A band of the cohort's cities, and where the city's own share lies beside it; both null where it has none. */
export interface Like {
  readonly indicator: IndicatorCode
  readonly band: Band
  /** Actual ÷ required to date, exact. */
  readonly share: string | null
  readonly place: 'below' | 'within' | 'above' | null
}

/** Its verdicts are those issued as of the quarter where its report was accepted, else as they are judged now. */
export interface CityPage extends ShownVerdicts {
  readonly city: City
  readonly now: Date
  readonly asOf: Quarter
  readonly offered: readonly Quarter[]
  readonly ruleVersion: string
  /** The lines of each numeric result's chart: what is, and what is required by the floor and by the own target. */
  readonly lines: Partial<Record<IndicatorCode, PathLines>>
  readonly narratives: Partial<Record<IndicatorCode, Narrative>>
  readonly instalments: Instalments
  /** The second instalment as it was decided, else what may still come. */
  readonly second: StandingSecond
  readonly summaries: readonly Summary[]
  /** The decision on base year and span by which the verdicts shown were judged; null where it was the default. */
  readonly configured: Decision | null
  /** Derogations by which own targets may lie below the notice: past, in force and coming. */
  readonly derogations: readonly Derogation[]
  /** Every own target ever set, oldest first. */
  readonly targets: readonly OwnTarget[]
  /** Those below the notice whose derogation has ended: shown, and not judged. */
  readonly lapsed: readonly OwnTarget[]
  /** Verdicts ever issued, open conversations, restatements and money. */
  readonly beside: CityBeside
  /** Money beside results (双监控). */
  readonly standing: DualStanding
  /** What the approved plan does for each numeric result, and how far its money is ahead. */
  readonly planned: readonly PlanBesideResult[]
  /** Quarters of which something is submitted and not accepted, whether it is shown or not. */
  readonly pending: readonly Quarter[]
  /** Where the middle half of its cohort lies, of the results of which that may be told, and its own place. */
  readonly likes: readonly Like[]
  /** The latest quarter up to the one shown of which that may be told; null where there is none. */
  readonly lastTold: Quarter | null
  /** Whom to call. */
  readonly contacts: Contacts
  /** How many working days the quarter's report lay with each side; null of a quarter that is no period. */
  readonly elapsed: ElapsedDays | null
  /** The moments worth looking back to, as far as they are known at the moment of the permit. */
  readonly moments: readonly KnownMoment[]
}

/**
 * One city's results with their explanations and paths, on accepted figures. `unaccepted`: whether the paths show beside them
 * what is submitted and not accepted; no verdict rests on it. Three statements, and what was known at a past moment a few
 * more. @throws AccessRefused notFound
 */
export function readCityPage(
  permit: Permit<'city.read'>,
  wanted?: Quarter,
  unaccepted: 'shown' | 'hidden' = 'hidden',
): Promise<CityPage | null> {
  return begin(permit, async (work) => {
    const { city, periods, decisions, targets, routes, ...frame } = await readCityFrame(work)
    if (city === null) throw new AccessRefused('notFound')
    const { offered, first } = quartersOnOffer(periods, work.now)
    const asOf = wanted !== undefined && offered.includes(wanted) ? wanted : first
    if (asOf === null) return null
    const summaries = await withKnownFacts(work, frame.summaries)
    const quarter = await readCityQuarter(work, asOf)
    const window = periods.find(({ period }) => period === asOf)
    const today = dayOf(work.now)
    const { inForce, lapsed } = targetsInForce(targets, decisions, today)
    const live = judgeOneCity(
      city.code,
      summaries,
      termsOn(decisions, targets, city.code, today, asOf),
      asOf,
      true,
    )
    const issued = quarter.issued.map(issuedOf)
    const shown = shownVerdicts(live, issued)
    const { verdicts } = shown
    const configured =
      issued[0] === undefined
        ? configurationDecision(decisions, city.code, today)
        : decisions.find(({ id }) => id === issued[0]?.configurationDecision)
    const facts = toFacts(summaries.flatMap((summary) => summary.facts))
    const beside = await readCityBeside(work)
    const restated = restatedQuarters(beside.restated)
    const instalments = instalmentsOf(bandsInForce(decisions, today), null)
    const lines: Partial<Record<IndicatorCode, PathLines>> = {}
    for (const { code, kind } of numericIndicators) {
      const own = facts[code] ?? {}
      const target = inForce.find(({ indicator }) => indicator === code)?.value
      const verdict = verdicts.byFloor.find((judged) => judged.verdict.indicator === code)?.verdict
      const paths = {
        floor: requiredPath(code, own, verdicts.configuration),
        target: target === undefined ? null : requiredPath(code, own, verdicts.configuration, { target }),
        submitted:
          unaccepted === 'hidden'
            ? null
            : requiredPath(code, { ...own, ...pendingOf(summaries, code) }, verdicts.configuration),
      }
      lines[code] = pathLines(
        kind,
        paths,
        verdict?.judgedAt ?? asOf,
        verdict?.pace?.projection ?? null,
        restated.get(code),
      )
    }
    return {
      city,
      now: work.now,
      asOf,
      offered,
      ruleVersion,
      ...shown,
      lines,
      narratives: latestNarratives(frame.narratives, asOf),
      instalments,
      second: standingSecond(instalments.second, beside.paid.decided),
      summaries,
      configured: configured ?? null,
      derogations: derogationsOf(decisions, city.code, today),
      targets,
      lapsed,
      beside,
      standing: dualStanding(
        fundBalances(beside.money).find(({ source }) => source === 'central')?.rate ?? null,
        verdicts.byFloor.map(({ verdict }) => verdict),
      ),
      planned: planBesideResults(
        beside.works,
        Object.fromEntries(
          verdicts.byFloor.flatMap(({ verdict: { indicator, actual, required } }) => {
            const share = shareOf(actual, required)
            return share === null ? [] : [[indicator, share]]
          }),
        ),
        today,
      ),
      pending: pendingQuarters(summaries),
      likes: likesOf(quarter.bands, verdicts.byFloor),
      lastTold: quarter.lastTold,
      contacts: contactsOf(frame, today),
      elapsed: window === undefined ? null : elapsedDays(window.opensAt, quarter.events, work.now, routes),
      moments: toldMoments(quarter.events),
    }
  })
}

function likesOf(bands: readonly BandOf[], judged: CityPage['verdicts']['byFloor']): Like[] {
  return judged.flatMap(({ verdict: { indicator, actual, required } }): Like[] => {
    const band = bands.find((each) => each.indicator === indicator)
    if (band === undefined) return []
    const share = shareOf(actual, required)
    return [{ indicator, band, share, place: share === null ? null : placeBeside(decimal(share), band) }]
  })
}

/** What is submitted and not accepted of one result. */
export const pendingOf = (summaries: readonly Summary[], code: IndicatorCode): IndicatorFacts =>
  Object.fromEntries(
    summaries.flatMap(({ pending }) =>
      pending
        .filter(({ indicator }) => indicator === code)
        .map(({ period, value, version }) => [period, { value, version }] as const),
    ),
  )

/** The quarters of which something is submitted and not accepted. */
const pendingQuarters = (summaries: readonly Summary[]): Quarter[] =>
  summaries.flatMap(({ period, pending }) => (pending.length > 0 && isQuarter(period) ? [period] : []))

/** By result and quarter the number of the last restatement that corrected it. */
function restatedQuarters(
  restated: readonly Restated[],
): ReadonlyMap<IndicatorCode, ReadonlyMap<string, number>> {
  const found = new Map<IndicatorCode, Map<string, number>>()
  for (const { seq, period, correction } of restated) {
    for (const { indicator } of [...correction.figures, ...correction.withdrawn, ...correction.added]) {
      found.set(indicator, (found.get(indicator) ?? new Map<string, number>()).set(period, seq))
    }
  }
  return found
}

/** What a city wrote last about each result that people judge, in its accepted reports up to a quarter. */
function latestNarratives(
  written: readonly AcceptedNarrative[],
  asOf: Quarter,
): Partial<Record<IndicatorCode, Narrative>> {
  const latest: Partial<Record<IndicatorCode, Narrative>> = {}
  for (const { indicator, period, narrative } of written) {
    if (isQuarter(period) && period <= asOf) latest[indicator] = { quarter: period, text: narrative }
  }
  return latest
}
