import type { RowField } from '@/lib/entry/row-content'
import type { Spoken } from '@/lib/i18n/bilingual'
import type { register } from '@/lib/i18n/words/register'
import type { CountIndicator } from '@/lib/notice/indicator-types'
import type { Column } from './grid-line'

type Words = (typeof register)['zh-CN']

const WIDTHS: Readonly<Record<RowField, string>> = {
  name: 'min-w-64',
  creditCode: 'min-w-48',
  noCodeReason: 'min-w-32',
  countedOn: 'min-w-28',
  level: 'min-w-28',
  evidence: 'min-w-28',
  note: 'min-w-24',
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
