import { readRow, readRows } from '@/lib/documents/read-rows'
import type { ReadRow } from '@/lib/documents/read-table'
import type { NumberFormat } from '@/lib/documents/tables/number-format'
import type { FormulaLine, RowLine, TableHead, TableSink, TableTail } from '@/lib/documents/tables/table-sink'
import { IDENTITY_SHEET } from '@/lib/documents/workbook-identity'
import type { RegisterCode } from '@/lib/notice'
import { isQuarter, type Period } from '@/lib/values'
import { entryReader, type EntryReader } from './read-entries'
import { readFigures } from './read-figures'
import type { Problem, ReadEntry, ReadFigure, Reading, Skipped } from './reading'
import { originReader, type OriginReader } from './stated-origin'
import { FIRST_LINES, readHeads, type Heads } from './table-heads'

/** What a file is read for: the screen it was dropped on. */
export interface ReadFor {
  readonly period: Period
  /** The register whose page it was dropped on; null for the report's. */
  readonly register: RegisterCode | null
}

/** Everything a file says about one report but the rows of its registers, and of whom it says that it is; nothing of the latter is judged. */
export interface ContentHead extends Omit<Reading, 'layout' | 'knownAt' | 'rows'> {
  readonly stated: { readonly cities: readonly string[]; readonly periods: readonly string[] }
  /** Where our workbooks bear their identity: pairs of the hidden sheet, and of the properties. */
  readonly places: readonly Pairs[]
  /** How many tables had heads that we know. */
  readonly understood: number
}

type Pairs = readonly (readonly [string, string])[]

interface Done {
  /** In the order of the file. Nothing of it counts before `onEnd`. */
  readonly onEntry: (entry: ReadEntry) => void
  readonly onEnd: (head: ContentHead) => void
}

/**
 * Reads everything a file says about one report, row after row as it comes: our workbook, an export, or any table with heads we
 * know. Of a long register nothing is held but what waits for its formulas.
 */
export function contentReader(asked: ReadFor, { onEntry, onEnd }: Done): TableSink {
  const origin = originReader()
  const figures = new Map<string, ReadFigure>()
  const problems: Problem[] = []
  const skipped: Skipped[] = []
  let identity: Pairs | null = null
  let understood = 0
  let table = new TableReader({ name: '', visibility: 'visible' }, [], asked, origin, onEntry)

  const endTable = (tail: TableTail): void => {
    const { heads, hidden, name } = table
    if (name === IDENTITY_SHEET) {
      identity ??= table.pairs()
      return
    }
    if (heads === null) {
      if (tail.rowCount > 0) skipped.push({ code: 'sheet', name })
      return
    }
    understood++
    if (heads.kind === 'unclear') {
      const at = { sheet: name, cell: `A${heads.row}` }
      problems.push({ ...at, got: '', wrong: { kind: 'file', code: 'registerUnclear', detail: {} } })
      return
    }
    if (hidden > 0) skipped.push({ code: 'hiddenRows', sheet: name, count: hidden })
    const found =
      heads.kind === 'register'
        ? { figures: [], ...table.endEntries() }
        : readFigures(name, table.waiting(), heads, asked.period)
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
    begin: (head, formats) => {
      table = new TableReader(head, formats, asked, origin, onEntry)
    },
    row: (line, hasFormula) => {
      table.take(line, hasFormula)
    },
    formula: (line) => {
      table.formulas.push(line)
    },
    endTable,
    end: ({ properties, warnings }) => {
      const { cities, periods } = origin.stated
      onEnd({
        stated: { cities: [...cities], periods: [...periods] },
        places: [...(identity === null ? [] : [identity]), properties],
        understood,
        figures: [...figures.values()],
        problems,
        skipped: warnings.includes('externalLinks') ? [{ code: 'externalLinks' }, ...skipped] : skipped,
      })
    },
    pause: () => Promise.resolve(),
  }
}

/** One table while its rows come. */
class TableReader {
  readonly name: string
  /** Null as long as no line has named the columns. */
  heads: Heads | null = null
  /** How many rows below the heads nobody sees. */
  hidden = 0
  readonly formulas: FormulaLine[] = []
  #entries: EntryReader | null = null
  #seen = 0
  readonly #held: RowLine[] = []

  constructor(
    head: TableHead,
    private readonly formats: readonly NumberFormat[],
    private readonly asked: ReadFor,
    private readonly origin: OriginReader,
    private readonly onEntry: (entry: ReadEntry) => void,
  ) {
    this.name = head.name
    origin.begin()
  }

  take(line: RowLine, hasFormula: boolean): void {
    if (this.name === IDENTITY_SHEET) {
      this.#held.push(line)
      return
    }
    const row = readRow(line, [], this.formats)
    this.origin.row(row)
    if (this.heads === null) {
      if (++this.#seen <= FIRST_LINES) this.#lookForHeads(row)
      return
    }
    if (this.heads.kind === 'unclear') return
    if (row.isHidden) this.hidden++
    // What formulas made is judged once the sheet was read; rows behind it keep their order.
    if (this.#entries === null || hasFormula || this.#held.length > 0) this.#held.push(line)
    else this.#read(this.#entries, row)
  }

  #lookForHeads(row: ReadRow): void {
    const { period, register } = this.asked
    const heads = readHeads(row, this.name, period, register)
    if (heads?.kind !== 'register') this.heads = heads
    else if (isQuarter(period)) {
      this.heads = heads
      this.#entries = entryReader(this.name, heads, period)
    } else {
      // A year has no registers: such a table is left out, whatever stands below.
      this.#seen = FIRST_LINES
    }
  }

  #read(entries: EntryReader, row: ReadRow): void {
    const entry = entries.read(row)
    if (entry !== null) this.onEntry(entry)
  }

  /** The rows that were held, with their formulas. */
  waiting(): Iterable<ReadRow> {
    return readRows(
      () => this.#held,
      () => this.formulas,
      this.formats,
    )
  }

  endEntries(): ReturnType<EntryReader['end']> {
    if (this.#entries === null) return { problems: [], skipped: [] }
    for (const row of this.waiting()) this.#read(this.#entries, row)
    return this.#entries.end()
  }

  /** The first two columns. */
  pairs(): Pairs {
    const pairs = new Map<string, string>()
    for (const row of this.waiting()) {
      const [key, value] = [row.at(0)?.text, row.at(1)?.text]
      if (key !== undefined && value !== undefined) pairs.set(key, value)
    }
    return [...pairs]
  }
}
