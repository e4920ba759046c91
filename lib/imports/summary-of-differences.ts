import { digest } from '@/lib/ledger/canonical'
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
    if (change !== 'unchanged' && remarks.length > 0 && remarks.some(({ code }) => code === 'formula'))
      counts.formulas++
  }
  return counts
}

/**
 * What was shown, in one word: it differs as soon as anything that would or could be written, or written over, differs. What a
 * proposal says never changes; so the versions that it meets decide what becomes of each, and its text need not be gone through.
 */
export function fingerprint(proposal: string, { figures, rows, lacking }: Differences): string {
  const met = rows.filter(({ id }) => id !== null)
  return digest(
    [
      `${proposal} ${rows.length - met.length}`,
      ...figures.map(({ indicator, part, version, change }) => `${indicator}/${part} ${version} ${change}`),
      ...met.map(({ indicator, id, version, change }) => `${indicator} ${id ?? ''} ${version} ${change}`),
      ...lacking.map(({ id, version }) => `- ${id} ${version}`),
    ].join('\n'),
  )
}
