/**
 * How large a file may be that is uploaded to be read, in bytes: below the 10 MiB beyond which the server's proxy cuts bodies.
 * A register of 20,000 rows takes about 2 MB.
 */
export const LARGEST_IMPORT = 9 * 1024 * 1024
