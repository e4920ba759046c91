/** The largest file: 50 MiB. */
export const LARGEST_FILE = 50 * 1024 * 1024
/** The largest piece of an upload. */
export const LARGEST_PIECE = 4 * 1024 * 1024
