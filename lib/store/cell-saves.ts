import type { CellContent } from '@/lib/entry/content'
import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { contentOf, type Part } from './cells'
import { databaseOf, type Work } from './work'

/** One save of one cell. */
export interface CellSave {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly version: number
  /** What it said before; null for the first save. */
  readonly from: CellContent | null
  readonly to: CellContent
  readonly by: string
  readonly at: Date
}

/** Every save of the cells of one report, the latest first. */
export async function readCellSaves(work: Work, period: Period): Promise<CellSave[]> {
  const rows = await databaseOf(work).report_cell_change.findMany({
    where: { city: work.city, period },
    orderBy: [{ indicator: 'asc' }, { part: 'asc' }, { version: 'desc' }],
  })
  return rows.map((row, i) => {
    const before = rows[i + 1]
    const isSame = before?.indicator === row.indicator && before.part === row.part
    return {
      indicator: row.indicator as IndicatorCode,
      part: row.part as Part,
      version: row.version,
      from: isSame ? contentOf(before) : null,
      to: contentOf(row),
      by: row.changed_by_name,
      at: row.changed_at,
    }
  })
}
