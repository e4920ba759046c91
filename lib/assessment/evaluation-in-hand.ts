import { AccessRefused, mayEver } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { readEvaluationFrame, type EvaluationFrame } from '@/lib/store/evaluation-frame'
import type { Work } from '@/lib/store/work'

/** The evaluation of the permit's city in a round, with the decisions it may see. */
export interface EvaluationInHand extends EvaluationFrame {
  /** The last version there is. */
  readonly version: number
  readonly isSealed: boolean
}

/** Reads the permit's city in a round. @throws AccessRefused notFound when there is no such round */
export async function roundNamed(work: Work, name: string): Promise<EvaluationFrame> {
  const frame = await readEvaluationFrame(work, name)
  if (frame === null) throw new AccessRefused('notFound')
  return frame
}

/** Reads the evaluation of the permit's city in a round. @throws AccessRefused notFound when the city has none in it */
export async function evaluationInHand(work: Work, name: string): Promise<EvaluationInHand> {
  const frame = await roundNamed(work, name)
  const { record } = frame
  const version = record.versions.at(-1)?.version
  if (version === undefined) throw new AccessRefused('notFound')
  return { ...frame, version, isSealed: record.seals.some((seal) => seal.version === version) }
}

/** Whether the person sees readings and score before the seal: who assesses does, and who seals; the city and its province do not. */
export const seesUnsealed = (person: Actor): boolean =>
  mayEver(person, 'evaluation.seal') || mayEver(person, 'assessment.do')
