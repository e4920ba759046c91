import type { Permit } from '@/lib/access/authorize'
import { isRegisterCode } from '@/lib/notice'
import { completenessOf } from '@/lib/reporting/asked-cells'
import { requireReason } from '@/lib/reporting/move-report'
import { assertRowInScope, openForEditing, startedSummary } from '@/lib/reporting/working-copy'
import { recordAudit } from '@/lib/store/audit'
import { readCells } from '@/lib/store/cells'
import { readRows, readSubmittedRowIds } from '@/lib/store/register-rows'
import { writeRows } from '@/lib/store/write-rows'
import { keepSummary } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { Refusal, type Quarter } from '@/lib/values'

/** Which row is withdrawn, from which version of it, and why. */
export interface Withdrawal {
  readonly id: string
  readonly baseVersion: number
  readonly reason: string
}

/**
 * Withdraws a row that was submitted: it stays in the next version with its reason, and counts no more. Putting it back
 * takes the withdrawal back.
 * @throws Refusal rowUnknown for a row that was never submitted, reasonMissing, contentChanged when a colleague was faster,
 * and those of opening the report
 */
export function withdrawRow(
  permit: Permit<'report.prepare'>,
  period: Quarter,
  indicator: string,
  { id, baseVersion, reason }: Withdrawal,
): Promise<void> {
  if (!isRegisterCode(indicator)) throw new Refusal('cellUnknown', { indicator, part: '' })
  const why = requireReason(reason)
  return begin(permit, async (work) => {
    const report = await openForEditing(work, period)
    assertRowInScope(report, indicator, id)
    const row = (await readRows(work, period)).find((each) => each.id === id && each.indicator === indicator)
    const submitted = await readSubmittedRowIds(work, period)
    if (row === undefined || !submitted.has(id)) throw new Refusal('rowUnknown', { id })
    if (row.version !== baseVersion || row.removed) throw new Refusal('contentChanged')
    const withdrawn = { ...row, removed: true, withdrawn: why, version: row.version + 1 }
    await writeRows(work, period, report.version, [[withdrawn]])
    const [rows, cells] = [await readRows(work, period), await readCells(work, period)]
    await keepSummary(work, period, await startedSummary(work, report, completenessOf(period, cells, rows)))
    await recordAudit(work, { period, indicator, withdrawn: id })
  })
}
