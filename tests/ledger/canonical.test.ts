import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, digest, type Canonical } from '@/lib/ledger/canonical'
import { canonicalOf, isCanonical } from '@/lib/ledger/is-canonical'

const { value } = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      // Keys that differ only in how their signs are composed have no canonical form.
      fc.string({ unit: 'grapheme' }).map((key) => key.normalize('NFC')),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
}))

/** The same value with its text composed and its keys in another order. */
function otherwise(given: Canonical): Canonical {
  if (typeof given === 'string') return given.normalize('NFD')
  if (Array.isArray(given)) return (given as readonly Canonical[]).map(otherwise)
  if (typeof given !== 'object' || given === null) return given
  const fields = Object.entries(given as Readonly<Record<string, Canonical>>)
  return Object.fromEntries<Canonical>(
    fields.map(([key, each]): [string, Canonical] => [key.normalize('NFD'), otherwise(each)]).reverse(),
  )
}

describe('the canonical form', () => {
  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(value, (given) => {
        const text = canonical(given)
        expect(canonical(JSON.parse(text) as Canonical)).toBe(text)
      }),
    )
  })

  it('does not depend on the order of keys or on how signs are composed', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(canonical(otherwise(given))).toBe(canonical(given))
      }),
    )
  })

  it('is told from every other writing of the same', () => {
    fc.assert(
      fc.property(value, (given) => {
        for (const each of [given, otherwise(given)]) {
          const text = JSON.stringify(each)
          const read = JSON.parse(text) as unknown
          expect(isCanonical(text, read)).toBe(canonicalOf(read) === text)
        }
      }),
    )
    for (const [text, is] of [
      ['{"10":1,"9":2}', true],
      ['{"9":2,"10":1}', false],
      ['{"a":1,"a":2}', false],
      ['{"a": 1}', false],
      ['1.5', false],
      ['9007199254740993', false],
      ['-0', false],
      ['"\\u00e9"', false],
    ] as const)
      expect([text, isCanonical(text, JSON.parse(text))]).toEqual([text, is])
  })

  it('is exactly this', () => {
    expect(canonical({ b: [1, null, true], a: { 城: '绩"' }, A: '\n' })).toBe(
      '{"A":"\\n","a":{"城":"绩\\""},"b":[1,null,true]}',
    )
    expect(digest('城绩')).toBe('91dae2fcbe3f055ef6e4b11837aeaf8b2da8ddfbd5096ee4379062ff2a55d0ef')
  })

  it('keeps characters from moving between fields', () => {
    expect(canonical({ a: 'xy', b: 'z' })).not.toBe(canonical({ a: 'x', b: 'yz' }))
    expect(canonical(['a', 'b'])).not.toBe(canonical(['a,b']))
    expect(canonical({ a: null })).not.toBe(canonical({}))
    expect(canonical('1')).not.toBe(canonical(1))
  })

  it('refuses two keys that people could not tell apart', () => {
    expect(() => canonical({ é: 1, 'e\u0301': 2 })).toThrow(TypeError)
  })

  it.each([0.1, NaN, Infinity, -Infinity, 2 ** 53])('has no place for %s', (number) => {
    expect(() => canonical({ number })).toThrow(TypeError)
  })
})
