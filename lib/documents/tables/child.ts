/** Reads uploaded tables, in a process of its own: hands on every cell. */
import type { FrameKind } from './frames'
import { readFile } from './read-file'
import { serveFiles, type Answering } from './serve-files'
import type { TableSink } from './table-sink'

const FRAME = 64 * 1024

function sinkInto({ send, pause }: Answering): TableSink {
  let gathered = ''
  let kind: FrameKind = 'R'
  const flush = (): void => {
    if (gathered !== '') send(kind, gathered)
    gathered = ''
  }
  const add = (as: FrameKind, line: string): void => {
    if (kind !== as || gathered.length > FRAME) flush()
    kind = as
    gathered += line
  }
  const alone = (as: FrameKind, value: unknown): void => {
    flush()
    send(as, JSON.stringify(value))
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
    pause,
  }
}

await serveFiles((bytes, { name }, to) => readFile(bytes, name, sinkInto(to)))
