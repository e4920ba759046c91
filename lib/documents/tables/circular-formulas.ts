import { placeKey } from './cell-address'
import type { Deadline } from './deadline'
import { referencesOf, sizeOf } from './formula-references'

/** How many dependences are followed; a sheet beyond that is none that a person filled in. */
const FOLLOWED = 1_000_000

interface Formula {
  readonly row: number
  readonly column: number
  readonly text: string
}

/**
 * The formulas, by their place in the list, that lead back to themselves or rest on such: what is left when everything that can
 * be calculated has been taken away.
 */
export function circularFormulas(formulas: readonly Formula[], deadline: Deadline): ReadonlySet<number> {
  const at = new Map(formulas.map(({ row, column }, i) => [placeKey(row, column), i]))
  const waitingFor = new Int32Array(formulas.length)
  const restOn: number[][] = formulas.map(() => [])
  let followed = 0
  const follow = (from: number, to: number | undefined): void => {
    if (to === undefined) return
    waitingFor[from] = (waitingFor[from] ?? 0) + 1
    restOn[to]?.push(from)
  }
  for (const [i, { text }] of formulas.entries()) {
    deadline.check()
    for (const area of referencesOf(text)) {
      followed += Math.min(sizeOf(area), formulas.length)
      if (followed > FOLLOWED) return new Set()
      if (sizeOf(area) <= formulas.length) {
        for (let row = area.top; row <= area.bottom; row++)
          for (let column = area.left; column <= area.right; column++)
            follow(i, at.get(placeKey(row, column)))
      } else {
        for (const [j, { row, column }] of formulas.entries())
          if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
            follow(i, j)
      }
    }
  }
  const circular = new Set(formulas.keys())
  const free = formulas.flatMap((_, i) => (waitingFor[i] === 0 ? [i] : []))
  for (let i = free.pop(); i !== undefined; i = free.pop()) {
    circular.delete(i)
    for (const other of restOn[i] ?? []) {
      const left = (waitingFor[other] ?? 0) - 1
      waitingFor[other] = left
      if (left === 0) free.push(other)
    }
  }
  return circular
}
