import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import type { Role } from '@/lib/access/roles'
import { DECISION_KINDS, type DecisionKind } from '@/lib/decisions/content'
import type { Decision } from '@/lib/decisions/decision'
import { differenceBetween, type Difference } from '@/lib/decisions/difference'
import {
  bandsInForce,
  decisionState,
  materialityInForce,
  replacedBy,
  schemeInForce,
  type DecisionState,
} from '@/lib/decisions/in-force'
import { digest } from '@/lib/ledger/canonical'
import type { BandTable, ScoringScheme } from '@/lib/rules'
import { readCities, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { usualMaterialPercent } from '@/lib/store/restatements'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { SIGNERS } from './propose-decision'
import { rehearseDecision, sealRehearsal, type Rehearsal } from './rehearse-decision'

/** A decision with the city it names, and where it stands today. */
export interface BookEntry {
  readonly decision: Decision
  readonly city: City | null
  readonly state: DecisionState
}

export interface DecisionBook {
  readonly today: string
  /** Newest first. */
  readonly entries: readonly BookEntry[]
  readonly bands: BandTable | null
  readonly scheme: ScoringScheme | null
  /** From how many per cent on a correction is material, and the decision that says so; null while it is the usual. */
  readonly threshold: { readonly percent: string; readonly decision: Decision | null }
  /** What this person may propose. */
  readonly proposes: readonly DecisionKind[]
  readonly cities: readonly City[]
}

/** The decision book (决定簿): what was proposed, what holds, and what waits for a second signature. */
export function readDecisionBook(
  permit: Permit<'decision.read' | 'decision.propose'>,
): Promise<DecisionBook> {
  const { role } = actorOf(permit)
  return begin(permit, async (work) => {
    const today = dayOf(work.now)
    const cities = await readCities(work)
    const decisions = await readDecisions(work)
    const decided = materialityInForce(decisions, today)
    return {
      today,
      entries: decisions.map((decision) => entryOf(decision, cities, today)).reverse(),
      bands: bandsInForce(decisions, today),
      scheme: schemeInForce(decisions, today),
      threshold: {
        percent: decided?.content.percent ?? (await usualMaterialPercent(work)),
        decision: decided,
      },
      proposes: DECISION_KINDS.filter((kind) => includes(SIGNERS[kind].propose, role)),
      cities,
    }
  })
}

export interface DecisionPage {
  readonly entry: BookEntry
  /** The effects when it was proposed, and when it was signed. */
  readonly whenProposed: Rehearsal
  readonly whenSigned: Rehearsal | null
  /** The effects now, and the hash an approval must name; null once the decision is signed or withdrawn. */
  readonly now: { readonly effects: Rehearsal; readonly hash: string; readonly changed: boolean } | null
  readonly maySign: boolean
  readonly mayWithdraw: boolean
  /** The band table or scoring scheme it takes the place of, and what it says otherwise. */
  readonly replaces: { readonly decision: Decision; readonly difference: Difference } | null
  /** Names of cities that effects name. */
  readonly cities: readonly City[]
}

/** One decision with its effects, then and now. @throws AccessRefused notFound */
export async function readDecision(permit: Permit<'decision.read'>, id: string): Promise<DecisionPage> {
  const actor = actorOf(permit)
  const { decision, replaced, cities, today } = await begin(permit, async (work) => {
    const decisions = await readDecisions(work)
    const found = decisions.find((one) => one.id === id)
    if (found === undefined) throw new AccessRefused('notFound')
    const cities = await readCities(work)
    return { decision: found, replaced: replacedBy(decisions, found), cities, today: dayOf(work.now) }
  })
  const { second, content, proposedBy } = decision
  // What rests with the two ministries is rehearsed for them; a province reads only what was recorded.
  const isNational = permit.scope.scope === 'nation'
  const effects = second === null && isNational ? await rehearseDecision(permit, decision) : null
  const sealed = effects && sealRehearsal(effects)
  const isOpen = second === null
  return {
    entry: entryOf(decision, cities, today),
    whenProposed: parse(decision.rehearsal),
    whenSigned: second?.kind === 'approved' ? parse(second.rehearsal) : null,
    now: effects && sealed ? { effects, hash: digest(sealed), changed: sealed !== decision.rehearsal } : null,
    maySign: isOpen && includes(SIGNERS[content.kind].sign, actor.role) && proposedBy !== actor.id,
    mayWithdraw: isOpen && proposedBy === actor.id,
    replaces:
      replaced === undefined
        ? null
        : { decision: replaced, difference: differenceBetween(replaced.content, content) },
    cities,
  }
}

const includes = (roles: readonly Role[], role: Role): boolean => roles.includes(role)

const parse = (sealed: string): Rehearsal => JSON.parse(sealed) as Rehearsal

function entryOf(decision: Decision, cities: readonly City[], today: string): BookEntry {
  return {
    decision,
    city: cities.find(({ code }) => code === decision.city) ?? null,
    state: decisionState(decision, today),
  }
}
