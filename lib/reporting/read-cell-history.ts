import type { Permit } from '@/lib/access/authorize'
import { readCellSaves, type CellSave } from '@/lib/store/cell-saves'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** Who changed which cell of a report in hand, when, from what to what: the latest first. */
export function readCellHistory(permit: Permit<'draft.read'>, period: Period): Promise<CellSave[]> {
  return begin(permit, (work) => readCellSaves(work, period))
}
