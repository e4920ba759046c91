/** How large a file may be that is uploaded to be read, in bytes. A register of 20,000 rows takes about 2 MB. */
export const LARGEST_IMPORT = 9_000_000
