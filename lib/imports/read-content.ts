import type { ReadTable, ReadTables } from '@/lib/documents/read-table'
import { IDENTITY_SHEET } from '@/lib/documents/workbook-identity'
import type { RegisterCode } from '@/lib/notice'
import { isQuarter, type Period } from '@/lib/values'
import { readEntries } from './read-entries'
import { readFigures } from './read-figures'
import type { Problem, ReadEntry, ReadFigure, Reading, Skipped } from './reading'
import { statedOrigin, type StatedOrigin } from './stated-origin'
import { readHeads } from './table-heads'

/** What a file is read for: the screen it was dropped on. */
export interface ReadFor {
  readonly period: Period
  /** The register whose page it was dropped on; null for the report's. */
  readonly register: RegisterCode | null
}

/** Everything a file says about one report, and of whom it says that it is; nothing of the latter is judged. */
export interface Content extends Omit<Reading, 'layout' | 'knownAt'> {
  readonly stated: StatedOrigin
  /** Where our workbooks bear their identity: pairs of the hidden sheet, and of the properties. */
  readonly places: readonly ReadonlyMap<string, string>[]
  /** How many tables had heads that we know. */
  readonly understood: number
}

/** Reads everything a file says about one report: our workbook, an export, or any table with heads we know. */
export function readContent(read: ReadTables, asked: ReadFor): Content {
  const sheet = read.tables.find(({ name }) => name === IDENTITY_SHEET)
  const visible = read.tables.filter(({ name }) => name !== IDENTITY_SHEET)
  const figures = new Map<string, ReadFigure>()
  const rows: ReadEntry[] = []
  const problems: Problem[] = []
  const skipped: Skipped[] = read.warnings.includes('externalLinks') ? [{ code: 'externalLinks' }] : []
  let understood = 0
  for (const table of visible) {
    const heads = readHeads(table, asked.period, asked.register)
    const isEmpty = table.rowCount === 0
    if (heads === null || (heads.kind === 'register' && !isQuarter(asked.period))) {
      if (!isEmpty) skipped.push({ code: 'sheet', name: table.name })
      continue
    }
    understood++
    if (heads.kind === 'unclear') {
      const at = { sheet: table.name, cell: `A${heads.row}` }
      problems.push({ ...at, got: '', wrong: { kind: 'file', code: 'registerUnclear', detail: {} } })
      continue
    }
    const hidden = hiddenRows(table, heads.row)
    if (hidden > 0) skipped.push({ code: 'hiddenRows', sheet: table.name, count: hidden })
    if (heads.kind === 'register') {
      const entries = readEntries(table, heads, asked.period as `${number}Q1`)
      rows.push(...entries.rows)
      problems.push(...entries.problems)
      skipped.push(...entries.skipped)
      continue
    }
    const found = readFigures(table, heads, asked.period)
    problems.push(...found.problems)
    skipped.push(...found.skipped)
    for (const figure of found.figures) {
      const key = `${figure.indicator}/${figure.part}`
      if (figures.has(key))
        problems.push({ ...figure.at, got: '', wrong: { kind: 'file', code: 'twice', detail: {} } })
      else figures.set(key, figure)
    }
  }
  return {
    stated: statedOrigin(visible),
    places: [...(sheet === undefined ? [] : [pairsOf(sheet)]), read.properties],
    understood,
    figures: [...figures.values()],
    rows,
    problems,
    skipped,
  }
}

/** The first two columns of the hidden sheet. */
function pairsOf(sheet: ReadTable): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const { cells } of sheet.rows) {
    const [key, value] = [0, 1].map((column) => cells.find((cell) => cell.column === column)?.text)
    if (key !== undefined && value !== undefined) pairs.set(key, value)
  }
  return pairs
}

function hiddenRows(table: ReadTable, head: number): number {
  let hidden = 0
  for (const row of table.rows) if (row.isHidden && row.number > head) hidden++
  return hidden
}
