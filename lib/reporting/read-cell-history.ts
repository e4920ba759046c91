import type { Permit } from '@/lib/access/authorize'
import { readCellSaves, type CellSave } from '@/lib/store/cell-saves'
import { readOrigins, type Origin } from '@/lib/store/upload-origins'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** A save, and where it stands in the file that brought it; null where it was typed. */
export type HistorySave = CellSave & { readonly origin: Origin | null }

/** Who changed which cell of a report in hand, when, from what to what, and from which file: the latest first. */
export function readCellHistory(permit: Permit<'draft.read'>, period: Period): Promise<HistorySave[]> {
  return begin(permit, async (work) => {
    const origins = new Map(
      (await readOrigins(work, period)).map((origin) => [`${origin.subject} ${origin.version}`, origin]),
    )
    return (await readCellSaves(work, period)).map((save) => ({
      ...save,
      origin: origins.get(`${save.indicator}/${save.part} ${save.version}`) ?? null,
    }))
  })
}
