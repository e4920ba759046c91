import type { Cell } from '../cell'
import type { StreamedLink } from './streamed'

/** The cells of a row, those that lead somewhere shown so. */
export const linkedCells = (cells: readonly Cell[], links: readonly StreamedLink[]): readonly Cell[] =>
  links.length === 0
    ? cells
    : cells.map((cell, i) =>
        cell.kind !== 'blank' && links.some(({ from, to }) => i >= from && i <= to)
          ? { ...cell, look: 'linked' as const }
          : cell,
      )
