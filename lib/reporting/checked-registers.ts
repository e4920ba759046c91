import {
  isRegisterCode,
  registerCodes,
  registerColumns,
  type RegisterCode,
  type RowField,
} from '@/lib/notice'
import type { CheckedRegister, HeldCertificate } from '@/lib/rules/checks'
import { registerStanding } from '@/lib/rules/register-standing'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { Period } from '@/lib/values'
import type { KnownEntity, KnownFigures } from './known-figures'

type CheckedRow = Pick<RegisterRow, 'id' | 'indicator' | 'name' | 'creditCode' | 'level' | 'details'>

/** What there is to say of the rows a report brings: whom they are like, and what they lack; nothing of registers all right. */
export function checkedRegisters(
  period: Period,
  rows: readonly CheckedRow[],
  known: Pick<KnownFigures, 'entities' | 'places'>,
): readonly CheckedRegister[] {
  const filled = new Set(rows.map(({ indicator }) => indicator).filter(isRegisterCode))
  return registerCodes
    .filter((code) => filled.has(code))
    .map((code) => checkedRegister(code, period, rows, known))
    .filter(({ alike, lacking, certificates }) =>
      [alike, lacking, certificates].some(({ length }) => length > 0),
    )
}

function checkedRegister(
  code: RegisterCode,
  period: Period,
  rows: readonly CheckedRow[],
  { entities, places }: Pick<KnownFigures, 'entities' | 'places'>,
): CheckedRegister {
  const own = rows.filter(({ indicator }) => indicator === code)
  const earlier = entities.filter((entity) => entity.indicator === code && entity.period < period)
  const standing = registerStanding(own, earlier, { indicator: code, cases: [], places })
  const asked = registerColumns(code).filter(({ required }) => required === 'check')
  const fieldsLacking = (row: CheckedRow): RowField[] =>
    asked.map(({ field }) => field).filter((field) => textIn(row, field).trim() === '')
  return {
    indicator: code,
    alike: own.flatMap(({ id, name, creditCode }) => {
      const alike = standing.rows[id]?.likeness ?? []
      return alike.map((likeness) => ({ name, creditCode, likeness }))
    }),
    lacking: own
      .map((row) => ({ name: row.name, fields: fieldsLacking(row) }))
      .filter(({ fields }) => fields.length > 0),
    certificates: code === 'certified_entities' ? certificatesOf(own, earlier) : [],
  }
}

/** The certificates that rows state: those of earlier quarters first, as they come by quarter. */
function certificatesOf(own: readonly CheckedRow[], earlier: readonly KnownEntity[]): HeldCertificate[] {
  const before = earlier.map(({ name, creditCode, period, details }) => ({
    name,
    creditCode,
    number: details?.certificateNumber ?? '',
    validFrom: details?.validFrom ?? '',
    since: period,
  }))
  const brought = own.map((row) => ({
    name: row.name,
    creditCode: row.creditCode,
    number: textIn(row, 'certificateNumber'),
    validFrom: textIn(row, 'validFrom'),
    since: null,
  }))
  return [...before, ...brought].filter(({ number }) => number.trim() !== '')
}

/** What a row says in one of the columns that only some registers have. */
function textIn({ level, details }: CheckedRow, field: RowField): string {
  if (field === 'level') return level ?? ''
  return (details as Readonly<Partial<Record<RowField, string>>>)[field] ?? ''
}
