import type { Permit } from '@/lib/access/authorize'
import { isIndicatorCode } from '@/lib/notice'
import { checkOwnTarget } from '@/lib/rules'
import { writeTarget } from '@/lib/store/programmes'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { requireReason } from './move-report'

/**
 * Sets a city's own target on top of the notice's floor (reading R10): per cent a year for growth, a number for counts.
 * Targets already set stay in the history.
 * @throws Refusal cellUnknown, targetWrong, targetBelowFloor, reasonMissing
 */
export async function setTarget(
  permit: Permit<'target.set'>,
  code: string,
  text: string,
  reason: string,
): Promise<void> {
  if (!isIndicatorCode(code)) throw new Refusal('cellUnknown', { indicator: code, part: '' })
  const target = checkOwnTarget(code, text)
  if (!target.ok) {
    const { code: why, got, floor } = target.error
    throw new Refusal(why === 'belowFloor' ? 'targetBelowFloor' : 'targetWrong', {
      got,
      floor: floor ?? '',
      indicator: code,
    })
  }
  const said = requireReason(reason)
  await begin(permit, (work) => writeTarget(work, { indicator: code, value: target.value, reason: said }))
}
