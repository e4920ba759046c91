import { compare, decimal, parseMoney, ratio, type Locale, type MoneyUnit } from '@/lib/values'
import { formatNumber } from './format'

const MONEY_UNITS: Readonly<Record<string, MoneyUnit>> = { 元: 'yuan', 万元: 'wan', 亿元: 'yi' }

/** An amount given in 万元, in the unit people speak it in: 15000 → 1.5亿元, 150 million yuan. Exact, never rounded. */
export function formatMoney(locale: Locale, amountInWan: string): string {
  const amount = decimal(amountInWan)
  const size = amount.num < 0n ? { num: -amount.num, den: amount.den } : amount
  const from = (limit: bigint): boolean => compare(size, ratio(limit)) >= 0
  const over = (divisor: bigint): string => formatNumber({ num: amount.num, den: amount.den * divisor })
  if (locale === 'en') {
    if (from(100_000n)) return `${over(100_000n)} billion yuan`
    if (from(100n)) return `${over(100n)} million yuan`
    return `${formatNumber({ num: amount.num * 10_000n, den: amount.den })} yuan`
  }
  return from(10_000n) ? `${over(10_000n)}亿元` : `${formatNumber(amount)}万元`
}

/**
 * An amount written out, to be read aloud beside a number box: 15000 万元 → 一亿五千万元, one hundred and fifty
 * million yuan. Undefined if the unit is not money or the amount does not come out in whole fen.
 */
export function amountInWords(locale: Locale, value: string, unit: string): string | undefined {
  const moneyUnit = MONEY_UNITS[unit]
  const amount = moneyUnit && parseMoney(value, moneyUnit)
  if (!amount || amount.fen < 0n) return undefined
  const yuan = amount.fen / 100n
  const jiao = (amount.fen / 10n) % 10n
  const fen = amount.fen % 10n
  if (locale === 'en') {
    const cents = jiao * 10n + fen
    return `${englishWhole(yuan)} yuan${cents > 0n ? ` and ${englishWhole(cents)} fen` : ''}`
  }
  const small =
    (jiao > 0n ? `${chineseWhole(jiao)}角` : fen > 0n ? '零' : '') +
    (fen > 0n ? `${chineseWhole(fen)}分` : '')
  return `${chineseWhole(yuan)}元${small}`
}

const CAPITALS: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
}

/** Whole yuan in the numerals that nobody can alter, as a document on money has them: 25000000 → 人民币贰仟伍佰万元整. */
export const amountInCapitals = (yuan: bigint): string =>
  `人民币${[...chineseParts(yuan)].map((sign) => CAPITALS[sign] ?? sign).join('')}元整`

const DIGITS = '零一二三四五六七八九'

/** A whole number in Chinese: 12050000 → 一千二百零五万. */
function chineseWhole(value: bigint): string {
  if (value === 0n) return '零'
  const words = chineseParts(value)
  // 10 to 19 are spoken 十, 十一 … at the beginning of a number, 一十 within one.
  return words.startsWith('一十') ? words.slice(1) : words
}

function chineseParts(value: bigint): string {
  for (const [size, name] of [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ] as const) {
    if (value >= size) return joinParts(chineseParts(value / size) + name, value % size, size)
  }
  for (const [size, name] of [
    [1000n, '千'],
    [100n, '百'],
    [10n, '十'],
  ] as const) {
    if (value >= size) return joinParts(DIGITS.charAt(Number(value / size)) + name, value % size, size)
  }
  return DIGITS.charAt(Number(value))
}

/** The rest follows; a 零 marks that a place between them is empty. */
function joinParts(head: string, rest: bigint, size: bigint): string {
  if (rest === 0n) return head
  return head + (rest < size / 10n ? '零' : '') + chineseParts(rest)
}

const BELOW_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const GROUPS = [
  '',
  'thousand',
  'million',
  'billion',
  'trillion',
  'quadrillion',
  'quintillion',
  'sextillion',
  'septillion',
]

/** A whole number in English: 12050000 → twelve million and fifty thousand is not said; twelve million fifty thousand. */
function englishWhole(value: bigint): string {
  if (value === 0n) return 'zero'
  const parts: string[] = []
  let rest = value
  for (let group = 0; rest > 0n; group++, rest /= 1000n) {
    const below = Number(rest % 1000n)
    if (below === 0) continue
    const and = group === 0 && below < 100 && rest >= 1000n ? 'and ' : ''
    parts.unshift(`${and}${belowThousand(below)} ${GROUPS[group] ?? ''}`.trim())
  }
  return parts.join(' ')
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const head = hundreds > 0 ? `${BELOW_TWENTY[hundreds] ?? ''} hundred` : ''
  if (rest === 0) return head
  return head === '' ? belowHundred(rest) : `${head} and ${belowHundred(rest)}`
}

function belowHundred(value: number): string {
  if (value < 20) return BELOW_TWENTY[value] ?? ''
  const unit = value % 10
  const tens = TENS[Math.floor(value / 10)] ?? ''
  return unit === 0 ? tens : `${tens}-${BELOW_TWENTY[unit] ?? ''}`
}
