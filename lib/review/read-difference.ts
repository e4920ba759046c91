import type { Permit } from '@/lib/access/authorize'
import { readEvents, withdrawnVersions } from '@/lib/store/reports'
import { readSummariesAsKnown } from '@/lib/store/summary'
import { readVersion, readVersionHeads } from '@/lib/store/versions'
import { begin, type Work } from '@/lib/store/work'
import { compareText, isQuarter, type Period } from '@/lib/values'
import {
  figureDifferences,
  rowDifferences,
  type FigureDifference,
  type RowDifference,
} from './figure-differences'

/** With what a submitted version is compared: the version before that stood, or the latest quarter accepted before it. */
export type Against = 'version' | 'quarter'

interface Other {
  readonly against: Against
  readonly period: Period
  readonly version: number
}

/** A submitted version beside another one. */
export interface Difference {
  /** All that it can be compared with. */
  readonly others: readonly Other[]
  readonly other: Other
  readonly figures: readonly FigureDifference[]
  readonly rows: readonly RowDifference[]
}

/** Compares a version with another; null while there is nothing to compare it with. */
export function readDifference(
  permit: Permit<'report.read'>,
  period: Period,
  version: number,
  wanted?: Against,
): Promise<Difference | null> {
  return begin(permit, async (work) => {
    const others = await comparable(work, period, version)
    const other = others.find(({ against }) => against === wanted) ?? others[0]
    if (other === undefined) return null
    const before = await readVersion(work, other.period, other.version)
    const after = await readVersion(work, period, version)
    return {
      others,
      other,
      figures: figureDifferences(before, after),
      rows: rowDifferences(before, after),
    }
  })
}

async function comparable(work: Work, period: Period, version: number): Promise<Other[]> {
  const withdrawn = withdrawnVersions(await readEvents(work, period))
  const earlier = (await readVersionHeads(work, period)).findLast(
    (head) => head.version < version && !withdrawn.has(head.version),
  )
  const summaries = await readSummariesAsKnown(work)
  const accepted = summaries
    .filter((summary) => isQuarter(summary.period) && summary.period < period)
    .toSorted((a, b) => compareText(a.period, b.period))
    .findLast(({ acceptedVersion }) => acceptedVersion !== null)
  return [
    ...(earlier === undefined ? [] : [{ against: 'version', period, version: earlier.version } as const]),
    ...(accepted?.acceptedVersion == null || !isQuarter(period)
      ? []
      : [{ against: 'quarter', period: accepted.period, version: accepted.acceptedVersion } as const]),
  ]
}
