import { createHash } from 'node:crypto'
import { BytesDiffer, type ByteSource, type Expected } from './file-store'

/**
 * Passes bytes on and compares them with what was declared. The last block is held back until all of it is known to be
 * right, so that nobody takes a file that differs for a whole one.
 * @throws BytesDiffer instead of the last block
 */
export async function* counted(source: ByteSource, expected: Expected): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  let held: Uint8Array | null = null
  for await (const block of source) {
    if (block.length === 0) continue
    if (held !== null) yield held
    hash.update(block)
    bytes += block.length
    held = block
    if (bytes > expected.bytes) break
  }
  const received = { bytes, sha256: hash.digest('hex') }
  if (bytes !== expected.bytes || received.sha256 !== expected.sha256)
    throw new BytesDiffer(expected, received)
  if (held !== null) yield held
}
