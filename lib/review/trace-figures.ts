import type { Cell, CellContent, Part } from '@/lib/store/cells'
import type { CellSave } from '@/lib/store/cell-saves'
import type { Restatement } from '@/lib/store/restatements'
import type { Origin, RowSource } from '@/lib/store/upload-origins'
import type { ReportContent, VersionHead } from '@/lib/store/versions'

/** How something in a submitted version got there. */
export interface Provenance {
  /** Who entered it, or asked for the correction that brought it, and when; null for what no save brought. */
  readonly save: { readonly by: string; readonly at: Date } | null
  /** The file, sheet and cell it stood in; null where it was typed. */
  readonly origin: Origin | null
  /** The number of the correction that brought it; null where it was reported. */
  readonly restatement: number | null
}

/** A figure as it was submitted, and how it got there. */
export interface TracedFigure extends Provenance {
  readonly part: Part
  readonly content: CellContent
}

/** A row of a register as it was submitted, and how it got there. */
export interface TracedRow extends Provenance {
  readonly id: string
  readonly name: string
}

/** What is known of a report beside its versions: saves, rows and origins latest first, and what corrected it. */
export interface Sources {
  readonly saves: readonly CellSave[]
  readonly origins: readonly Origin[]
  readonly rows: readonly RowSource[]
  readonly restatements: readonly Restatement[]
}

type Head = Pick<VersionHead, 'period' | 'version' | 'certifiedAt'>

/** Finds for figures of one submitted version who entered them and in which cell of which file they stood. */
export function traceFigures(
  cells: readonly Pick<Cell, 'indicator' | 'part' | 'content'>[],
  head: Head,
  { saves, origins, restatements }: Sources,
): (TracedFigure & Pick<Cell, 'indicator'>)[] {
  return cells.map(({ indicator, part, content }) => {
    const corrected = correctionOf(head, restatements, ({ figures }) =>
      figures.some((each) => each.indicator === indicator && each.part === part),
    )
    if (corrected !== null) return { indicator, part, content, ...corrected }
    // The last one before the signature is what was signed.
    const save = saves.find(
      (each) => each.indicator === indicator && each.part === part && each.at <= head.certifiedAt,
    )
    const origin = origins.find(
      ({ subject, version }) => subject === `${indicator}/${part}` && version === save?.version,
    )
    return { indicator, part, content, save: save ?? null, origin: origin ?? null, restatement: null }
  })
}

/** The same for the rows of its registers. */
export function traceRows(
  rows: ReportContent['rows'],
  head: Head,
  { rows: sources, restatements }: Sources,
): (TracedRow & Pick<Cell, 'indicator'>)[] {
  const latest = new Map<string, RowSource>()
  for (const each of sources)
    if (each.at <= head.certifiedAt && !latest.has(each.row)) latest.set(each.row, each)
  return rows.map(({ id, indicator, name }) => {
    const corrected = correctionOf(head, restatements, ({ added }) => added.some((each) => each.id === id))
    const source = latest.get(id) ?? null
    return {
      ...{ indicator, id, name },
      ...(corrected ?? { save: source, origin: source?.origin ?? null, restatement: null }),
    }
  })
}

/** The latest correction up to a version that brought something: as its own source, whatever had been saved before. */
function correctionOf(
  { period, version }: Head,
  restatements: readonly Restatement[],
  brought: (correction: Restatement['correction']) => boolean,
): Provenance | null {
  const found = restatements.findLast(
    ({ answer, correction, ...each }) =>
      each.period === period &&
      answer?.kind === 'approved' &&
      (answer.version ?? Infinity) <= version &&
      brought(correction),
  )
  if (found === undefined) return null
  return {
    save: { by: found.requestedByName, at: found.requestedAt },
    origin: null,
    restatement: found.seq,
  }
}
