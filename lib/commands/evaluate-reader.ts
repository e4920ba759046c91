import { indicator, isIndicatorCode, isNumeric, numericIndicators } from '@/lib/notice'
import type { IndicatorCode, NumericIndicator } from '@/lib/notice'
import type { FigureFact } from '@/lib/rules'
import { ok, parsePeriod, refuse, type Result } from '@/lib/values'
import { isEmptyLine, readCsv, shown, type Fault, type Field, type Row } from './evaluate-csv'

/** The figures of one city as the file gives them. */
export interface CityFigures {
  readonly city: string
  /** Only results that occur in the file. */
  readonly facts: ReadonlyMap<IndicatorCode, Readonly<Record<string, FigureFact>>>
}

const COLUMNS = ['city', 'indicator', 'period', 'value', 'unit'] as const
type Column = (typeof COLUMNS)[number]

const PLAIN = /^\d{1,18}(?:\.\d{1,6})?$/
const codes = numericIndicators.map(({ code }) => code).join(', ')

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
    if (row.fields.length !== this.width) {
      this.countFault(row)
      return
    }
    const cell = (column: Column) => row.fields[this.at.get(column) ?? -1]
    const city = this.city(cell('city'))
    const subject = this.subject(cell('indicator'))
    const period = this.period(cell('period'), subject)
    const value = this.value(cell('value'))
    this.unit(cell('unit'), subject)
    if (city === undefined || !subject || period === undefined) return
    const key = `${subject.code} ${period} ${city}`
    const before = this.lines.get(key)
    const place = cell('city') ?? row.end
    if (before !== undefined) {
      const expected = `city, indicator and period together once (first on line ${before})`
      this.fault(place, expected, `${shown(city)}, ${subject.code}, ${period} again`)
      return
    }
    this.lines.set(key, place.line)
    const facts = this.figures.get(city) ?? new Map<IndicatorCode, Record<string, FigureFact>>()
    this.figures.set(city, facts)
    const figures = facts.get(subject.code) ?? {}
    facts.set(subject.code, figures)
    figures[period] = { value: value ?? null }
  }

  private countFault(row: Row): void {
    const place = row.fields[this.width] ?? row.end
    const got = isEmptyLine(row) ? 'an empty line' : `${row.fields.length}`
    this.fault(place, `${this.width} fields`, got)
  }

  private fault(place: { line: number; column: number }, expected: string, got: string): void {
    this.faults.push({ line: place.line, column: place.column, expected, got })
  }

  private city(field: Field | undefined): string | undefined {
    if (!field || field.broken) return undefined
    if (field.text.trim() !== '') return field.text
    this.fault(field, 'the name of a city', shown(field.text))
    return undefined
  }

  private subject(field: Field | undefined): NumericIndicator | undefined {
    if (!field || field.broken) return undefined
    const found = isIndicatorCode(field.text) ? indicator(field.text) : undefined
    if (found && isNumeric(found)) return found
    this.fault(
      field,
      found ? `an indicator that figures decide (${codes})` : `one of ${codes}`,
      shown(field.text),
    )
    return undefined
  }

  private period(field: Field | undefined, subject: NumericIndicator | undefined): string | undefined {
    if (!field || field.broken) return undefined
    const period = parsePeriod(field.text)
    if (period && !(subject?.kind === 'count' && period.kind === 'year')) return period.period
    const quarter = 'a quarter such as 2021Q3'
    this.fault(
      field,
      subject?.kind === 'count' ? quarter : `a year such as 2021 or ${quarter}`,
      shown(field.text),
    )
    return undefined
  }

  private value(field: Field | undefined): string | undefined {
    if (!field || field.broken || field.text === '') return undefined
    if (PLAIN.test(field.text)) return field.text
    const expected =
      'a plain non-negative decimal with at most 18 digits before and 6 after the point, or nothing'
    this.fault(field, expected, shown(field.text))
    return undefined
  }

  private unit(field: Field | undefined, subject: NumericIndicator | undefined): void {
    if (!field || field.broken || !subject || field.text === subject.unit) return
    this.fault(field, `the unit ${subject.unit}`, shown(field.text))
  }
}
