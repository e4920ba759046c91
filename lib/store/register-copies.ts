import pg from 'pg'
import { MOST_OWN_COLUMNS, ownColumns, registerCodes, type RegisterColumn } from '@/lib/notice'
import type { Permit } from '@/lib/access/authorize'
import type { Period } from '@/lib/values'
import { copyOut } from './work'

const literal = (text: string): string => pg.escapeLiteral(text)

/** An accepted report whose rows are copied. */
export interface CopiedReport {
  readonly period: Period
  readonly version: number
}

/**
 * Copies the rows of a city's accepted versions that were not withdrawn out of the database, in the order of
 * `readAcceptedRows` within each register: none of them becomes a value of this process. A row comes as COPY writes it, with
 * commas between its fields and `\,` within them: its number among all registers of all `reports`, both in their order; the
 * columns before a register's own ones; its own, and as many blanks as it has fewer than `MOST_OWN_COLUMNS`; the last ones.
 * @param choiceNames what is written for a choice; what has no name is written as it is
 * @param take is told each row; the memory of it is used again
 */
export async function copyRegisters(
  permit: Permit<'report.read'>,
  reports: readonly CopiedReport[],
  choiceNames: Readonly<Record<string, string>>,
  take: (row: Buffer) => void,
): Promise<void> {
  if (reports.length > 0) await copyOut(permit, copyOf(permit.scope.city, reports, choiceNames), take)
}

function copyOf(
  city: string,
  reports: readonly CopiedReport[],
  choiceNames: Readonly<Record<string, string>>,
): string {
  const listed = reports.map(({ period, version }, i) => `(${literal(period)}, ${version}, ${i})`)
  return `COPY (SELECT v.number * ${registerCodes.length} + c.number, r.name, r.credit_code, r.no_code_reason, r.counted_on,
      ${OWN_PLACES.map(ownField).join(', ')}, r.evidence, r.note
    FROM version_row r
    JOIN (VALUES ${listed.join(', ')}) v (period, version, number) ON v.period = r.period AND v.version = r.version
    JOIN ${registersOf(choiceNames)} ON c.code = r.indicator
    WHERE r.city = ${literal(city)} AND r.withdrawn = ''
    ORDER BY r.period, r.counted_on, r.name, r.row_id) TO STDOUT (DELIMITER ',', NULL '')`
}

const OWN_PLACES = Array.from({ length: MOST_OWN_COLUMNS }, (_, place) => place)

/** The registers, and what each of them has at the places of its own columns: arrays, which are planned sooner than rows. */
function registersOf(choiceNames: Readonly<Record<string, string>>): string {
  const columns = [
    { name: 'code', type: 'text', values: registerCodes },
    { name: 'number', type: 'integer', values: registerCodes.map((_, number) => String(number)) },
    ...OWN_PLACES.flatMap((place) => {
      const there = registerCodes.map((code) => ownColumns(code)[place])
      return [
        { name: `field_${place}`, type: 'text', values: there.map((column) => column?.field ?? null) },
        {
          name: `names_${place}`,
          type: 'jsonb',
          values: there.map((column) => namesOf(column, choiceNames)),
        },
      ]
    }),
  ]
  const arrays = columns.map(({ type, values }) => `${literal(arrayOf(values))}::${type}[]`)
  return `unnest(${arrays.join(', ')}) c (${columns.map(({ name }) => name).join(', ')})`
}

function namesOf(
  column: RegisterColumn | undefined,
  choiceNames: Readonly<Record<string, string>>,
): string | null {
  if (column?.kind !== 'choice') return null
  return JSON.stringify(Object.fromEntries(column.choices.map((each) => [each, choiceNames[each] ?? each])))
}

/** An array as the database reads it; its texts hold no control signs. */
const arrayOf = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : JSON.stringify(value))).join(',')}}`

/** The own field of a row's register at a place. What no register has there is not asked of a row. */
function ownField(place: number): string {
  const there = registerCodes.flatMap((code) => ownColumns(code)[place] ?? [])
  const detail = `r.details ->> c.field_${place}`
  const plain = there.some(({ field }) => field === 'level')
    ? `CASE c.field_${place} WHEN 'level' THEN r.level ELSE ${detail} END`
    : detail
  if (!there.some(({ kind }) => kind === 'choice')) return plain
  return `CASE WHEN c.names_${place} IS NULL THEN ${plain} ELSE coalesce(c.names_${place} ->> (${plain}), ${plain}) END`
}
