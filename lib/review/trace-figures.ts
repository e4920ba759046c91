import type { CellSave } from '@/lib/store/cell-saves'
import type { Cell, CellContent, Part } from '@/lib/store/cells'
import type { Origin } from '@/lib/store/upload-proposals'

/** A figure as it was submitted, and how it got there. */
export interface TracedFigure {
  readonly part: Part
  readonly content: CellContent
  /** Who entered it, and when; null for what no save brought: a count, a figure of a restatement. */
  readonly save: Pick<CellSave, 'by' | 'at'> | null
  /** The file, sheet and cell it stood in; null where it was typed. */
  readonly origin: Origin | null
}

/** Finds for figures of one submitted version who entered them and in which cell of which file they stood. */
export function traceFigures(
  cells: readonly Pick<Cell, 'indicator' | 'part' | 'content'>[],
  certifiedAt: Date,
  saves: readonly CellSave[],
  origins: readonly Origin[],
): (TracedFigure & Pick<Cell, 'indicator'>)[] {
  return cells.map(({ indicator, part, content }) => {
    // The last one before the signature is what was signed.
    const save = saves.find(
      (each) => each.indicator === indicator && each.part === part && each.at <= certifiedAt,
    )
    const origin = origins.find(
      ({ subject, version }) => subject === `${indicator}/${part}` && version === save?.version,
    )
    return { indicator, part, content, save: save ?? null, origin: origin ?? null }
  })
}
