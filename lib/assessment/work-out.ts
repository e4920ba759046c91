import { schemeOf } from '@/lib/decisions/in-force'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import { toFacts } from '@/lib/reporting/facts'
import { termsOn } from '@/lib/review/judge-cities'
import {
  demonstrationScheme,
  evaluateFrozen,
  marksOf,
  ruleVersion,
  settleMarks,
  type FrozenInputs,
  type Judgement,
  type Overrides,
  type ScoreSheet,
  type SettledMark,
} from '@/lib/rules'
import { readDecisions } from '@/lib/store/decisions'
import type { EvaluationRecord } from '@/lib/store/evaluation-record'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import type { Snapshot } from '@/lib/store/evaluation-seals'
import { readTargets } from '@/lib/store/targets'
import type { Work } from '@/lib/store/work'
import { dayOf } from '@/lib/values'

/** What can keep an evaluation from being signed, most basic first. */
export type StillOpen = 'readings' | 'results' | 'statement'

/** An evaluation as it stands now: judged on accepted facts, scored by the round's scheme. */
export interface WorkedOut {
  readonly inputs: FrozenInputs
  readonly judgements: readonly Judgement[]
  readonly marks: readonly SettledMark[]
  readonly sheet: ScoreSheet
  readonly stillOpen: readonly StillOpen[]
  /** What two people would sign; null while anything is open. */
  readonly snapshot: Snapshot | null
}

/** The form of what is sealed. */
const SNAPSHOT_SCHEMA = 'chengji.evaluation/1'

/** Works the open version out, on everything the permit may see of it. */
export async function workOut(
  work: Work,
  round: EvaluationRound,
  record: EvaluationRecord,
  version: number,
): Promise<WorkedOut> {
  const own = <T extends { readonly version: number }>(list: readonly T[]): readonly T[] =>
    list.filter((each) => each.version === version)
  const decisions = await readDecisions(work)
  const summaries = await readKnownSummaries(work)
  const today = dayOf(work.now)
  const terms = termsOn(decisions, await readTargets(work), work.city, today, round.asOf)
  const readings = own(record.readings)
  const marks = settleMarks(
    readings.filter(({ duty }) => duty === 'first'),
    readings.filter(({ duty }) => duty === 'second'),
    own(record.settlements),
  )
  const overrides = own(record.overrides).filter(({ percent }) => percent !== null)
  const inputs: FrozenInputs = {
    asOf: round.asOf,
    facts: toFacts(summaries.flatMap(({ facts }) => facts).filter(({ period }) => period <= round.asOf)),
    configuration: terms.configuration,
    incomparable: terms.incomparable,
    scheme: schemeOf(decisions.find(({ id }) => id === round.schemeDecision)) ?? demonstrationScheme,
    marks: marksOf(marks),
    overrides: Object.fromEntries(
      overrides.map(({ indicator, percent }) => [indicator, percent]),
    ) as Overrides,
  }
  const { judgements, sheet } = evaluateFrozen(inputs)
  const isRead = own(record.handedIn).length === 2 && marks.every(({ mark }) => mark !== null)
  const isStated = own(record.statementSignatures).length > 0 || today > round.closesOn
  const stillOpen: StillOpen[] = [
    ...(isRead ? [] : (['readings'] as const)),
    ...(sheet.open.some((code) => marks.every(({ indicator }) => indicator !== code))
      ? (['results'] as const)
      : []),
    ...(isStated ? [] : (['statement'] as const)),
  ]
  const frozen = {
    schema: SNAPSHOT_SCHEMA,
    ruleVersion,
    city: work.city,
    round: {
      name: round.name,
      title: round.title,
      documentNumber: round.documentNumber,
      asOf: round.asOf,
      schemeDecision: round.schemeDecision,
    },
    version,
    inputs,
    judgements,
    marks,
    sheet,
    readings,
    settlements: own(record.settlements),
    overrides: own(record.overrides),
    statement: own(record.statements).at(-1) ?? null,
    statementSignature: own(record.statementSignatures).at(-1) ?? null,
    sample: own(record.samples).at(-1) ?? null,
  }
  return {
    inputs,
    judgements,
    marks,
    sheet,
    stillOpen,
    snapshot: stillOpen.length > 0 ? null : freeze(round, sheet, frozen),
  }
}

function freeze(round: EvaluationRound, sheet: ScoreSheet, frozen: object): Snapshot | null {
  const { total, basisPoints, grade } = sheet
  if (total === null || basisPoints === null) return null
  // As JSON has it: what is not there has no key.
  const text = canonical(asCanonical(JSON.parse(JSON.stringify(frozen))))
  return {
    text,
    sha256: digest(text),
    asOf: round.asOf,
    score: total,
    basisPoints,
    grade,
    ruleVersion,
    schemeDecision: round.schemeDecision,
  }
}
