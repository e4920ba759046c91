import { Socket } from 'node:net'
import { Refusal } from '@/lib/values'
import { encodeFrame, type FrameKind } from './frames'

/** What is asked beside the bytes of a file. */
export interface FileAsked {
  readonly name: string
  readonly length: number
}

/** Where the answer about one file goes. */
export interface Answering {
  readonly send: (kind: FrameKind, body: string) => void
  /** Waits while the other side is slower. */
  readonly pause: () => Promise<void>
}

/**
 * Answers one file after the other, in a process of its own: what a hostile file can bring down is this process, which has
 * neither environment nor database, little memory, and is killed when it takes too long. On its standard input comes for each
 * file a line of JSON (`name`, `length`, and what else is asked) and the bytes; its answer goes out as frames on channel 3.
 */
export async function serveFiles(
  answer: (bytes: Buffer, asked: FileAsked, to: Answering) => Promise<void>,
): Promise<void> {
  const out = new Socket({ fd: 3, writable: true, readable: false })
  out.on('error', () => process.exit(1))
  process.stdin.on('end', () => process.exit(0))
  const to: Answering = {
    send: (kind, body) => void out.write(encodeFrame(kind, body)),
    pause: () =>
      out.writableNeedDrain
        ? new Promise((resolve) => {
            out.once('drain', resolve)
          })
        : Promise.resolve(),
  }
  let asked: FileAsked | null = null
  let pieces: Buffer[] = []
  let gathered = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(chunk)
    gathered += chunk.length
    if (asked === null) {
      const start = Buffer.concat(pieces)
      const end = start.indexOf('\n')
      if (end === -1) continue
      asked = JSON.parse(start.toString('utf8', 0, end)) as FileAsked
      pieces = [start.subarray(end + 1)]
      gathered = start.length - end - 1
    }
    if (gathered < asked.length) continue
    const bytes = Buffer.concat(pieces)
    const file = asked
    asked = null
    pieces = []
    gathered = 0
    try {
      await answer(bytes, file, to)
    } catch (error) {
      const { code, detail } = error instanceof Refusal ? error : new Refusal('fileDamaged', { part: '' })
      if (!(error instanceof Refusal)) console.error(error)
      to.send('X', JSON.stringify({ code, detail }))
    }
  }
}
