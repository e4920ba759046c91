/** Reads what uploaded files say about a report, in a process of its own: of thousands of cells only rows and figures leave it. */
import { readRows } from '@/lib/documents/read-rows'
import type { ReadTable, ReadTables } from '@/lib/documents/read-table'
import { readFile } from '@/lib/documents/tables/read-file'
import { serveFiles, type FileAsked } from '@/lib/documents/tables/serve-files'
import type { FormulaLine, RowLine, TableHead, TableSink, TableTail } from '@/lib/documents/tables/table-sink'
import { packContent } from './packed-reading'
import { readContent, type ReadFor } from './read-content'

interface Gathered {
  readonly head: TableHead
  readonly rows: RowLine[]
  readonly formulas: FormulaLine[]
  tail: TableTail | null
}

/** Keeps every table until the file has been read: nothing of it counts before. */
function gatherInto(done: (read: ReadTables) => void): TableSink {
  const tables: Gathered[] = []
  return {
    begin: (head) => {
      tables.push({ head, rows: [], formulas: [], tail: null })
    },
    row: (line) => {
      tables.at(-1)?.rows.push(line)
    },
    formula: (line) => {
      tables.at(-1)?.formulas.push(line)
    },
    endTable: (tail) => {
      const table = tables.at(-1)
      if (table !== undefined) table.tail = tail
    },
    end: ({ formats, properties, names, ...rest }) => {
      done({
        ...rest,
        properties: new Map(properties),
        names: new Map(names),
        tables: tables.flatMap(({ head, rows, formulas, tail }): ReadTable[] =>
          tail === null
            ? []
            : [
                {
                  ...head,
                  ...tail,
                  rows: readRows(
                    () => rows,
                    () => formulas,
                    formats,
                  ),
                },
              ],
        ),
      })
    },
    pause: () => Promise.resolve(),
  }
}

await serveFiles(async (bytes, named, { send }) => {
  // What is asked of this reader stands beside the name.
  const { name, ...asked } = named as FileAsked & ReadFor
  await readFile(
    bytes,
    name,
    gatherInto((read) => {
      packContent(
        readContent(read, asked),
        (head) => {
          send('C', head)
        },
        (line) => {
          send('L', line)
        },
      )
      send('Z', '')
    }),
  )
})
