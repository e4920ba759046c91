/** Lines that the form of a band table has. */
export const BAND_LINES = 6
