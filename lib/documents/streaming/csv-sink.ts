import { csvLine } from '../csv'
import { text } from '../cell'
import type { Spool } from './spool'
import type { StreamedTable, TableSink } from './streamed'
import { writeZip } from './write-zip'

/** Tables as CSV files of a zip, named by their keys. */
export function csvSink(spool: Spool): TableSink {
  const open = new Map<string, { readonly table: StreamedTable; rows: number }>()
  return {
    begin: (table) => {
      open.set(table.key, { table, rows: 0 })
      if (table.isView !== true)
        spool.append(table.key, `\ufeff${csvLine(table.columns.map(({ header }) => text(header)))}`)
    },
    rows: (key, rows) => {
      const own = open.get(key)
      if (own === undefined) throw new RangeError(`no table is called ${key}`)
      own.rows += rows.length
      if (own.table.isView === true) return
      let lines = ''
      for (const { cells } of rows) lines += csvLine(cells)
      spool.append(key, lines)
    },
    lines: (key, { bytes, rows }) => {
      const own = open.get(key)
      if (own === undefined) throw new RangeError(`no table is called ${key}`)
      own.rows += rows
      spool.append(key, bytes)
    },
    end: (target) =>
      writeZip(
        target,
        [...open.values()]
          .filter(({ table, rows }) => table.isView !== true && (rows > 0 || table.isOptional !== true))
          .toSorted((a, b) => a.table.place - b.table.place)
          .map(({ table: { key } }) => [`${key}.csv`, { file: spool.file(key) }]),
      ),
  }
}
