import type { RowField } from '@/lib/entry/row-content'
import type { Spoken } from '@/lib/i18n/bilingual'
import type { register } from '@/lib/i18n/words/register'
import type { CountIndicator } from '@/lib/notice/indicator-types'
import type { Column } from './grid-line'

type Words = (typeof register)['zh-CN']

// In a fixed layout the columns keep their places while a person types, and one row never moves the others.
const WIDTHS: Readonly<Record<RowField, string>> = {
  name: 'w-64',
  creditCode: 'w-48',
  noCodeReason: 'w-32',
  countedOn: 'w-28',
  level: 'w-28',
  evidence: 'w-32',
  note: 'w-24',
}

/** The columns of a register, in the order in which a person reads them off a document. */
export function columnsOf(indicator: CountIndicator, asksLevel: boolean, { head }: Spoken<Words>): Column[] {
  const heads: Readonly<Record<RowField, string>> = { ...head, name: head.name[indicator.register] }
  const fields: readonly RowField[] = [
    'name',
    'creditCode',
    'noCodeReason',
    'countedOn',
    ...(asksLevel ? (['level'] as const) : []),
    'evidence',
    'note',
  ]
  return fields.map((field) => ({ field, head: heads[field], className: WIDTHS[field] }))
}
