import { indicator, isIndicatorCode, isNumeric, numericIndicators } from '@/lib/notice'
import type { NumericIndicator } from '@/lib/notice'
import { parsePeriod } from '@/lib/values'
import { shown, type Fault, type Field } from './evaluate-csv'

export const COLUMNS = ['city', 'indicator', 'period', 'value', 'unit'] as const
export type Column = (typeof COLUMNS)[number]

const PLAIN = /^\d{1,18}(?:\.\d{1,6})?$/
const codes = numericIndicators.map(({ code }) => code).join(', ')

/** What one line says, as far as it can be read, and every fault of its cells. */
export interface Line {
  readonly city: string | null
  readonly subject: NumericIndicator | null
  readonly period: string | null
  readonly value: string | null
  readonly faults: readonly Fault[]
}

/** Reads the cells of one line; a cell that is not there is no fault of its own. */
export function readLine(cell: (column: Column) => Field | undefined): Line {
  const faults: Fault[] = []
  const fault: Refuse = (field, expected) => {
    faults.push({ line: field.line, column: field.column, expected, got: shown(field.text) })
    return null
  }
  const readable = (column: Column): Field | undefined => {
    const field = cell(column)
    return field?.broken === true ? undefined : field
  }
  const city = readCity(readable('city'), fault)
  const subject = readSubject(readable('indicator'), fault)
  const period = readPeriod(readable('period'), subject, fault)
  const value = readValue(readable('value'), fault)
  const unit = readable('unit')
  if (unit && subject && unit.text !== subject.unit) fault(unit, `the unit ${subject.unit}`)
  return { city, subject, period, value, faults }
}

type Refuse = (field: Field, expected: string) => null

function readCity(field: Field | undefined, fault: Refuse): string | null {
  if (!field) return null
  return field.text.trim() === '' ? fault(field, 'the name of a city') : field.text
}

function readSubject(field: Field | undefined, fault: Refuse): NumericIndicator | null {
  if (!field) return null
  const found = isIndicatorCode(field.text) ? indicator(field.text) : undefined
  if (found && isNumeric(found)) return found
  return fault(field, found ? `an indicator that figures decide (${codes})` : `one of ${codes}`)
}

function readPeriod(
  field: Field | undefined,
  subject: NumericIndicator | null,
  fault: Refuse,
): string | null {
  if (!field) return null
  const period = parsePeriod(field.text)
  if (period && !(subject?.kind === 'count' && period.kind === 'year')) return period.period
  const quarter = 'a quarter such as 2021Q3'
  return fault(field, subject?.kind === 'count' ? quarter : `a year such as 2021 or ${quarter}`)
}

function readValue(field: Field | undefined, fault: Refuse): string | null {
  if (!field || field.text === '') return null
  if (PLAIN.test(field.text)) return field.text
  return fault(
    field,
    'a plain non-negative decimal with at most 18 digits before and 6 after the point, or nothing',
  )
}
