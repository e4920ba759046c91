import type { Permit } from '@/lib/access/authorize'
import { signStatement, writeStatement } from '@/lib/store/evaluation-deeds'
import { begin } from '@/lib/store/work'
import { cleanText, dayOf, Refusal } from '@/lib/values'
import { evaluationInHand, type EvaluationInHand } from './evaluation-in-hand'

const LONGEST = 5000

/** What a city says of itself: what was achieved, where it deviates and why, what comes next. */
export interface StatementText {
  readonly achieved: string
  readonly deviations: string
  readonly nextSteps: string
}

/** A city speaks while the round is open. @throws Refusal evaluationClosed, evaluationSealed */
function assertOpen({ round, isSealed }: EvaluationInHand, now: Date): void {
  const today = dayOf(now)
  if (isSealed) throw new Refusal('evaluationSealed')
  if (today < round.opensOn || today > round.closesOn)
    throw new Refusal('evaluationClosed', { from: round.opensOn, to: round.closesOn })
}

/**
 * Saves a wording of the city's self-evaluation; `shown` is the number of the last one that was on the screen, so that nobody
 * writes over another unseen.
 * @throws Refusal statementEmpty, tooLong, evaluationClosed, statementChanged, statementSigned
 */
export async function saveStatement(
  permit: Permit<'evaluation.state'>,
  name: string,
  shown: number,
  text: StatementText,
): Promise<void> {
  const said = {
    achieved: cleanText(text.achieved),
    deviations: cleanText(text.deviations),
    nextSteps: cleanText(text.nextSteps),
  }
  if (Object.values(said).includes('')) throw new Refusal('statementEmpty')
  for (const { length } of Object.values(said))
    if (length > LONGEST) throw new Refusal('tooLong', { limit: String(LONGEST), got: String(length) })
  await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    assertOpen(inHand, work.now)
    const { round, version } = inHand
    await writeStatement(work, { round: round.id, version }, shown + 1, said)
  })
}

/**
 * Signs the wording that was shown; nobody who wrote any of them may.
 * @throws Refusal statementEmpty, statementChanged, statementOwn, statementSigned, evaluationClosed
 */
export async function signOwnStatement(
  permit: Permit<'evaluation.sign'>,
  name: string,
  shown: number,
): Promise<void> {
  await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    assertOpen(inHand, work.now)
    const { round, version, record } = inHand
    const last = record.statements.findLast((each) => each.version === version)
    if (last === undefined) throw new Refusal('statementEmpty')
    if (last.seq !== shown) throw new Refusal('statementChanged')
    await signStatement(work, { round: round.id, version }, shown)
  })
}
