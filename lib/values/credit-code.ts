import { ok, refuse, type Result } from './result'

// GB 32100-2015: 31 signs (no I, O, S, V, Z), weights are powers of 3 modulo 31, the last sign is the check.
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** The five letters that the standard leaves out because they are mistaken for these signs. */
const MEANT: Readonly<Record<string, string>> = { I: '1', O: '0', Z: '2', S: '5', V: 'U' }

const PLAIN = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/** Far more than a code with spaces; longer text is not worth normalising. */
const LONGEST_INPUT = 60

/**
 * length: not 18 signs. sign: a sign the standard does not have, with the one that was probably meant (`suggestion`, ''
 * if none). check: the last sign does not belong to the 17 before it.
 */
export type CreditCodeRefusal =
  | { readonly code: 'length'; readonly got: string; readonly expected: 18 }
  | { readonly code: 'sign'; readonly got: string; readonly position: number; readonly suggestion: string }
  | { readonly code: 'check'; readonly got: string; readonly expected: string }

/**
 * Reads a unified social credit code (统一社会信用代码): full-width and lower-case signs, spaces and invisible characters
 * are understood, the check sign is verified.
 */
export function parseCreditCode(text: string): Result<string, CreditCodeRefusal> {
  // As it is mostly written, nothing is left to understand.
  if (PLAIN.test(text) && text.charAt(17) === creditCheckSign(text)) return ok(text)
  const signs = [
    ...text
      .slice(0, LONGEST_INPUT)
      .normalize('NFKC')
      .replace(/[\s\p{Cf}]/gu, '')
      .toUpperCase(),
  ]
  const code = signs.join('')
  if (signs.length !== 18) return refuse({ code: 'length', got: code, expected: 18 })
  for (const [i, sign] of signs.entries()) {
    if (!SIGNS.includes(sign)) {
      return refuse({ code: 'sign', got: sign, position: i + 1, suggestion: MEANT[sign] ?? '' })
    }
  }
  const expected = creditCheckSign(code)
  return code.charAt(17) === expected ? ok(code) : refuse({ code: 'check', got: code.charAt(17), expected })
}

/**
 * The code that was probably meant where a text has letters in place of the signs they look like: every such letter
 * replaced, and only if the check sign then fits. Null where that gives no code.
 */
export function likelyCreditCode(text: string): string | null {
  const meant = [...text.slice(0, LONGEST_INPUT).normalize('NFKC').toUpperCase()].map(
    (sign) => MEANT[sign] ?? sign,
  )
  const read = parseCreditCode(meant.join(''))
  return read.ok ? read.value : null
}

/** The check sign that belongs to the first 17 signs. */
export function creditCheckSign(code: string): string {
  const total = WEIGHTS.reduce((sum, weight, i) => sum + weight * SIGNS.indexOf(code.charAt(i)), 0)
  return SIGNS.charAt((31 - (total % 31)) % 31)
}
