import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { canonical, type Canonical } from '@/lib/ledger/canonical'
import type { Cell } from '../cell'
import type { Spool } from './spool'
import type { StreamedHead, StreamedTable, TableSink } from './streamed'

/**
 * Tables as one JSON text, canonical but for a line feed before each table and row: `chengji.tables/1`. Cells are texts; numbers
 * are decimal strings, blank is null.
 */
export function jsonSink(spool: Spool, { title, knownAt }: StreamedHead): TableSink {
  const open = new Map<string, { readonly table: StreamedTable; rows: number }>()
  return {
    begin: (table) => {
      open.set(table.key, { table, rows: 0 })
    },
    rows: (key, rows) => {
      const own = open.get(key)
      if (own === undefined) throw new RangeError(`no table is called ${key}`)
      if (own.table.isView === true) return
      let lines = ''
      for (const { cells } of rows) {
        lines += `${own.rows === 0 ? '' : ','}\n${canonical(cells.map(valueOf))}`
        own.rows += 1
      }
      spool.append(key, lines)
    },
    end: async (target) => {
      const tables = [...open.values()]
        .filter(({ table, rows }) => table.isView !== true && (rows > 0 || table.isOptional !== true))
        .map(({ table }) => table)
        .toSorted((a, b) => a.place - b.place)
      await pipeline(textOf(spool, tables, { title, knownAt }), createWriteStream(target))
    },
  }
}

async function* textOf(
  spool: Spool,
  tables: readonly StreamedTable[],
  { title, knownAt }: Pick<StreamedHead, 'title' | 'knownAt'>,
): AsyncGenerator<string | Buffer> {
  yield `{"knownAt":${canonical(knownAt)},"schema":"chengji.tables/1","tables":[`
  for (const [i, { key, columns }] of tables.entries()) {
    const heads: Canonical = columns.map(({ header }) => header)
    yield `${i === 0 ? '' : ','}\n{"columns":${canonical(heads)},"key":${canonical(key)},"rows":[`
    for await (const chunk of createReadStream(spool.file(key))) yield chunk as Buffer
    yield ']}'
  }
  yield `],"title":${canonical(title)}}\n`
}

const valueOf = (cell: Cell): string | null => (cell.kind === 'blank' ? null : cell.value)
