import type { Permit } from '@/lib/access/authorize'
import { isIndicatorCode } from '@/lib/notice'
import { derogationsInForce } from '@/lib/decisions/in-force'
import { checkOwnTarget, type TargetRefusal } from '@/lib/rules'
import { readDecisions } from '@/lib/store/decisions'
import { writeTarget } from '@/lib/store/targets'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { requireReason } from './move-report'

/**
 * Sets a city's own target on top of the notice's floor (reading R10): per cent a year for growth, a number for counts.
 * Below the floor only as far as a derogation in force allows. Targets already set stay in the history.
 * @throws Refusal cellUnknown, targetWrong, targetBelowFloor, reasonMissing
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
    const derogation = derogationsInForce(await readDecisions(work), work.city, dayOf(work.now)).get(code)
    const target = checkOwnTarget(code, text, derogation?.content.lowest)
    if (!target.ok) throw refusalOf(code, target.error)
    await writeTarget(work, { indicator: code, value: target.value, reason: said })
  })
}

function refusalOf(indicator: string, { code, got, floor }: TargetRefusal): Refusal {
  return new Refusal(code === 'belowFloor' ? 'targetBelowFloor' : 'targetWrong', {
    got,
    floor: floor ?? '',
    indicator,
  })
}
