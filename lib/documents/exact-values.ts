import { text, isFraction, type Cell } from './cell'

/** The exact fractions behind the numbers of one row that a spreadsheet can only hold rounded; blank if there are none. */
export function exactValues(
  say: (head: string, value: string) => string,
  figures: readonly (readonly [head: string, value: string | null])[],
): Cell {
  return text(
    figures
      .filter(([, value]) => isFraction(value))
      .map(([head, value]) => say(head, value ?? ''))
      .join('; '),
  )
}
