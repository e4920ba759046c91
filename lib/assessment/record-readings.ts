import { actorOf, type Permit } from '@/lib/access/authorize'
import { isIndicatorCode } from '@/lib/notice'
import { requireReason } from '@/lib/reporting/move-report'
import { judgedIndicators, rubricMark } from '@/lib/rules'
import { writeHandedIn, writeReadings } from '@/lib/store/evaluation-deeds'
import type { Duty } from '@/lib/store/evaluation-record'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { evaluationInHand, type EvaluationInHand } from './evaluation-in-hand'

/** What is typed of one reading. */
export interface ReadingText {
  readonly indicator: string
  readonly mark: string
  readonly reason: string
}

/** The person's own duty in an evaluation; the database says the same of every row. */
export const dutyOf = ({ record }: EvaluationInHand, person: string): Duty | null =>
  record.assignments.find(({ assessor, ended }) => assessor === person && !ended)?.duty ?? null

/** @throws Refusal dutyOther for anybody but the two readers; evaluationSealed */
function readerOf(inHand: EvaluationInHand, person: string): 'first' | 'second' {
  const duty = dutyOf(inHand, person)
  if (duty !== 'first' && duty !== 'second') throw new Refusal('dutyOther')
  if (inHand.isSealed) throw new Refusal('evaluationSealed')
  return duty
}

/** A mark by the rubric with its reason. @throws Refusal choiceWrong, markWrong, reasonMissing, tooLong */
export function readMark({ indicator, mark, reason }: ReadingText) {
  if (!isIndicatorCode(indicator) || !judgedIndicators.includes(indicator))
    throw new Refusal('choiceWrong', { got: indicator.slice(0, 60) })
  const given = rubricMark(mark)
  if (given === undefined) throw new Refusal('markWrong', { got: mark.slice(0, 60), indicator })
  return { indicator, mark: given, reason: requireReason(reason) }
}

/**
 * Saves a reader's marks; they may be said otherwise until they are handed in. A result with neither mark nor reason is left
 * for later. @throws Refusal dutyOther, evaluationSealed, readingsHandedIn, choiceWrong, markWrong, reasonMissing, tooLong
 */
export async function recordReadings(
  permit: Permit<'assessment.do'>,
  name: string,
  texts: readonly ReadingText[],
): Promise<void> {
  const said = texts.filter(({ mark, reason }) => mark !== '' || reason.trim() !== '').map(readMark)
  await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { round, version, record } = inHand
    const person = actorOf(permit).id
    const duty = readerOf(inHand, person)
    const before = record.readings.filter(
      (each) => each.version === version && each.duty === duty && each.by === person,
    )
    const changed = said.filter(
      ({ indicator, mark, reason }) =>
        !before.some((each) => each.indicator === indicator && each.mark === mark && each.reason === reason),
    )
    await writeReadings(work, { round: round.id, version }, duty, changed)
  })
}

/**
 * Hands all eight readings in, for good. Only when both readers have does either see the other's.
 * @throws Refusal dutyOther, evaluationSealed, readingsLacking, readingsHandedIn
 */
export async function handInReadings(permit: Permit<'assessment.do'>, name: string): Promise<void> {
  await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { round, version, record } = inHand
    const duty = readerOf(inHand, actorOf(permit).id)
    const read = new Set(
      record.readings
        .filter((each) => each.version === version && each.duty === duty)
        .map(({ indicator }) => indicator),
    )
    const lacking = judgedIndicators.filter((indicator) => !read.has(indicator))
    if (lacking.length > 0)
      throw new Refusal('readingsLacking', { count: String(lacking.length), indicator: lacking[0] ?? '' })
    await writeHandedIn(work, { round: round.id, version }, duty)
  })
}
