import { ok, refuse, type Result } from './result'

// GB 32100-2015: 31 signs (no I, O, S, V, Z), weights are powers of 3 modulo 31, the last sign is the check.
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

export type CreditCodeRefusal =
  | { readonly code: 'length'; readonly got: string; readonly expected: 18 }
  | { readonly code: 'sign'; readonly got: string; readonly position: number }
  | { readonly code: 'check'; readonly got: string; readonly expected: string }

/** Reads a unified social credit code (统一社会信用代码): full-width and lower-case are understood, the check sign is verified. */
export function parseCreditCode(text: string): Result<string, CreditCodeRefusal> {
  const code = text.slice(0, 60).normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (code.length !== 18) return refuse({ code: 'length', got: code, expected: 18 })
  for (let i = 0; i < 18; i++) {
    if (!SIGNS.includes(code.charAt(i))) return refuse({ code: 'sign', got: code.charAt(i), position: i + 1 })
  }
  const expected = creditCheckSign(code)
  return code.charAt(17) === expected ? ok(code) : refuse({ code: 'check', got: code.charAt(17), expected })
}

/** The check sign that belongs to the first 17 signs. */
export function creditCheckSign(code: string): string {
  const total = WEIGHTS.reduce((sum, weight, i) => sum + weight * SIGNS.indexOf(code.charAt(i)), 0)
  return SIGNS.charAt((31 - (total % 31)) % 31)
}
