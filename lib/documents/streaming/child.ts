/**
 * Writes one file of tables and ends. A process of its own: what it takes of processor and memory is not the portal's, and whoever
 * started it may kill it.
 */
import type { StreamedHead, StreamedPiece } from './streamed'
import { writeTables, type TableWriter, type WrittenFile } from './write-tables'

/** What the portal sends, one after the other, each once the one before is answered. */
export type ToldChild =
  | { readonly kind: 'head'; readonly folder: string; readonly head: StreamedHead }
  | StreamedPiece
  | { readonly kind: 'end'; readonly target: string }

/** What it answers: that it took a piece, the file at the end, or why there is none. */
export type ChildAnswer = { readonly took: true } | WrittenFile | { readonly fault: string }

let writer: TableWriter | undefined

process.on('message', (told: ToldChild) => {
  answerTo(told).then(say, (error: unknown) => {
    say({ fault: error instanceof Error ? error.message : String(error) })
  })
})
process.once('disconnect', () => process.exit())

async function answerTo(told: ToldChild): Promise<ChildAnswer> {
  if (told.kind === 'head') writer = writeTables(told.folder, told.head)
  else if (writer === undefined) return { fault: 'nothing was begun' }
  else if (told.kind === 'end') return writer.end(told.target)
  else writer.take(told)
  return { took: true }
}

const say = (answer: ChildAnswer): void => {
  process.send?.(answer)
}
