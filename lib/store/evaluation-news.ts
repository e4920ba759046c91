import { databaseOf, type Work } from './work'

/** A step of some evaluation, as messages tell it: never a mark or a score. */
export interface ToldEvaluation {
  readonly kind: 'evaluationOpened' | 'assessmentAssigned' | 'evaluationSealed'
  readonly city: string
  /** Name of the round. */
  readonly round: string
  /** Which of its kind in this city and round. */
  readonly number: number
  /** The assessor that was assigned; null otherwise. */
  readonly person: string | null
}

/** The steps since a moment that somebody should hear of. */
export async function readToldEvaluations(
  work: Work<'message.collect'>,
  since: Date,
): Promise<ToldEvaluation[]> {
  return databaseOf(work).$queryRaw<ToldEvaluation[]>`
    SELECT told.kind, told.city, r.kind || '-' || r.number AS round, told.number, told.person FROM (
      SELECT 'evaluationOpened' AS kind, city, round, version AS number, NULL AS person, opened_at AS at FROM evaluation
      UNION ALL
      SELECT 'assessmentAssigned', city, round, seq, assessor::text, assigned_at FROM evaluation_assignment WHERE NOT ended
      UNION ALL
      SELECT 'evaluationSealed', city, round, version, NULL, sealed_at FROM evaluation_seal) told
    JOIN evaluation_round r ON r.id = told.round
    WHERE told.at >= ${since} ORDER BY told.at, told.city, told.kind, told.number`
}
