/**
 * Reads uploaded files, one after the other, in a process of its own: what a hostile file can bring down is this process, which
 * has neither environment nor database, little memory, and is killed when it takes too long. On its standard input comes for each
 * file a line of JSON (`name`, `length`) and the bytes; its answer goes out as frames on channel 3.
 */
import { Socket } from 'node:net'
import { Refusal } from '@/lib/values'
import { encodeFrame, type FrameKind } from './frames'
import { readFile } from './read-file'
import type { TableSink } from './table-sink'

const FRAME = 64 * 1024

const out = new Socket({ fd: 3, writable: true, readable: false })
out.on('error', () => process.exit(1))
process.stdin.on('end', () => process.exit(0))

function sinkInto(socket: Socket): TableSink {
  let gathered = ''
  let kind: FrameKind = 'R'
  const flush = (): void => {
    if (gathered !== '') socket.write(encodeFrame(kind, gathered))
    gathered = ''
  }
  const add = (as: FrameKind, line: string): void => {
    if (kind !== as || gathered.length > FRAME) flush()
    kind = as
    gathered += line
  }
  const alone = (as: FrameKind, value: unknown): void => {
    flush()
    socket.write(encodeFrame(as, JSON.stringify(value)))
  }
  return {
    begin: (head) => {
      alone('T', head)
    },
    row: (line) => {
      add('R', `${JSON.stringify(line)}\n`)
    },
    formula: (line) => {
      add('F', `${JSON.stringify(line)}\n`)
    },
    endTable: (tail) => {
      alone('E', tail)
    },
    end: (tail) => {
      alone('Z', tail)
    },
    pause: () => (socket.writableNeedDrain ? drained(socket) : Promise.resolve()),
  }
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('drain', resolve)
  })

async function answer(bytes: Buffer, name: string): Promise<void> {
  try {
    await readFile(bytes, name, sinkInto(out))
  } catch (error) {
    const { code, detail } = error instanceof Refusal ? error : new Refusal('fileDamaged', { part: '' })
    if (!(error instanceof Refusal)) console.error(error)
    out.write(encodeFrame('X', JSON.stringify({ code, detail })))
  }
}

let head: { readonly name: string; readonly length: number } | null = null
let pieces: Buffer[] = []
let gathered = 0

for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
  pieces.push(chunk)
  gathered += chunk.length
  if (head === null) {
    const start = Buffer.concat(pieces)
    const end = start.indexOf('\n')
    if (end === -1) continue
    head = JSON.parse(start.toString('utf8', 0, end)) as { name: string; length: number }
    pieces = [start.subarray(end + 1)]
    gathered = start.length - end - 1
  }
  if (gathered < head.length) continue
  const bytes = Buffer.concat(pieces)
  const { name } = head
  head = null
  pieces = []
  gathered = 0
  await answer(bytes, name)
}
