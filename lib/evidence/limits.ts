/** The largest piece of an upload. */
export const LARGEST_PIECE = 4 * 1024 * 1024
/** The smallest, unless it is the last: nobody needs a thousand pieces. */
export const SMALLEST_PIECE = 256 * 1024
/** So many files stand behind one figure, row or explanation at most. */
export const MOST_FILES = 50
