import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import type { EvaluationKey } from './evaluation-deeds'
import type { VisitWording } from './evaluation-record'
import { insertRows } from './insert-rows'
import { uuid7 } from './uuid7'
import { actorIn, sqlState, type Work } from './work'

/** What is written of a visit: its id (null for a new one), which wording it is, and the photographs by their files. */
export type NewVisit = Pick<VisitWording, 'seq' | 'place' | 'visitedOn' | 'met' | 'note' | 'reason'> & {
  readonly visit: string | null
  readonly photos: readonly string[]
}

/**
 * Writes a wording of a visit with its photographs; earlier wordings stay.
 * @throws Refusal visitChanged when another wording came first, evaluationSealed, dutyOther
 */
export async function writeVisit(
  work: Work<'assessment.do'>,
  { round, version }: EvaluationKey,
  { visit: known, seq, place, visitedOn, met, note, reason, photos }: NewVisit,
): Promise<void> {
  const actor = actorIn(work)
  const visit = known ?? uuid7(work.now)
  const key = { city: work.city, round, version, visit, seq }
  try {
    await insertRows(work, 'evaluation_visit', [
      {
        ...key,
        place,
        visited_on: visitedOn,
        met,
        note,
        reason,
        written_by: actor.id,
        written_by_name: actor.name,
        written_at: work.now,
      },
    ])
    await insertRows(
      work,
      'evaluation_visit_photo',
      photos.map((file) => ({ ...key, file })),
    )
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ002' || state === '23505') throw new Refusal('visitChanged')
    if (state === 'CJ005') throw new Refusal('fileUnknown')
    if (state === 'CJ004') throw new Refusal('evaluationSealed')
    if (state === '42501') throw new Refusal('dutyOther')
    throw error
  }
  // What was noted stays between the assessors and the record: the trail has only that it was.
  await recordAudit(work, { round, version, visit, seq, photos: photos.length })
}
