import { digest } from '@/lib/ledger/canonical'
import type { Change, Differences } from './differences'

/** How many cells and rows a file would change, and what stands in its way. */
export interface DifferenceCounts extends Readonly<Record<Change, number>> {
  readonly blocked: number
  /** Changes that rest on the result of a formula. */
  readonly formulas: number
}

type Counting = { -readonly [Key in keyof DifferenceCounts]: number }

const nothing = (): Counting => ({ new: 0, changed: 0, unchanged: 0, blocked: 0, formulas: 0 })

/** Counts the differences of cells. */
export function countDifferences(all: Differences['figures']): DifferenceCounts {
  const counts = nothing()
  count(counts, all)
  return counts
}

function count(counts: Counting, all: Differences['figures'] | Differences['rows']): void {
  for (const { change, blocked, remarks } of all) {
    counts[change]++
    if (blocked !== null) counts.blocked++
    if (change !== 'unchanged' && remarks.length > 0 && remarks.some(({ code }) => code === 'formula'))
      counts.formulas++
  }
}

/** What the rows of a file come to, gathered while they are compared. */
export interface RowTally {
  readonly counts: DifferenceCounts
  /** The rows that stand and that the file means, each in one line. */
  readonly met: readonly string[]
  readonly add: (rows: Differences['rows']) => void
}

/** A tally of no rows yet. */
export function tallyOfRows(): RowTally {
  const counts = nothing()
  const met: string[] = []
  return {
    counts,
    met,
    add: (rows) => {
      count(counts, rows)
      for (const { indicator, id, version, change } of rows)
        if (id !== null) met.push(`${indicator} ${id} ${version} ${change}`)
    },
  }
}

/**
 * What was shown, in one word: it differs as soon as anything that would or could be written, or written over, differs. What a
 * proposal says never changes; so the versions that it meets decide what becomes of each, and its text need not be gone through.
 */
export function fingerprint(
  proposal: string,
  { figures, lacking }: Omit<Differences, 'rows'>,
  { counts, met }: RowTally,
): string {
  return digest(
    [
      `${proposal} ${counts.new}`,
      ...figures.map(({ indicator, part, version, change }) => `${indicator}/${part} ${version} ${change}`),
      ...met,
      ...lacking.map(({ id, version }) => `- ${id} ${version}`),
    ].join('\n'),
  )
}
