import { ok, Refusal, refuse, type RefusalNote, type Result } from '@/lib/values'
import { linesOf, readRows } from './read-rows'
import type { ReadTable, ReadTables } from './read-table'
import { askReader, type Gather } from './reader-pool'
import type { BookTail, TableHead, TableTail } from './tables/table-sink'

const SCRIPT = { built: 'lib/documents/tables/child.mjs', source: 'lib/documents/tables/child.ts' }

/**
 * Reads an uploaded table (.xlsx or .csv) in a process of its own, so that the portal goes on meanwhile: everything it says, or
 * the one reason why nothing of it is taken.
 * @param bytes not to be changed meanwhile
 * @param name of the file, as uploaded
 */
export const readTables = (bytes: Uint8Array, name: string): Promise<Result<ReadTables, RefusalNote>> =>
  askReader(SCRIPT, { bytes, name }, gather())

/** Puts together what comes in frames; null until the last. */
function gather(): Gather<ReadTables> {
  interface Gathered {
    readonly head: TableHead
    readonly rows: Buffer[]
    readonly formulas: Buffer[]
    tail: TableTail | null
  }
  const tables: Gathered[] = []
  return ({ kind, body }) => {
    const json = (): unknown => JSON.parse(body.toString('utf8'))
    const table = tables.at(-1)
    if (kind === 'R') table?.rows.push(body)
    else if (kind === 'F') table?.formulas.push(body)
    else if (kind === 'T') tables.push({ head: json() as TableHead, rows: [], formulas: [], tail: null })
    else if (kind === 'E' && table !== undefined) table.tail = json() as TableTail
    else if (kind === 'X') {
      const { code, detail } = json() as RefusalNote
      return refuse(new Refusal(code, detail))
    } else if (kind === 'Z') {
      const { formats, properties, names, ...rest } = json() as BookTail
      return ok({
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
                    () => linesOf(rows),
                    () => linesOf(formulas),
                    formats,
                  ),
                },
              ],
        ),
      })
    }
    return null
  }
}
