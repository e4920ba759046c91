import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { indicator as indicatorOf, isIndicatorCode, registerCodes } from '@/lib/notice'
import { saveRows } from '@/lib/registers/save-rows'
import { saveCells } from '@/lib/reporting/save-cells'
import { isQuarter, type Period, type Quarter } from '@/lib/values'
import type { DemonstrationCity } from './cities'
import { baseEdits, draftEdits, draftRows, quarterEdits, registerEdits, withSlips } from './contents'
import { playWorkbook } from './workbook'

/** The register that comes with a workbook: a few rows. */
const OFFLINE_REGISTER = 'smes_commercialised'

/**
 * Fills a report in: its cells, typed or by a workbook, and the rows of its registers. `filled`: the registers that an earlier run
 * filled before it was interrupted; `draft`: the quarter that is left half done.
 */
export async function fill(
  officer: Actor,
  city: DemonstrationCity,
  period: Period,
  { filled, draft }: { readonly filled: ReadonlySet<string>; readonly draft: Quarter },
): Promise<void> {
  const permit = authorize(officer, 'report.prepare', city.code)
  if (period === draft) {
    await saveCells(permit, period, draftEdits(city, draft))
    if (!filled.has('custody_smes')) await saveRows(permit, period, 'custody_smes', draftRows(city, draft))
    return
  }
  if (!isQuarter(period)) {
    await saveCells(permit, period, baseEdits(city))
    return
  }
  const edits = quarterEdits(city, period)
  const offline = edits.filter(
    ({ indicator }) =>
      city.offline === period && isIndicatorCode(indicator) && indicatorOf(indicator).kind === 'growth',
  )
  const { typed, corrected } = withSlips(
    city,
    period,
    edits.filter((edit) => !offline.includes(edit)),
  )
  await saveCells(permit, period, typed)
  if (corrected.length > 0) await saveCells(permit, period, corrected)
  if (city.offline === period) {
    const rows = registerEdits(city, OFFLINE_REGISTER, period)
    await playWorkbook(officer, city, period, { figures: offline, register: OFFLINE_REGISTER, rows })
  }
  for (const code of registerCodes) {
    if (city.offline === period && code === OFFLINE_REGISTER) continue
    const rows = filled.has(code) ? [] : registerEdits(city, code, period)
    if (rows.length > 0) await saveRows(permit, period, code, rows)
  }
}
