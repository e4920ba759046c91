import { actorOf, type Permit } from '@/lib/access/authorize'
import { indicator as indicatorOf, isIndicatorCode, isNumeric } from '@/lib/notice'
import { requireReason } from '@/lib/reporting/move-report'
import { writeOverride } from '@/lib/store/evaluation-deeds'
import { begin } from '@/lib/store/work'
import { atLeast, parseDecimal, ratio, Refusal, toDecimalString, zero } from '@/lib/values'
import { evaluationInHand } from './evaluation-in-hand'
import { dutyOf } from './record-readings'

/**
 * The lead assessor gives a numeric result another share than the rules, in per cent, or takes that back (`percent` blank);
 * either only with a reason. What only people judge is settled by readings.
 * @throws Refusal choiceWrong, overrideWrong, reasonMissing, tooLong, dutyOther, evaluationSealed
 */
export async function overrideResult(
  permit: Permit<'assessment.do'>,
  name: string,
  text: { readonly indicator: string; readonly percent: string; readonly reason: string },
): Promise<void> {
  const { indicator } = text
  if (!isIndicatorCode(indicator) || !isNumeric(indicatorOf(indicator)))
    throw new Refusal('choiceWrong', { got: indicator.slice(0, 60) })
  const percent = readPercent(text.percent)
  const reason = requireReason(text.reason)
  await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    if (dutyOf(inHand, actorOf(permit).id) !== 'lead') throw new Refusal('dutyOther')
    if (inHand.isSealed) throw new Refusal('evaluationSealed')
    const { round, version } = inHand
    await writeOverride(work, { round: round.id, version }, { indicator, percent, reason })
  })
}

/** At most two decimals, from 0 to 100; null for a blank. */
function readPercent(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(/%$/, '')
  if (plain === '') return null
  const exact = /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? parseDecimal(plain) : undefined
  if (exact === undefined || !atLeast(exact, zero) || !atLeast(ratio(100n), exact))
    throw new Refusal('overrideWrong', { got: text.slice(0, 60) })
  return toDecimalString(exact)
}
