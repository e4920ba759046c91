import { placeKey } from './cell-address'
import type { Deadline } from './deadline'
import type { Area } from './formula-references'
import { sheetCells } from './sheet-cells'
import { storedNumber } from './stored-number'
import type { ZipParts } from './zip-parts'

/** How many are kept; a sheet with more is not added up again. */
const KEPT = 300_000

/**
 * What the cells around these blocks hold, by `placeKey`: a decimal, `text` for what a sum leaves out, `error` for what spoils it;
 * null when there are too many.
 */
export async function heldValues(
  zip: ZipParts,
  part: string,
  areas: readonly Area[],
  deadline: Deadline,
): Promise<ReadonlyMap<number, string> | null> {
  const all = { top: Infinity, left: Infinity, bottom: 0, right: 0 }
  for (const { top, left, bottom, right } of areas) {
    all.top = Math.min(all.top, top)
    all.left = Math.min(all.left, left)
    all.bottom = Math.max(all.bottom, bottom)
    all.right = Math.max(all.right, right)
  }
  const held = new Map<number, string>()
  await sheetCells(
    zip,
    part,
    {
      cell: ({ row, column, type, value }) => {
        if (value === '' || row < all.top || row > all.bottom || column < all.left || column > all.right)
          return
        if (held.size > KEPT) return
        held.set(placeKey(row, column), type === 'n' ? numberOf(value) : type === 'e' ? 'error' : 'text')
      },
    },
    deadline,
  )
  return held.size > KEPT ? null : held
}

function numberOf(value: string): string {
  const { kind, text } = storedNumber(value)
  return kind === 'number' ? text : 'error'
}
