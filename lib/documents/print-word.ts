import { realpath } from 'node:fs/promises'
import { inChild } from './in-child'
import type { Paper } from './paper'

/**
 * A paper as a Word file to go on with (.docx); the same bytes for the same paper. `signal` stops it.
 * @throws Refusal documentNotMade
 */
export async function printWord(paper: Paper, signal?: AbortSignal): Promise<Uint8Array> {
  // A built portal has its writer in one file; from its sources it runs through tsx.
  const built = await realpath('lib/documents/word/child.mjs').catch(() => null)
  return inChild(built ?? (await realpath('lib/documents/word/child.ts')), paper, signal)
}
