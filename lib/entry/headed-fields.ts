import type { RegisterColumn, RowField } from '@/lib/notice/register-columns'
import { readPastedNumber, type Did } from './pasted-number'
import { unitPower } from './unit-words'

/** How a head is compared: without spaces, brackets and signs. */
export const plainHead = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:()*/,.、“”"'_\-–—−]+/g, '')

/** What people call each column, in every language, as plainHead gives it. */
export type HeadNames = Readonly<Partial<Record<RowField, readonly string[]>>>

/** What stands in brackets at the end of a head: a unit, a remark. */
const BRACKETED = /\s*[([【]([^()[\]【】]*)[)\]】]\s*$/
/** 企业名称, 托管企业, “Name of the company”: what the row is about, where no other column is left for it. */
const NAMED = /(?:名称|全称|name)$|^nameof/
const NOUN = /(?:企业|公司|单位|项目|产品|品牌|商标|高校|大学|学校|平台|中心)$/
const DAY = /(?:日期|时间|日|date)$|^(?:date|day)of|[a-z]on$/
/** Who fills the table in, and when, is no row of it. */
const ABOUT_TABLE = /填报|填表|制表|报送|上报|统计|联系|更新|打印/

/**
 * Which field each head of a table names; null for those that name none. A head is known by its name, else by its name with a
 * remark in brackets or 名称 behind it; the one column left that ends like a name or a day is the row's name or the day it counts
 * from. Where one head alone is known for sure, it takes two more to make a table.
 */
export function headedFields(
  heads: readonly string[],
  asked: readonly RegisterColumn[],
  names: HeadNames,
): (RowField | null)[] {
  const plain = heads.map(plainHead)
  const found: (RowField | null)[] = heads.map(() => null)
  const give = (field: RowField, at: number): void => {
    if (at !== -1) found[at] = field
  }
  const isLeft = (at: number): boolean => found[at] === null && plain[at] !== ''
  for (const { field } of asked)
    give(
      field,
      plain.findIndex((head, i) => isLeft(i) && names[field]?.includes(head) === true),
    )
  const sure = [...found]
  const isOpen = ({ field }: Pick<RegisterColumn, 'field'>): boolean => !found.includes(field)
  const known = sure.filter((field) => field !== null).length
  if (known === 0) return sure

  const longer = heads.map((head) => shortened(head))
  for (const column of asked.filter(isOpen)) {
    const isNamed = (text: string): boolean => names[column.field]?.includes(text) === true
    give(
      column.field,
      longer.findIndex(
        (head, i) => isLeft(i) && isNamed(head.text) && (column.kind !== 'amount' || head.isYuan),
      ),
    )
  }
  const only = (like: RegExp): number => {
    const fitting = longer.flatMap(({ whole }, i) =>
      isLeft(i) && like.test(whole) && !ABOUT_TABLE.test(whole) ? [i] : [],
    )
    return fitting.length === 1 ? (fitting[0] ?? -1) : -1
  }
  if (isOpen({ field: 'name' })) give('name', only(NAMED))
  if (isOpen({ field: 'name' })) give('name', only(NOUN))
  if (isOpen({ field: 'countedOn' })) give('countedOn', only(DAY))
  return known === 1 && found.filter((field) => field !== null).length < 3 ? sure : found
}

/** A head without what stands in brackets behind it (`whole`), and without 名称 too (`text`). */
function shortened(head: string): {
  readonly whole: string
  readonly text: string
  readonly isYuan: boolean
} {
  const unit = unitOf(head)
  const whole = plainHead(head.normalize('NFKC').replace(BRACKETED, ''))
  return {
    whole,
    text: whole.replace(/(?:名称|全称)$/, ''),
    isYuan: unit === '' || unitPower(unit)?.of === '元',
  }
}

const unitOf = (head: string): string => BRACKETED.exec(head.normalize('NFKC'))?.[1]?.trim() ?? ''

/**
 * An amount of a table as the register keeps it: brought exactly into 万元 by the unit behind it or in its head (发行规模（亿元）),
 * with what was done to it. What is no amount comes back as it is.
 */
export function tableAmount(
  text: string,
  head: string,
): { readonly text: string; readonly did: readonly Did[] } {
  const read = readPastedNumber(text, '万元', { unit: unitOf(head) })
  if (read.kind !== 'figure') return { text, did: [] }
  const did = read.did.filter(({ code }) => code === 'scaled')
  return did.length === 0 ? { text, did } : { text: read.value, did }
}
