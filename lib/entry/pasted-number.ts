import { isWholeUnit, parseFigure, type FigureRefusalCode, type IndicatorUnit } from '@/lib/values'
import { unitPower } from './unit-words'

/** What was done to a pasted text to read it. */
export type Did =
  /** Full-width signs, spaces, separators, the apostrophe of a text number. */
  | { readonly code: 'cleaned' }
  /** The unit written there is the unit of the cell. */
  | { readonly code: 'sameUnit'; readonly unit: string }
  /** Brought from another unit into that of the cell, exactly. */
  | { readonly code: 'scaled'; readonly unit: string }
  /** Written out from scientific notation: digits that the spreadsheet did not show may be lost. */
  | { readonly code: 'exponent' }
  /** The spreadsheet showed fewer digits than it holds; those it holds were taken. */
  | { readonly code: 'stored' }

export type PastedRefusalCode =
  | Exclude<FigureRefusalCode, 'empty' | 'exponent'>
  | 'percent'
  | 'unitOther'
  | 'currency'
  | 'yuanSign'
  | 'approximate'
  | 'date'
  | 'sheetError'

export type PastedNumber =
  /** The exact decimal in the unit of the cell. */
  | { readonly kind: 'figure'; readonly value: string; readonly did: readonly Did[] }
  /** It says that there is no figure: a dash, 无, N/A. Never zero. */
  | { readonly kind: 'none' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly code: PastedRefusalCode }

/** What stands around a number and says more about it. */
export interface Surroundings {
  /** The unit that the table names for it, in a column of units or behind the name of the result. */
  readonly unit?: string
  /** The number as the spreadsheet holds it, where it is known. */
  readonly stored?: string
}

const NONE =
  /^(?:[-–—−―_/\\]+|\.{3,}|无|没有|暂无|暂缺|缺|无数据|暂无数据|不适用|n\.?\/?a\.?|none|nil|null|not (?:yet )?(?:applicable|available))$/i
const SHEET_ERROR = /^#(?:n\/a|div\/0!|ref!|value!|name\?|num!|null!|spill!|calc!|#+)?$/i
const ABOUT =
  /^(?:约|大约|近|逾|超|超过|不到|不足|≈|~|>|<|≥|≤|about|approx|ca\.)|(?:左右|余|以上|以下|多|上下)$|\d\s*[~～至到]\s*\d/i
const DATE =
  /^\d{4}[-/年]\d{1,2}(?:[-/月]\d{1,2})?[日月]?$|^\d{4}\.\d{1,2}\.\d{1,2}$|^\d{1,2}月(?:\d{1,2}日)?$|^\d{1,2}[-/][a-z]{3}|^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{1,2}:\d{2}/i
const FOREIGN = /^(?:us|hk|a|c|nt)?\$|[€£]|usd|eur|gbp|jpy|hkd|美元|欧元|英镑|日元|港元|港币/i
const LONGEST = 400
/** More places than any figure has; beyond them nothing is written out. */
const FARTHEST = 60

/** Whether a text says that there is nothing, or nothing yet: 暂无, ——, n/a. */
export const saysNone = (text: string): boolean => NONE.test(text.normalize('NFKC').trim())

/**
 * Reads one cell of a spreadsheet as a figure of this unit: full-width digits, separators, 万 and 亿, unit words, currency
 * and scientific notation are understood and scaled exactly; what is no exact figure is refused with its reason, and what
 * says that there is none is never zero.
 */
export function readPastedNumber(
  text: string,
  unit: IndicatorUnit,
  { unit: saidUnit = '', stored }: Surroundings = {},
): PastedNumber {
  if (text.length > LONGEST) return refused('notANumber')
  const typed = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['’‘`]\s*/, '')
  if (typed === '') return { kind: 'blank' }
  if (saysNone(typed)) return { kind: 'none' }
  if (SHEET_ERROR.test(typed)) return refused('sheetError')
  if (/[%‰‱]|^百分之|per ?cent/i.test(typed)) return refused('percent')
  if (DATE.test(typed)) return refused('date')
  if (ABOUT.test(typed)) return refused('approximate')
  if (FOREIGN.test(typed)) return refused('currency')
  return readPlain(typed, text, unit, saidUnit, stored)
}

const refused = (code: PastedRefusalCode): PastedNumber => ({ kind: 'refused', code })

function readPlain(
  typed: string,
  text: string,
  unit: IndicatorUnit,
  saidUnit: string,
  stored: string | undefined,
): PastedNumber {
  const parts =
    /^(?<open>\()?(?<sign>[-−–—△▲+])? ?(?<yuan>¥|rmb|cny|人民币)? ?(?<inner>[-−])?(?<body>[\d.,'’ ]*\d[\d.,'’ ]*)(?<power>e[+-]?\d+)?(?<close>\))? ?(?<minus>-)?(?<words>.*)$/i.exec(
      typed,
    )?.groups
  if (parts === undefined) return refused('notANumber')
  const { open, sign, yuan, inner, body = '', power, close, minus, words = '' } = parts
  if ((open === undefined) !== (close === undefined)) return refused('notANumber')
  const digits = ungroup(body.trim())
  if (digits === null) return refused('grouping')
  const inUnit = scaleOf(words.trim(), saidUnit, unit, yuan !== undefined)
  if (typeof inUnit === 'string') return refused(inUnit)
  const full = power === undefined && words.trim() === '' ? fuller(digits, stored) : null
  const exact = power === undefined ? null : fuller(shift(digits, Number(power.slice(1))) ?? digits, stored)
  const written = full ?? exact ?? shift(digits, power === undefined ? 0 : Number(power.slice(1)))
  const value = written === null ? null : shift(written, inUnit.power)
  if (value === null) return refused('tooLarge')
  const isNegative =
    open !== undefined || minus !== undefined || inner !== undefined || /[^+]/.test(sign ?? '')
  if (isNegative && /[1-9]/.test(value)) return refused('negative')
  const figure = parseFigure(value, unit)
  if (!figure.ok) {
    const { code } = figure.error
    return refused(code === 'empty' || code === 'exponent' ? 'notANumber' : code)
  }
  const did: Did[] = []
  if (inUnit.did !== null) did.push(inUnit.did)
  if (power !== undefined && exact === null) did.push({ code: 'exponent' })
  if (full !== null || exact !== null) did.push({ code: 'stored' })
  if (did.length === 0 && text.trim() !== figure.value) did.push({ code: 'cleaned' })
  return { kind: 'figure', value: figure.value, did }
}

/** How many places the point moves to bring the number into the unit of the cell; or why it cannot be. */
function scaleOf(
  words: string,
  saidUnit: string,
  unit: IndicatorUnit,
  isYuan: boolean,
): { readonly power: number; readonly did: Did | null } | 'unitOther' | 'yuanSign' | 'notANumber' {
  const own = unitPower(unit)
  if (own === null) return 'notANumber'
  const said = saidUnit.trim()
  const word = words === '' ? said : words
  const named = word === '' ? null : unitPower(word)
  // A unit column may hold anything; only what stands behind the number itself must be understood.
  if (named === null) {
    if (words !== '') return 'notANumber'
    return isYuan ? (isWholeUnit(unit) ? 'unitOther' : 'yuanSign') : { power: 0, did: null }
  }
  if (named.of !== '' && named.of !== own.of) return 'unitOther'
  if (isYuan && own.of !== '元') return 'unitOther'
  const power = named.power - own.power
  if (power !== 0) return { power, did: { code: 'scaled', unit: word } }
  return { power, did: words === '' ? null : { code: 'sameUnit', unit: word } }
}

/** Takes thousands separators away if they stand 3–3–3 and are all the same sign; null if they do not. */
function ungroup(body: string): string | null {
  const [whole = '', part = '', ...rest] = body.split('.')
  if (rest.length > 0 || !/^\d*$/.test(part.trim())) return null
  const grouped = /^\d{1,3}([,'’ ])\d{3}(?:\1\d{3})*$/
  if (!/^\d*$/.test(whole) && !grouped.test(whole)) return null
  return `${whole.replace(/\D/g, '') || '0'}.${part.trim()}`
}

/** A decimal with its point moved to the right; null when that leads too far. Exact: only digits move. */
function shift(decimal: string, places: number): string | null {
  if (!Number.isSafeInteger(places) || Math.abs(places) > FARTHEST) return null
  const [whole = '', part = ''] = decimal.split('.')
  const all = whole + part
  const at = whole.length + places
  const padded = at < 0 ? '0'.repeat(-at) + all : all.padEnd(at, '0')
  const point = Math.max(at, 0)
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const right = padded.slice(point).replace(/0+$/, '')
  return right === '' ? left : `${left}.${right}`
}

/**
 * The number as the spreadsheet holds it, if what it shows is that number rounded; null where it holds no more, or
 * something else (a format that shows 万 of what is held in 元).
 */
function fuller(shown: string, stored: string | undefined): string | null {
  const held = /^(\d+(?:\.\d*)?)(?:e([+-]?\d+))?$/i.exec(stored ?? '')
  const written = held === null ? null : shift(fifteenDigits(held[1] ?? ''), Number(held[2] ?? 0))
  if (written === null) return null
  const plain = shift(shown, 0) ?? shown
  return written !== plain && isRoundedTo(plain, written) ? written : null
}

/** A floating-point number says no more than fifteen digits; what follows is noise of its binary form. */
function fifteenDigits(text: string): string {
  const [whole = '', part = ''] = text.split('.')
  const digits = (whole + part).replace(/^0+/, '')
  const excess = digits.length - 15
  if (excess <= 0 || excess > part.length) return text
  const rounded = roundedInteger(BigInt(whole + part), excess)
    .toString()
    .padStart(whole.length + part.length - excess, '0')
  const places = part.length - excess
  return places === 0 ? rounded : `${rounded.slice(0, -places)}.${rounded.slice(-places)}`
}

function isRoundedTo(shown: string, held: string): boolean {
  const places = (text: string): number => text.split('.')[1]?.length ?? 0
  const zeros = places(shown) === 0 ? (/0*$/.exec(shown)?.[0].length ?? 0) : 0
  const cut = places(held) - places(shown) + zeros
  if (cut <= 0) return false
  const whole = BigInt(held.replace('.', ''))
  const wanted = BigInt(shown.replace('.', '')) / 10n ** BigInt(zeros)
  // Zeros at the end of what is shown may be digits as well: from scientific notation, or just noughts.
  for (let kept = 0; kept <= zeros; kept++) {
    if (roundedInteger(whole, cut - kept) === wanted * 10n ** BigInt(kept)) return cut - kept > 0
  }
  return false
}

/** A whole number without its last digits, rounded half up. */
function roundedInteger(value: bigint, digits: number): bigint {
  const unit = 10n ** BigInt(Math.max(digits, 0))
  return (value + unit / 2n) / unit
}
