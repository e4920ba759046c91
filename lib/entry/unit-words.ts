import type { IndicatorUnit } from '@/lib/values'

/** What a word for a unit means: a power of ten of something; of nothing in particular where it only multiplies. */
export interface UnitPower {
  /** 元, or the unit in which things are counted; '' for 万 alone. */
  readonly of: IndicatorUnit | '元' | 'other'
  readonly power: number
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  '': 0,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
  thousand: 3,
  '10,000': 4,
  '10000': 4,
  million: 6,
  '100 million': 8,
  billion: 9,
}

const COUNTED: Readonly<Record<string, IndicatorUnit>> = {
  次: '次',
  recordal: '次',
  recordals: '次',
  项: '项',
  project: '项',
  projects: '项',
  家: '家',
  entity: '家',
  entities: '家',
  单: '单',
  product: '单',
  products: '单',
  个: '个',
  item: '个',
  items: '个',
  所: '所',
  university: '所',
  universities: '所',
}

const WORDS =
  /^(十万|百万|千万|十亿|百亿|千亿|万亿|百|千|万|亿|thousand|10,?000|100 million|million|billion)? ?(人民币元|人民币|元|圆|yuan|rmb|cny|件|笔|份|户|条|张|宗|人|cases?|[\p{Script=Han}]|[a-z]+)?$/iu
const MONEY = /^(?:人民币元|人民币|元|圆|yuan|rmb|cny)$/i

/**
 * Reads a word for a unit: 万元 is 10^4 of 元, 亿 is 10^8 of whatever the cell counts, 件 is another thing than 次. Null for
 * whatever is no unit.
 */
export function unitPower(word: string): UnitPower | null {
  const said = word.normalize('NFKC').trim()
  const parts = WORDS.exec(said)
  if (said === '' || parts === null) return null
  const [, multiplier = '', base = ''] = parts
  const power = MULTIPLIERS[multiplier.toLowerCase()] ?? 0
  if (base === '') return { of: '', power }
  if (MONEY.test(base)) return { of: '元', power }
  const counted = COUNTED[base.toLowerCase()]
  if (counted !== undefined) return { of: counted, power }
  return /^(?:件|笔|份|户|条|张|宗|人|cases?)$/i.test(base) ? { of: 'other', power } : null
}
