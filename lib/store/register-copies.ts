import pg from 'pg'
import type { RegisterCode, RowField } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { copyOut, type Work } from './work'

/** An accepted report whose rows are copied, and what stands before the fields of each of them. */
interface CopiedReport {
  readonly period: Period
  readonly version: number
}

/** How the rows of a register are copied. */
export interface CopiedTable {
  /** Of each report as many texts. */
  readonly before: (report: CopiedReport) => readonly string[]
  /** `names`: what is written for a code; what has no name is written as it is. */
  readonly fields: readonly {
    readonly field: RowField
    readonly names: Readonly<Record<string, string>> | null
  }[]
}

/** The rows of one register as COPY writes them: a line each, commas between fields, `\,` within them. */
export interface CopiedRegister {
  readonly code: RegisterCode
  readonly text: Buffer
}

/** The columns of version_row; every other field is a detail. */
const COLUMNS: Partial<Record<RowField, string>> = {
  name: 'name',
  creditCode: 'credit_code',
  noCodeReason: 'no_code_reason',
  countedOn: 'counted_on',
  level: 'level',
  evidence: 'evidence',
  note: 'note',
}

/**
 * Copies the rows of a city's accepted versions that were not withdrawn out of the database, register by register, in the order
 * of `readAcceptedRows`: none of them becomes a value of this process. Registers without rows are left out.
 */
export async function copyRegisters(
  work: Work,
  reports: readonly CopiedReport[],
  tableOf: (code: RegisterCode) => CopiedTable,
): Promise<CopiedRegister[]> {
  if (reports.length === 0) return []
  const codes = await copyOut(work, `COPY (SELECT DISTINCT r.indicator ${fromOf(work, reports)}) TO STDOUT`)
  const copied: CopiedRegister[] = []
  for (const code of codes.toString().split('\n').slice(0, -1) as RegisterCode[])
    copied.push({ code, text: await copyOut(work, copyOf(work, reports, code, tableOf(code))) })
  return copied
}

function copyOf(
  work: Work,
  reports: readonly CopiedReport[],
  code: RegisterCode,
  { before, fields }: CopiedTable,
): string {
  const first = reports.map(before)
  const columns = [
    ...(first[0] ?? []).map((_, i) => `v.before_${String(i)}`),
    ...fields.map(({ field, names }) => {
      const column = COLUMNS[field]
      const value = column === undefined ? `r.details ->> ${literal(field)}` : `r.${column}`
      return names === null
        ? value
        : `coalesce(${literal(JSON.stringify(names))}::jsonb ->> (${value}), ${value})`
    }),
  ]
  return `COPY (SELECT ${columns.join(', ')} ${fromOf(work, reports, first)} AND r.indicator = ${literal(code)}
    ORDER BY r.period, r.counted_on, r.name, r.row_id) TO STDOUT (DELIMITER ',', NULL '')`
}

function fromOf(
  work: Work,
  reports: readonly CopiedReport[],
  before: readonly (readonly string[])[] = [],
): string {
  const listed = reports.map(
    ({ period, version }, i) =>
      `(${[literal(period), String(version), ...(before[i] ?? []).map(literal)].join(', ')})`,
  )
  const names = ['period', 'version', ...(before[0] ?? []).map((_, i) => `before_${String(i)}`)]
  return `FROM version_row r JOIN (VALUES ${listed.join(', ')}) v (${names.join(', ')})
    ON v.period = r.period AND v.version = r.version WHERE r.city = ${literal(work.city)} AND r.withdrawn = ''`
}

const literal = (text: string): string => pg.escapeLiteral(text)
