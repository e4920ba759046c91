import { LIMITS } from './limits'

/** `0` is `A`, `27` is `AB`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** The column, from 0, that an address begins with; -1 if that lies beyond a sheet. */
export function columnOf(address: string): number {
  let column = 0
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
    if (column > LIMITS.columns) return -1
  }
  return column - 1
}

/** One number for each place of a sheet. */
export const placeKey = (row: number, column: number): number => row * LIMITS.columns + column
