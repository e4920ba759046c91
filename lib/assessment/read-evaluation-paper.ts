import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { derogationsOf, type Derogation } from '@/lib/decisions/in-force'
import type { IndicatorCode } from '@/lib/notice'
import type { PathLines } from '@/lib/review/path-lines'
import { ruleVersion, usualGrades, type Grade } from '@/lib/rules'
import { gradesFrom } from '@/lib/rules/grades'
import { lostPoints, lostTogether, type LostPoints } from '@/lib/rules/lost-points'
import { scoreByClause, type ClauseScore } from '@/lib/rules/score-by-clause'
import type { City } from '@/lib/store/cities'
import { readSnapshot, type SealHead } from '@/lib/store/evaluation-record'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import { readRestatements, type Restatement } from '@/lib/store/restatements'
import { begin, type Work } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { evaluationInHand, seesUnsealed, type EvaluationInHand } from './evaluation-in-hand'
import { frozenPaths } from './frozen-paths'
import { shownSample, type ShownSample } from './read-evaluation-page'
import type { Frozen } from './read-sealed'
import { workOut } from './work-out'

/** An evaluation as its documents tell it: in its frozen facts, with what became of it beside. */
export interface PaperEvaluation {
  readonly city: City
  readonly round: EvaluationRound
  readonly version: number
  /** Null before the seal: what is said then is a draft. */
  readonly seal: SealHead | null
  readonly frozen: Frozen
  readonly ruleVersion: string
  readonly clauses: readonly ClauseScore[]
  readonly lost: readonly LostPoints[]
  /** Their sum, exact. */
  readonly lostTogether: string
  readonly grades: readonly { readonly grade: Grade; readonly from: string }[]
  readonly paths: Partial<Record<IndicatorCode, PathLines>>
  readonly sample: ShownSample | null
  readonly derogations: readonly Derogation[]
  /** What was corrected since the seal of the figures up to the quarter judged. */
  readonly restatements: readonly Restatement[]
  readonly now: Date
}

/**
 * Reads one version of an evaluation for its documents: a sealed one in its frozen facts; the open one as it stands, for those
 * who see it before the seal. @throws AccessRefused notFound
 */
export function readEvaluationPaper(
  permit: Permit<'evaluation.read' | 'assessment.do'>,
  name: string,
  version: number,
): Promise<PaperEvaluation> {
  return begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { city, round, record } = inHand
    const seal = record.seals.find((each) => each.version === version) ?? null
    const seesDraft = version === inHand.version && seesUnsealed(actorOf(permit))
    if (seal === null && !seesDraft) throw new AccessRefused('notFound')
    const frozen = seal === null ? await asItStands(work, inHand) : await sealed(work, round, version)
    const { inputs, sheet, sample } = frozen
    const lost = lostPoints(sheet.lines)
    return {
      city,
      round,
      version,
      seal,
      frozen,
      ruleVersion: seal?.ruleVersion ?? ruleVersion,
      clauses: scoreByClause(sheet.lines),
      lost,
      lostTogether: lostTogether(lost),
      grades: gradesFrom(inputs.scheme.grades ?? usualGrades),
      paths: frozenPaths(inputs),
      sample: sample === null ? null : shownSample(sample, frozen.sampled ?? []),
      derogations: derogationsOf(inHand.decisions, city.code, dayOf(work.now)),
      restatements: seal === null ? [] : await correctedSince(work, round, new Date(seal.sealedAt)),
      now: work.now,
    }
  })
}

async function sealed(work: Work, round: EvaluationRound, version: number): Promise<Frozen> {
  const text = await readSnapshot(work, round.id, version)
  if (text === null) throw new AccessRefused('notFound')
  return JSON.parse(text) as Frozen
}

async function asItStands(work: Work, inHand: EvaluationInHand): Promise<Frozen> {
  const { record, version } = inHand
  const own = <T extends { readonly version: number }>(list: readonly T[]): readonly T[] =>
    list.filter((each) => each.version === version)
  const { inputs, judgements, marks, sheet, ground } = await workOut(work, inHand)
  return {
    inputs,
    judgements,
    marks,
    sheet,
    readings: own(record.readings),
    settlements: own(record.settlements),
    overrides: own(record.overrides),
    statement: own(record.statements).at(-1) ?? null,
    statementSignature: own(record.statementSignatures).at(-1) ?? null,
    sample: own(record.samples).at(-1) ?? null,
    sampled: ground.population,
    visits: own(record.visits),
  }
}

const correctedSince = async (work: Work, { asOf }: EvaluationRound, since: Date): Promise<Restatement[]> =>
  (await readRestatements(work)).filter(
    ({ period, answer }) => answer?.kind === 'approved' && answer.at > since && period <= asOf,
  )
