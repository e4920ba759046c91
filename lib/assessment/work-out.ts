import { schemeOf } from '@/lib/decisions/in-force'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
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
import {
  readEvaluationGround,
  type EvaluationGround,
  type SampleItem,
} from '@/lib/store/evaluation-population'
import type { Sample } from '@/lib/store/evaluation-record'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import type { Snapshot } from '@/lib/store/evaluation-seals'
import type { Work } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { carriedOver, type CarriedOver } from './carried-over'
import type { EvaluationInHand } from './evaluation-in-hand'

/** What can keep an evaluation from being signed, most basic first. */
export type StillOpen = 'readings' | 'results' | 'statement'

/** An evaluation as it stands now: judged on accepted facts, scored by the round's scheme. */
export interface WorkedOut {
  readonly inputs: FrozenInputs
  readonly judgements: readonly Judgement[]
  readonly marks: readonly SettledMark[]
  readonly sheet: ScoreSheet
  readonly stillOpen: readonly StillOpen[]
  readonly ground: Omit<EvaluationGround, 'before'>
  /** What of the sealed version before may be said again, its grounds being the same; null for the first version. */
  readonly carried: CarriedOver | null
  /** What two people would sign; null while anything is open. */
  readonly snapshot: Snapshot | null
}

/** The form of what is sealed. */
const SNAPSHOT_SCHEMA = 'chengji.evaluation/1'

/** Works the open version out, on everything the permit may see of it. */
export async function workOut(
  work: Work,
  { round, record, version, decisions }: EvaluationInHand,
): Promise<WorkedOut> {
  const own = <T extends { readonly version: number }>(list: readonly T[]): readonly T[] =>
    list.filter((each) => each.version === version)
  const { before, ...ground } = await readEvaluationGround(work, round, version - 1)
  const today = dayOf(work.now)
  // Own targets are judged apart (R10): an evaluation is by the floor.
  const terms = termsOn(decisions, [], work.city, today, round.asOf)
  const readings = own(record.readings)
  const marks = settleMarks(
    readings.filter(({ duty }) => duty === 'first'),
    readings.filter(({ duty }) => duty === 'second'),
    own(record.settlements),
  )
  const overrides = own(record.overrides).filter(({ percent }) => percent !== null)
  const inputs: FrozenInputs = {
    asOf: round.asOf,
    facts: toFacts(ground.facts.filter(({ period }) => period <= round.asOf)),
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
    sampled: sampledOf(own(record.samples).at(-1), ground),
    narratives: ground.narratives,
    visits: own(record.visits),
  }
  return {
    inputs,
    judgements,
    marks,
    sheet,
    stillOpen,
    ground,
    carried: before === null ? null : carriedOver(before, inputs.facts, ground.narratives),
    snapshot: stillOpen.length > 0 ? null : freeze(round, sheet, frozen),
  }
}

/** What the keys drawn are, in the order of drawing. */
function sampledOf(
  sample: Sample | undefined,
  { population }: Pick<EvaluationGround, 'population'>,
): readonly SampleItem[] {
  const keys = sample === undefined ? [] : (JSON.parse(sample.drawn) as string[])
  return keys.flatMap((key) => population.find((item) => item.key === key) ?? [])
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
