import type { Permit } from '@/lib/access/authorize'
import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { beginMove, finishMove, requireReason, requireShown, type Moving } from '@/lib/reporting/move-report'
import { askedCells } from '@/lib/reporting/asked-cells'
import { tiedResults } from '@/lib/rules/tied-results'
import { readVersion } from '@/lib/store/versions'
import { begin, type Work } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'

export interface ReturnedFigure {
  readonly indicator: string
  readonly reason: string
}

/** A row of a register that is returned, by its id. */
export interface ReturnedRow {
  readonly id: string
  readonly reason: string
}

/**
 * 退回: sends the report back with a reason, as a whole or for chosen figures and register rows, each with its own reason (the
 * general one serves where one has none). Only what was chosen opens for correction, and what a check ties to it: of a figure
 * that is counted its whole register, of a row that row alone; what follows from them (the count, the checks) is worked out anew.
 * @throws Refusal notNow, reasonMissing, cellUnknown, rowUnknown, contentChanged
 */
export function returnReport(
  permit: Permit<'report.return'>,
  period: Period,
  contentHash: string,
  reason: string,
  figures: readonly ReturnedFigure[],
  rows: readonly ReturnedRow[] = [],
): Promise<void> {
  return begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'returned')
    requireShown(moving, contentHash)
    const general = requireReason(reason)
    const own = (text: string): string => (text.trim() === '' ? general : requireReason(text))
    const asked = new Set(askedCells(period).map((cell) => cell.indicator.code))
    const returned = new Map<IndicatorCode, string>()
    for (const figure of figures) {
      if (!isIndicatorCode(figure.indicator) || !asked.has(figure.indicator)) {
        throw new Refusal('cellUnknown', { indicator: figure.indicator, part: '' })
      }
      returned.set(figure.indicator, own(figure.reason))
    }
    // What a check holds against a returned figure opens with it, or the city might be able to correct neither.
    for (const [code, why] of [...returned])
      for (const other of tiedResults(code)) if (!returned.has(other)) returned.set(other, why)
    const returnedRows = new Map(rows.map(({ id, reason: why }) => [id, own(why)]))
    await requireRows(work, moving, [...returnedRows.keys()])
    await finishMove(work, moving, {
      kind: 'returned',
      reason: general,
      returned: [...returned].map(([indicator, why]) => ({ indicator, reason: why })),
      returnedRows: [...returnedRows].map(([id, why]) => ({ id, reason: why })),
    })
  })
}

/** Every one of them stands in the version that is returned. @throws Refusal rowUnknown */
async function requireRows(work: Work, { period, version }: Moving, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows, withdrawn } = await readVersion(work, period, version)
  const known = new Set([...rows, ...withdrawn].map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new Refusal('rowUnknown', { id: unknown })
}
