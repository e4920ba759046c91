import { ok, refuse, type Result } from '@/lib/values'
import type { Fault } from './evaluate-csv'

/** Reads bytes as UTF-8, or names the first place that is none. */
export function decodeUtf8(bytes: Uint8Array): Result<string, Fault> {
  try {
    // The mark, if there is one, is kept: the reader of the table decides what it means.
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return refuse(firstFault(bytes))
  }
}

/** What stands where bytes are no UTF-8. */
export const UNREADABLE = '\ufffd'

/** Reads what can be read of bytes that are not all UTF-8, so that one fault does not hide the others. */
export const decodeReadable = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

function firstFault(bytes: Uint8Array): Fault {
  let start = 0
  let line = 1
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break
    start = end + 1
    line++
  }
  // The longest prefix of the line that is UTF-8 ends where the fault begins.
  let length = 0
  const newline = bytes.indexOf(10, start)
  const stop = newline < 0 ? bytes.length : newline
  while (start + length < stop) {
    const next = [1, 2, 3, 4].find((n) => isUtf8(bytes.subarray(start + length, start + length + n)))
    if (next === undefined) break
    length += next
  }
  const before = new TextDecoder().decode(bytes.subarray(start, start + length))
  const byte = bytes[start + length] ?? 0
  return {
    line,
    column: [...before].length + 1,
    expected: 'UTF-8',
    got: `the byte 0x${byte.toString(16).padStart(2, '0')}`,
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
