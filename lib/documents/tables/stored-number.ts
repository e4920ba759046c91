import type { CellDoubt, CellKind } from '../read-table'

/** What a stored value says. */
export interface Said {
  readonly kind: CellKind
  readonly text: string
  readonly doubt: CellDoubt | null
}

/** The digits that a spreadsheet keeps of a number. */
const KEPT = 15
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/**
 * A number as stored, `1234.5599999999999` or `1.2E+3`, as the decimal a person typed: spreadsheets store binary fractions with
 * 17 digits, of which 15 are meant. From 16 digits before the point on, digits are lost, and it is given as text.
 */
export function storedNumber(raw: string): Said {
  if (raw.length <= KEPT && raw !== '-0' && PLAIN.test(raw)) return { kind: 'number', text: raw, doubt: null }
  const match = NUMBER.exec(raw.trim())
  const [, sign = '', whole = '', part = '', power = '0'] = match ?? []
  if (match === null || whole + part === '') return { kind: 'error', text: raw.slice(0, 100), doubt: null }
  const all = (whole + part).replace(/^0+/, '')
  const places = part.length - Number(power)
  if (/^0*$/.test(all)) return { kind: 'number', text: '0', doubt: null }
  const minus = sign === '-' ? '-' : ''
  if (all.length - places > KEPT)
    return { kind: 'text', text: minus + pointed(all, places), doubt: 'digitsLost' }
  const excess = all.length - KEPT
  const text = excess > 0 ? pointed(rounded(all, excess), places - excess) : pointed(all, places)
  return { kind: 'number', text: minus + text, doubt: null }
}

/** Whole digits without the last ones, rounded half up. */
function rounded(digits: string, excess: number): string {
  const unit = 10n ** BigInt(excess)
  return ((BigInt(digits) + unit / 2n) / unit).toString()
}

/** Digits with the point set so many places from the right, without needless noughts. */
function pointed(digits: string, places: number): string {
  if (places <= 0) return digits + '0'.repeat(-places)
  const padded = digits.padStart(places + 1, '0')
  const part = padded.slice(-places).replace(/0+$/, '')
  return part === '' ? padded.slice(0, -places) : `${padded.slice(0, -places)}.${part}`
}
