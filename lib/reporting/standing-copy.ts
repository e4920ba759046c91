import { readCells, type Cell } from '@/lib/store/cells'
import { readRows, type RegisterRow } from '@/lib/store/register-rows'
import type { ReportEvent } from '@/lib/store/reports'
import { readVersion } from '@/lib/store/versions'
import type { Work } from '@/lib/store/work'
import type { Period } from '@/lib/values'

interface StandingCopy {
  readonly cells: readonly Cell[]
  readonly rows: readonly RegisterRow[]
  /** Submitted before, and withdrawn since. */
  readonly withdrawn: readonly RegisterRow[]
}

/** The cells of a report as it stands. */
export const standingCells = async (
  work: Work,
  period: Period,
  events: readonly ReportEvent[],
): Promise<readonly Cell[]> =>
  events.some(({ kind }) => kind === 'restated')
    ? (await standingCopy(work, period, events)).cells
    : readCells(work, period)

/**
 * What a report says as it stands: its working copy without the rows that were taken out; once it was restated, the version
 * that counts, for the working copy stays as the city submitted it.
 */
export async function standingCopy(
  work: Work,
  period: Period,
  events: readonly ReportEvent[],
): Promise<StandingCopy> {
  const restated = events.findLast(({ kind }) => kind === 'restated')
  if (restated === undefined) {
    const all = await readRows(work, period)
    return {
      cells: await readCells(work, period),
      rows: all.filter((row) => !row.removed),
      withdrawn: all.filter((row) => row.withdrawn !== ''),
    }
  }
  const { cells, rows, withdrawn } = await readVersion(work, period, restated.version)
  const changed = {
    version: restated.version,
    changedByName: restated.actorName,
    changedAt: restated.at,
  }
  return {
    cells: cells.map((cell) => ({ ...cell, ...changed })),
    rows: rows.map((row) => ({ ...row, ...changed, removed: false, withdrawn: '' })),
    withdrawn: withdrawn.map(({ reason, ...row }) => ({
      ...row,
      ...changed,
      removed: true,
      withdrawn: reason,
    })),
  }
}
