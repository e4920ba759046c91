import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCheckSign, likelyCreditCode, parseCreditCode } from '@/lib/values'

const VALID = ['91350100M000100Y43', '91330100799655058B'] as const
const SIGNS = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')

describe('a unified social credit code', () => {
  it.each(VALID)('%s is valid', (code) => {
    expect(parseCreditCode(code)).toEqual({ ok: true, value: code })
  })

  it.each([
    ['lower case', '91350100m000100y43'],
    ['full width', '９１３５０１００Ｍ０００１００Ｙ４３'],
    ['spaces', ' 913501 00M000100Y 4　3\t'],
    ['zero-width characters', '\u200b91350100M000\u200d100Y43\ufeff'],
  ])('is read with %s', (_, text) => {
    expect(parseCreditCode(text)).toEqual({ ok: true, value: '91350100M000100Y43' })
  })

  it.each(['', '91350100M000100Y4', '91350100M000100Y433', '😀'.repeat(9), '9'.repeat(100_000)])(
    'of another length is refused',
    (text) => {
      expect(parseCreditCode(text)).toMatchObject({ ok: false, error: { code: 'length', expected: 18 } })
    },
  )

  it.each([
    ['I', '1'],
    ['O', '0'],
    ['Z', '2'],
    ['S', '5'],
    ['V', 'U'],
  ])('with the letter %s says that %s was probably meant', (got, suggestion) => {
    expect(parseCreditCode(`9135010${got}M000100Y43`)).toEqual({
      ok: false,
      error: { code: 'sign', got, position: 8, suggestion },
    })
  })

  it('mistyped only in letters that look like signs is proposed as a whole, if its check sign then fits', () => {
    expect(likelyCreditCode('9135O1OOM0001OOY43')).toBe('91350100M000100Y43')
    expect(likelyCreditCode('9135O1OOM0001OOY44')).toBeNull()
    expect(likelyCreditCode('913501')).toBeNull()
  })

  it('with another foreign sign names it and its place', () => {
    expect(parseCreditCode('91350100M000100Y4中')).toEqual({
      ok: false,
      error: { code: 'sign', got: '中', position: 18, suggestion: '' },
    })
  })

  it('names the check sign of the standard, not that of the wrong samples in circulation', () => {
    expect(parseCreditCode('91350100M000100Y4D')).toEqual({
      ok: false,
      error: { code: 'check', got: 'D', expected: '3' },
    })
  })

  it.each(VALID)('%s with any one sign changed is refused', (code) => {
    for (let i = 0; i < 18; i++) {
      for (const sign of SIGNS) {
        if (sign === code.charAt(i)) continue
        expect(parseCreditCode(code.slice(0, i) + sign + code.slice(i + 1)).ok).toBe(false)
      }
    }
  })

  it('is accepted with its check sign and refused with every other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { minLength: 17, maxLength: 17 }), (signs) => {
        const prefix = signs.join('')
        const accepted = SIGNS.filter((sign) => parseCreditCode(prefix + sign).ok)
        expect(accepted).toEqual([creditCheckSign(prefix)])
      }),
    )
  })

  it('is never guessed from whatever text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const read = parseCreditCode(text)
        if (read.ok) expect(read.value.charAt(17)).toBe(creditCheckSign(read.value))
      }),
    )
  })
})
