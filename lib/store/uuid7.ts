import { randomFillSync } from 'node:crypto'

const POOL = 4096
const pool = Buffer.alloc(POOL)
let used = POOL

/** Where the counter of a new millisecond begins at most, and where it ends. */
const SEEDS = 2 ** 25
const COUNTED = 2 ** 26

let last = { at: Number.NaN, count: 0 }

/**
 * A UUID version 7 (RFC 9562): ordered by its milliseconds, made by the application so that a key needs no round trip.
 * Ids of one millisecond are in the order in which they were made here: rows of one import keep the order of the file, and
 * which of two counts as the first is no matter of chance (6.2, method 1: 26 bits count, 48 are drawn).
 */
export function uuid7(now: Date): string {
  // Asking the system for a few bytes takes as long as for many, and a file brings thousands of rows.
  if (used === POOL) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, (used += 16))
  const at = now.getTime()
  const count = at === last.at ? (last.count + 1) % COUNTED : bytes.readUInt32BE(6) % SEEDS
  last = { at, count }
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | (count >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
