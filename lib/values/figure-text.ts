import { ok, refuse, type Result } from './result'
import { isWholeUnit, type IndicatorUnit } from './unit'

export const FIGURE_WHOLE_DIGITS = 18
const FIGURE_DECIMAL_PLACES = 6

export type FigureRefusalCode =
  'empty' | 'notANumber' | 'grouping' | 'negative' | 'tooLarge' | 'tooPrecise' | 'notWhole' | 'exponent'

/** Why a text is not a figure. `got` is the text as typed, cut to a length that can be shown. */
export interface FigureRefusal {
  readonly code: FigureRefusalCode
  readonly got: string
  /** The limit that was passed: digits before or after the point. */
  readonly limit?: number
}

const SHOWN = 60

/**
 * Reads what a person types or pastes into a number box: full-width digits, surrounding and inner spaces and
 * thousands separators are understood, anything that could mean two numbers is refused with a code. Returns the
 * exact decimal without leading or trailing zeros. A counted unit (次, 项, 家 …) admits whole numbers only.
 */
export function parseFigure(text: string, unit: IndicatorUnit = '万元'): Result<string, FigureRefusal> {
  const got = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  // A pasted column can hold a whole document; nothing that long is a number, and NFKC on it would be slow.
  if (text.length > 400) return refuse({ code: 'notANumber', got })
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim()
  if (typed === '') return refuse({ code: 'empty', got })
  const minus = /^[-\u2212\u2013\u2014]\s?(?=[\d.])/
  const unsigned = typed.replace(minus, '').replace(/^\+\s?/, '')
  if (/^[\d.,'\u2019 ]+[eE][+-]?\d+$/.test(unsigned)) return refuse({ code: 'exponent', got })
  const read = /^([\d,'\u2019 ]*)(?:\.(\d*))?$/.exec(unsigned)
  if (!read || !/\d/.test(unsigned)) return refuse({ code: 'notANumber', got })
  const whole = ungroup(read[1] ?? '')
  if (whole === undefined) return refuse({ code: 'grouping', got })
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const part = (read[2] ?? '').replace(/0+$/, '')
  if (minus.test(typed) && !(digits === '0' && part === '')) return refuse({ code: 'negative', got })
  if (digits.length > FIGURE_WHOLE_DIGITS)
    return refuse({ code: 'tooLarge', got, limit: FIGURE_WHOLE_DIGITS })
  if (isWholeUnit(unit) && part !== '') return refuse({ code: 'notWhole', got })
  if (part.length > FIGURE_DECIMAL_PLACES) {
    return refuse({ code: 'tooPrecise', got, limit: FIGURE_DECIMAL_PLACES })
  }
  return ok(part === '' ? digits : `${digits}.${part}`)
}

/** Takes thousands separators away if they stand 3–3–3 and are all the same sign; undefined if they do not. */
function ungroup(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole
  const grouped = /^\d{1,3}([,'\u2019 ])\d{3}(?:\1\d{3})*$/
  return grouped.test(whole) ? whole.replace(/\D/g, '') : undefined
}
