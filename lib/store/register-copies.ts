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
  const listed = reports.map(({ period, version }, i) => [literal(period), String(version), String(i)])
  return `COPY (SELECT v.number * ${registerCodes.length} + c.number, r.name, r.credit_code, r.no_code_reason, r.counted_on,
      ${OWN_PLACES.map(ownField).join(', ')}, r.evidence, r.note
    FROM version_row r
    JOIN ${tableOf('v', ['period', 'version', 'number'], listed)} ON v.period = r.period AND v.version = r.version
    JOIN ${registersOf(choiceNames)} ON c.code = r.indicator
    WHERE r.city = ${literal(city)} AND r.withdrawn = ''
    ORDER BY r.period, r.counted_on, r.name, r.row_id) TO STDOUT (DELIMITER ',', NULL '')`
}

const OWN_PLACES = Array.from({ length: MOST_OWN_COLUMNS }, (_, place) => place)

/** What the registers have at the places of their own columns: planning takes longer with each value that says nothing. */
function registersOf(choiceNames: Readonly<Record<string, string>>): string {
  const columns = OWN_PLACES.flatMap((place) => [
    `field_${place}`,
    ...(hasSome(place, isLevel) ? [`is_level_${place}`] : []),
    ...(hasSome(place, isChoice) ? [`names_${place}`] : []),
  ])
  const rows = registerCodes.map((code, number) => [
    literal(code),
    String(number),
    ...OWN_PLACES.flatMap((place) => {
      const column = ownColumns(code)[place]
      return [
        `${column === undefined ? 'NULL' : literal(column.field)}::text`,
        ...(hasSome(place, isLevel) ? [String(column !== undefined && isLevel(column))] : []),
        ...(hasSome(place, isChoice) ? [namesOf(column, choiceNames)] : []),
      ]
    }),
  ])
  return tableOf('c', ['code', 'number', ...columns], rows)
}

function namesOf(column: RegisterColumn | undefined, choiceNames: Readonly<Record<string, string>>): string {
  if (column === undefined || !isChoice(column)) return 'NULL::jsonb'
  const named = column.choices.map((choice) => [choice, choiceNames[choice] ?? choice])
  return `${literal(JSON.stringify(Object.fromEntries(named)))}::jsonb`
}

/** The own field of each register at a place. What none of them has there is not asked of a row. */
function ownField(place: number): string {
  const detail = `r.details ->> c.field_${place}`
  const plain = hasSome(place, isLevel)
    ? `CASE WHEN c.is_level_${place} THEN r.level ELSE ${detail} END`
    : detail
  if (!hasSome(place, isChoice)) return plain
  return `CASE WHEN c.names_${place} IS NULL THEN ${plain} ELSE coalesce(c.names_${place} ->> (${plain}), ${plain}) END`
}

const hasSome = (place: number, is: (column: RegisterColumn) => boolean): boolean =>
  registerCodes.some((code) => ownColumns(code).some((column, i) => i === place && is(column)))

/** The only field of its own that is no detail. */
const isLevel = ({ field }: RegisterColumn): boolean => field === 'level'
const isChoice = ({ kind }: RegisterColumn): boolean => kind === 'choice'

const tableOf = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `(VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) ${name} (${columns.join(', ')})`
