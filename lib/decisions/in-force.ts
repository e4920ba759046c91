import { indicator, type IndicatorCode } from '@/lib/notice'
import {
  checks,
  defaultConfiguration,
  usualBounds,
  type BandTable,
  type Check,
  type CheckBounds,
  type Configuration,
  type IncomparableBases,
  type ScoringScheme,
} from '@/lib/rules'
import { atLeast, compareQuarters, decimal, ratio, type Quarter } from '@/lib/values'
import type { DecisionContent, DecisionKind } from './content'
import type { Decision } from './decision'

type Of<K extends DecisionKind> = Decision & { readonly content: Extract<DecisionContent, { kind: K }> }

/** A day in the portal's zone, YYYY-MM-DD. */
type Day = string

const isOf =
  <K extends DecisionKind>(kind: K) =>
  (decision: Decision): decision is Of<K> =>
    decision.content.kind === kind

/** The decisions of one kind that are signed twice and hold on a day, in the order in which they were signed. */
function holding<K extends DecisionKind>(
  decisions: readonly Decision[],
  kind: K,
  day: Day,
): readonly Of<K>[] {
  return decisions
    .filter(isOf(kind))
    .filter(
      ({ second, effectiveFrom, endsOn }) =>
        second?.kind === 'approved' && effectiveFrom <= day && (endsOn === null || day <= endsOn),
    )
    .sort((a, b) => (a.second?.seq ?? 0) - (b.second?.seq ?? 0))
}

/** The decision on a city's configuration that holds; undefined where there is none. */
export function configurationDecision(
  decisions: readonly Decision[],
  city: string,
  day: Day,
): Of<'configuration'> | undefined {
  return holding(decisions, 'configuration', day).findLast((one) => one.city === city)
}

/** How a city is judged: as decided, or by the default of readings R3 and R4. */
export function configurationOf(decisions: readonly Decision[], city: string, day: Day): Configuration {
  const decided = configurationDecision(decisions, city, day)
  if (decided === undefined) return defaultConfiguration
  const { baseYear, intervals, path, share } = decided.content
  return { baseYear, intervals, path, share }
}

/** The derogations that hold for a city, the latest of each result. */
export function derogationsInForce(
  decisions: readonly Decision[],
  city: string,
  day: Day,
): ReadonlyMap<IndicatorCode, Of<'derogation'>> {
  const own = holding(decisions, 'derogation', day).filter((one) => one.city === city)
  return new Map(own.map((decision) => [decision.content.indicator, decision]))
}

/** Where a decision that was signed twice stands on a day. */
type SignedState = 'coming' | 'inForce' | 'over'

/** Where any decision stands on a day. */
export type DecisionState = SignedState | 'waiting' | 'rejected' | 'withdrawn'

/** Where a decision stands on a day: before its second signature, refused, or in its term. */
export function decisionState(decision: Decision, day: Day): DecisionState {
  if (decision.second === null) return 'waiting'
  return decision.second.kind === 'approved' ? signedState(decision, day) : decision.second.kind
}

function signedState({ effectiveFrom, endsOn }: Decision, day: Day): SignedState {
  if (day < effectiveFrom) return 'coming'
  return endsOn !== null && day > endsOn ? 'over' : 'inForce'
}

/** A derogation that two people signed, and where it stands. */
export interface Derogation {
  readonly decision: Of<'derogation'>
  readonly state: SignedState
}

/** Every derogation of a city that was signed, past and coming ones too, the latest to begin first. */
export function derogationsOf(decisions: readonly Decision[], city: string, day: Day): readonly Derogation[] {
  return decisions
    .filter(isOf('derogation'))
    .filter((decision) => decision.city === city && decision.second?.kind === 'approved')
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
    .map((decision) => ({ decision, state: signedState(decision, day) }))
}

/** An own target as it was set. */
interface Target {
  readonly city: string
  readonly indicator: IndicatorCode
  readonly value: string
}

/**
 * The own targets that hold on a day: of each city and result the last that was set. One that lies below the floor holds
 * only while a derogation allows it (R10); after that it has lapsed, and no earlier one comes back in its place.
 * `targets`: oldest first.
 */
export function targetsInForce<T extends Target>(
  targets: readonly T[],
  decisions: readonly Decision[],
  day: Day,
): { readonly inForce: readonly T[]; readonly lapsed: readonly T[] } {
  const last = [...new Map(targets.map((each) => [`${each.city}/${each.indicator}`, each])).values()]
  const holds = ({ city, indicator: code, value }: T): boolean => {
    const lowest = derogationsInForce(decisions, city, day).get(code)?.content.lowest
    const floor = indicator(code).floor ?? 0
    return atLeast(decimal(value), lowest === undefined ? ratio(BigInt(floor)) : decimal(lowest))
  }
  return { inForce: last.filter(holds), lapsed: last.filter((each) => !holds(each)) }
}

/**
 * The band table or scoring scheme that a decision takes the place of: what holds on its first day without it, of all that
 * were signed before it. Undefined where there was none, and for other kinds.
 */
export function replacedBy(decisions: readonly Decision[], decision: Decision): Decision | undefined {
  const { kind } = decision.content
  if (kind !== 'bandTable' && kind !== 'scoringScheme') return undefined
  const seq = decision.second?.seq ?? Infinity
  return holding(decisions, kind, decision.effectiveFrom).findLast(
    ({ id, second }) => id !== decision.id && (second?.seq ?? 0) < seq,
  )
}

/**
 * The growth results of a city whose base is decided not to be comparable for a quarter judged (R8). Of several decisions
 * on one result the last that was signed says why.
 */
export function incomparableAt(
  decisions: readonly Decision[],
  city: string,
  day: Day,
  quarter: Quarter,
): IncomparableBases {
  const own = holding(decisions, 'comparability', day).filter(
    ({ city: about, content: { from, to } }) =>
      about === city &&
      compareQuarters(from, quarter) <= 0 &&
      (to === null || compareQuarters(quarter, to) <= 0),
  )
  return Object.fromEntries(own.map(({ content }) => [content.indicator, content.cause]))
}

/** The decision by which the bands of the remaining money hold. */
export const bandTableInForce = (decisions: readonly Decision[], day: Day): Of<'bandTable'> | undefined =>
  holding(decisions, 'bandTable', day).at(-1)

/** The bands of the remaining money; null while no document gives them (R12). */
export function bandsInForce(decisions: readonly Decision[], day: Day): BandTable | null {
  const decision = bandTableInForce(decisions, day)
  return decision ? { documentNumber: decision.documentNumber, bands: decision.content.bands } : null
}

/** From how many per cent on a changed figure is material; null while no decision says so. */
export const materialityInForce = (decisions: readonly Decision[], day: Day): Of<'materiality'> | null =>
  holding(decisions, 'materiality', day).at(-1) ?? null

/** The scoring scheme; null while no document gives one (R13). */
export function schemeInForce(decisions: readonly Decision[], day: Day): ScoringScheme | null {
  return schemeOf(schemeDecision(decisions, day))
}

/** The decision that gives the scoring scheme; undefined while none does. */
export const schemeDecision = (decisions: readonly Decision[], day: Day): Of<'scoringScheme'> | undefined =>
  holding(decisions, 'scoringScheme', day).at(-1)

/** The scheme that a decision gives, whether or not it still holds; null of any other decision or none. */
export function schemeOf(decision: Decision | undefined): ScoringScheme | null {
  if (decision?.content.kind !== 'scoringScheme') return null
  const { method, weights, grades } = decision.content
  return { documentNumber: decision.documentNumber, method, weights, ...(grades && { grades }) }
}

/** The checks with the severities and bounds decided for them. */
export function checksInForce(decisions: readonly Decision[], day: Day): readonly Check[] {
  const held = holding(decisions, 'checkSeverity', day).map(({ content }) => content)
  const decided = new Map(held.map((content) => [content.check as string, content]))
  // One that says nothing of the bound leaves it as it was decided before.
  const set = held.flatMap(({ check, bound }) => (bound === undefined ? [] : [[check, bound] as const]))
  const bounds: CheckBounds = { ...usualBounds, ...Object.fromEntries(set) }
  return checks.map((check) => {
    const content = decided.get(check.code)
    if (content === undefined) return { ...check, bounds }
    const { code, introduced, find } = check
    const dated = content.hardFrom === null ? {} : { hardFrom: content.hardFrom }
    return { code, introduced, find, bounds, severity: content.severity, ...dated }
  })
}
