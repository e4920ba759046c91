import type { Cell } from './cell'

const LINE = 15
/** The tallest row that Excel allows, in points. */
const TALLEST = 409
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/

interface Wide {
  /** In characters of the standard font. */
  readonly width: number
}

/**
 * The height of a row whose texts wrap, in points; undefined for a single line. Not every program works it out when it
 * opens a file, and then the text of one row lies over the next.
 */
export function rowHeight(cells: readonly Cell[], columns: readonly Wide[]): number | undefined {
  let lines = 1
  for (const [i, cell] of cells.entries())
    if (cell.kind === 'text') lines = Math.max(lines, lineCount(cell.value, columns[i]?.width ?? 10))
  return lines === 1 ? undefined : Math.min(lines * LINE, TALLEST)
}

/** A generous estimate: fonts differ, and a line too many is better than one too few. */
function lineCount(value: string, width: number): number {
  const usable = Math.max(width - 1, 1)
  // Most texts fit even if each of their signs were wide.
  if (value.length * 2 <= usable && !/[\r\n]/.test(value)) return 1
  let lines = 0
  for (const paragraph of value.split(/\r\n|\r|\n/)) {
    let columns = 0
    for (const sign of paragraph) columns += WIDE.test(sign) ? 2 : 1
    lines += Math.max(1, Math.ceil(columns / usable))
    if (lines * LINE >= TALLEST) break
  }
  return lines
}
