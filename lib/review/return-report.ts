import type { Permit } from '@/lib/access/authorize'
import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { beginMove, finishMove, requireReason, requireShown } from '@/lib/reporting/move-report'
import { askedCells } from '@/lib/reporting/asked-cells'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'

export interface ReturnedFigure {
  readonly indicator: string
  readonly reason: string
}

/**
 * 退回: sends the report back with a reason, as a whole or for chosen figures, each with its own reason (the general one
 * serves where a figure has none). Only the chosen figures open for correction.
 * @throws Refusal notNow, reasonMissing, cellUnknown, contentChanged
 */
export function returnReport(
  permit: Permit<'report.return'>,
  period: Period,
  contentHash: string,
  reason: string,
  figures: readonly ReturnedFigure[],
): Promise<void> {
  return begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'returned')
    requireShown(moving, contentHash)
    const general = requireReason(reason)
    const asked = new Set(askedCells(period).map((cell) => cell.indicator.code))
    const returned = new Map<IndicatorCode, string>()
    for (const figure of figures) {
      if (!isIndicatorCode(figure.indicator) || !asked.has(figure.indicator)) {
        throw new Refusal('cellUnknown', { indicator: figure.indicator, part: '' })
      }
      returned.set(figure.indicator, figure.reason.trim() === '' ? general : requireReason(figure.reason))
    }
    await finishMove(work, moving, {
      kind: 'returned',
      reason: general,
      returned: [...returned].map(([indicator, why]) => ({ indicator, reason: why })),
    })
  })
}
