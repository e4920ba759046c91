import { AccessRefused } from '@/lib/access/authorize'
import { readEvaluation, type EvaluationRecord } from '@/lib/store/evaluation-record'
import { readRounds, type EvaluationRound } from '@/lib/store/evaluation-rounds'
import type { Work } from '@/lib/store/work'

/** The evaluation of the permit's city in a round. */
export interface EvaluationInHand {
  readonly round: EvaluationRound
  readonly record: EvaluationRecord
  /** The last version there is. */
  readonly version: number
  readonly isSealed: boolean
}

/** Finds a round by its name. @throws AccessRefused notFound */
export async function roundNamed(work: Work, name: string): Promise<EvaluationRound> {
  const round = (await readRounds(work)).find((each) => each.name === name)
  if (round === undefined) throw new AccessRefused('notFound')
  return round
}

/** Reads the evaluation of the permit's city in a round. @throws AccessRefused notFound when the city has none in it */
export async function evaluationInHand(work: Work, name: string): Promise<EvaluationInHand> {
  const round = await roundNamed(work, name)
  const record = await readEvaluation(work, round.id)
  const version = record.versions.at(-1)?.version
  if (version === undefined) throw new AccessRefused('notFound')
  return { round, record, version, isSealed: record.seals.some((seal) => seal.version === version) }
}
