/** Lines that the form of a band table has at first, and how many it can have. */
export const BAND_LINES = { atFirst: 6, most: 20 } as const
