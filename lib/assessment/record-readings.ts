import { actorOf, type Permit } from '@/lib/access/authorize'
import { isIndicatorCode } from '@/lib/notice'
import { judgedIndicators, rubricMark } from '@/lib/rules'
import { writeHandedIn, writeReadings } from '@/lib/store/evaluation-deeds'
import type { Duty } from '@/lib/store/evaluation-record'
import { begin, type Work } from '@/lib/store/work'
import { cleanText, readingWording, Refusal } from '@/lib/values'
import { evaluationInHand, type EvaluationInHand } from './evaluation-in-hand'

const LONGEST = 2000

/** What is typed of one reading. */
export interface ReadingText {
  readonly indicator: string
  readonly mark: string
  readonly reason: string
}

/** One reading of a page. */
export interface ShownReading extends ReadingText {
  /** What the page took to be saved, as `readingWording` says it; without it nothing is compared. */
  readonly shown?: string
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

/** A mark by the rubric with its reason. @throws Refusal choiceWrong, markWrong, readingReasonMissing, tooLong */
export function readMark({ indicator, mark, reason }: ReadingText) {
  if (!isIndicatorCode(indicator) || !judgedIndicators.includes(indicator))
    throw new Refusal('choiceWrong', { got: indicator.slice(0, 60) })
  const given = rubricMark(mark)
  if (given === undefined) throw new Refusal('markWrong', { got: mark.slice(0, 60), indicator })
  const text = cleanText(reason)
  if (text === '') throw new Refusal('readingReasonMissing', { indicator })
  if (text.length > LONGEST)
    throw new Refusal('tooLong', { limit: String(LONGEST), got: String(text.length), indicator })
  return { indicator, mark: given, reason: text }
}

/**
 * Saves a reader's marks; they may be said otherwise until they are handed in. A result with neither mark nor reason is left
 * for later. What another window saved since the page was shown stays where this page left it alone, and is never written over
 * unseen.
 * @throws Refusal dutyOther, evaluationSealed, readingsHandedIn, choiceWrong, markWrong, readingReasonMissing, tooLong,
 * readingChanged
 */
export async function recordReadings(
  permit: Permit<'assessment.do'>,
  name: string,
  texts: readonly ShownReading[],
): Promise<void> {
  await begin(permit, (work) => write(work, actorOf(permit).id, name, texts))
}

/**
 * Hands all eight readings in, for good, as the page says them: what is not saved yet is saved with it. Only when both readers
 * have does either see the other's. @throws Refusal readingsLacking, and what recordReadings does
 */
export async function handInReadings(
  permit: Permit<'assessment.do'>,
  name: string,
  texts: readonly ShownReading[] = [],
): Promise<void> {
  await begin(permit, async (work) => {
    const { inHand, duty, before, changed } = await write(work, actorOf(permit).id, name, texts)
    const read = new Set([...before, ...changed].map(({ indicator }) => indicator))
    const lacking = judgedIndicators.filter((indicator) => !read.has(indicator))
    if (lacking.length > 0)
      throw new Refusal('readingsLacking', { count: String(lacking.length), indicator: lacking[0] ?? '' })
    await writeHandedIn(work, { round: inHand.round.id, version: inHand.version }, duty)
  })
}

async function write(
  work: Work<'assessment.do'>,
  person: string,
  name: string,
  texts: readonly ShownReading[],
) {
  const inHand = await evaluationInHand(work, name)
  const { round, version, record } = inHand
  const duty = readerOf(inHand, person)
  const before = record.readings.filter(
    (each) => each.version === version && each.duty === duty && each.by === person,
  )
  const changed = texts.flatMap((text) => {
    const last = before.find(({ indicator }) => indicator === text.indicator)
    const saved = last === undefined ? '' : readingWording(String(last.mark), last.reason)
    const typed = readingWording(text.mark, text.reason)
    const shown = text.shown === undefined ? saved : cleanText(text.shown)
    if (typed === saved || typed === shown) return []
    const read = readMark(text)
    if (last !== undefined && saved !== shown)
      throw new Refusal('readingChanged', {
        indicator: read.indicator,
        mark: String(last.mark),
        reason: last.reason,
        at: last.at,
      })
    return [read]
  })
  if (changed.length > 0) await writeReadings(work, { round: round.id, version }, duty, changed)
  return { inHand, duty, before, changed }
}
