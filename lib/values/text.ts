/** Compares two texts by code point: the order of keys, never of names that people read. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
