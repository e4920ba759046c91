import type { Permit } from '@/lib/access/authorize'
import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { derogationsInForce } from '@/lib/decisions/in-force'
import { checkOwnTarget, type TargetRefusal } from '@/lib/rules'
import { readDecisions } from '@/lib/store/decisions'
import { readTargets, writeTarget } from '@/lib/store/targets'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { requireReason } from './move-report'

/**
 * Sets a city's own target for the first time, on top of the notice's floor (reading R10): per cent a year for growth, a number for counts.
 * Below the floor only as far as a derogation in force allows. A target that was set changes only by a
 * request that a reviewer grants.
 * @throws Refusal cellUnknown, targetNeedsRequest, targetWrong, targetBelowFloor, reasonMissing
 */
export async function setTarget(
  permit: Permit<'target.set'>,
  code: string,
  text: string,
  reason: string,
): Promise<void> {
  if (!isIndicatorCode(code)) throw new Refusal('cellUnknown', { indicator: code, part: '' })
  const said = requireReason(reason)
  await begin(permit, async (work) => {
    const value = await checkTarget(work, code, text)
    const isSet = (await readTargets(work)).some(({ indicator }) => indicator === code)
    if (isSet) throw new Refusal('targetNeedsRequest')
    await writeTarget(work, { indicator: code, value, reason: said })
  })
}

/** A target as it may stand today. @throws Refusal targetWrong, targetBelowFloor */
export async function checkTarget(work: Work, code: IndicatorCode, text: string): Promise<string> {
  const derogation = derogationsInForce(await readDecisions(work), work.city, dayOf(work.now)).get(code)
  const target = checkOwnTarget(code, text, derogation?.content.lowest)
  if (!target.ok) throw refusalOf(code, target.error)
  return target.value
}

function refusalOf(indicator: string, { code, got, floor }: TargetRefusal): Refusal {
  return new Refusal(code === 'belowFloor' ? 'targetBelowFloor' : 'targetWrong', {
    got,
    floor: floor ?? '',
    indicator,
  })
}
