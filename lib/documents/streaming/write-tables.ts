import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { csvSink } from './csv-sink'
import { jsonSink } from './json-sink'
import { openSpool, type Spool } from './spool'
import type { StreamedHead, StreamedPiece, TableSink } from './streamed'
import { workbookSink } from './workbook-sink'

/** A file that was written. */
export interface WrittenFile {
  readonly bytes: number
  readonly sha256: string
}

/** Takes tables piece by piece; `end` writes the file. */
export interface TableWriter {
  take: (piece: StreamedPiece) => void
  end: (target: string) => Promise<WrittenFile>
}

const SINKS: Readonly<Record<StreamedHead['format'], (spool: Spool, head: StreamedHead) => TableSink>> = {
  xlsx: workbookSink,
  csv: csvSink,
  json: jsonSink,
}

/** `folder`: an empty one, for what is written by the way; whoever made it removes it. */
export function writeTables(folder: string, head: StreamedHead): TableWriter {
  const sink = SINKS[head.format](openSpool(folder), head)
  return {
    take: (piece) => {
      if (piece.kind === 'table') sink.begin(piece.table)
      else if (piece.kind === 'rows') sink.rows(piece.key, piece.rows)
      else if (sink.lines === undefined) throw new RangeError('lines of CSV in a file of another format')
      else sink.lines(piece.key, piece)
    },
    end: async (target) => {
      await sink.end(target)
      const hash = createHash('sha256')
      let bytes = 0
      for await (const chunk of createReadStream(target)) {
        hash.update(chunk as Buffer)
        bytes += (chunk as Buffer).length
      }
      return { bytes, sha256: hash.digest('hex') }
    },
  }
}
