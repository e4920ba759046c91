import type { IndicatorCode } from '@/lib/notice'
import type { FigureFact } from '@/lib/rules'
import { ok, refuse, type Result } from '@/lib/values'
import { isEmptyLine, readCsv, shown, type Fault, type Row } from './evaluate-csv'
import { COLUMNS, readLine, type Column } from './evaluate-line'
import { likeliestMatch } from './evaluate-match'

/** The figures of one city as the file gives them. */
export interface CityFigures {
  readonly city: string
  /** Only results that occur in the file. */
  readonly facts: ReadonlyMap<IndicatorCode, Readonly<Record<string, FigureFact>>>
}

/** Reads the figures of all cities, in order of first appearance, or every fault of the file in order of place. */
export function readFigures(text: string): Result<readonly CityFigures[], readonly Fault[]> {
  const quoting: Fault[] = []
  const rows = readCsv(text, quoting)
  const first = rows.next().value as Row | undefined
  const header = readHeader(first)
  const table = new Table(header.at, first?.fields.length ?? 0)
  for (const row of rows) table.take(row)
  const faults = [...quoting, ...header.faults, ...table.faults]
  if (faults.length === 0) return ok(table.cities())
  return refuse(faults.sort((a, b) => a.line - b.line || a.column - b.column))
}

/** Where each column stands. Columns that are found are read even beside a wrong one, so that no fault hides another. */
function readHeader(row: Row | undefined): { at: ReadonlyMap<Column, number>; faults: readonly Fault[] } {
  const at = new Map<Column, number>()
  const faults: Fault[] = []
  if (!row) {
    return {
      at,
      faults: [{ line: 1, column: 1, expected: `the header ${COLUMNS.join(',')}`, got: 'nothing' }],
    }
  }
  const names = new Set(row.fields.map(({ text }) => text))
  const missing = COLUMNS.filter((column) => !names.has(column))
  const lacking = [...missing]
  for (const [i, field] of row.fields.entries()) {
    const column = COLUMNS.find((known) => known === field.text)
    if (column && !at.has(column)) {
      at.set(column, i)
    } else {
      lacking.shift()
      const expected = column
        ? `the column ${column} once`
        : missing.length > 0
          ? `a column of ${missing.join(', ')}`
          : `only the columns ${COLUMNS.join(', ')}`
      faults.push({ line: field.line, column: field.column, expected, got: shown(field.text) })
    }
  }
  for (const column of lacking) {
    faults.push({ ...row.end, expected: `a column ${column}`, got: 'the end of the header' })
  }
  return { at, faults }
}

class Table {
  readonly faults: Fault[] = []
  private readonly figures = new Map<string, Map<IndicatorCode, Record<string, FigureFact>>>()
  private readonly lines = new Map<string, number>()

  constructor(
    private readonly at: ReadonlyMap<Column, number>,
    private readonly width: number,
  ) {}

  cities(): readonly CityFigures[] {
    return [...this.figures].map(([city, facts]) => ({ city, facts }))
  }

  take(row: Row): void {
    const { length } = row.fields
    if (length !== this.width) {
      this.countFault(row)
      // Its cells are judged as far as it can be told which is which.
      if (isEmptyLine(row)) return
      const ways = likeliestMatch(length, this.width, (fieldOf) => this.read(row, fieldOf).faults)
      this.faults.push(...ways)
      return
    }
    const { city, subject, period, value, faults } = this.read(row, (at) => at)
    this.faults.push(...faults)
    if (city === null || subject === null || period === null) return
    const key = `${subject.code} ${period} ${city}`
    const before = this.lines.get(key)
    const place = row.fields[this.at.get('city') ?? -1] ?? row.end
    if (before !== undefined) {
      const expected = `city, indicator and period together once (first on line ${before})`
      const got = `${shown(city)}, ${subject.code}, ${period} again`
      this.faults.push({ line: place.line, column: place.column, expected, got })
      return
    }
    this.lines.set(key, place.line)
    const facts = this.figures.get(city) ?? new Map<IndicatorCode, Record<string, FigureFact>>()
    this.figures.set(city, facts)
    const figures = facts.get(subject.code) ?? {}
    facts.set(subject.code, figures)
    figures[period] = { value }
  }

  /** `fieldOf`: which field of the row stands for the column at a place of the header; undefined where none does. */
  private read(row: Row, fieldOf: (at: number) => number | undefined) {
    return readLine((column) => row.fields[fieldOf(this.at.get(column) ?? -1) ?? -1])
  }

  private countFault(row: Row): void {
    const { line, column } = row.fields[this.width] ?? row.end
    const got = isEmptyLine(row) ? 'an empty line' : `${row.fields.length}`
    this.faults.push({ line, column, expected: `${this.width} fields`, got })
  }
}
