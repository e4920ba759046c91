import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import type { Change, Differences } from './propose'

/** How many cells and rows a file would change, and what stands in its way. */
export interface DifferenceCounts extends Readonly<Record<Change, number>> {
  readonly blocked: number
  /** Changes that rest on the result of a formula. */
  readonly formulas: number
}

/** Counts the differences of cells, or of rows. */
export function countDifferences(all: Differences['figures'] | Differences['rows']): DifferenceCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, blocked: 0, formulas: 0 }
  for (const { change, blocked, remarks } of all) {
    counts[change]++
    if (blocked !== null) counts.blocked++
    if (change !== 'unchanged' && remarks.some(({ code }) => code === 'formula')) counts.formulas++
  }
  return counts
}

/** What was shown, in one word: it differs as soon as anything that would or could be written, or written over, differs. */
export function fingerprint({ figures, rows, lacking }: Differences): string {
  const said = [
    figures.map(({ indicator, part, version, becomes, change }) => [
      indicator,
      part,
      version,
      change,
      becomes,
    ]),
    rows.map(({ indicator, id, version, becomes, change }) => [indicator, id, version, change, becomes]),
    lacking.map(({ id, version }) => [id, version]),
  ]
  return digest(canonical(asCanonical(said)))
}
