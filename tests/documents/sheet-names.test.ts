import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetNames } from '@/lib/documents/sheet-names'

describe('names of sheets', () => {
  it.each([
    [['a/b\\c?d*e[f]g:h'], ['a b c d e f g h']],
    [
      ['', "''", '   '],
      ['Sheet1', 'Sheet2', 'Sheet3'],
    ],
    [
      ['数据', '数据', 'Data', 'DATA'],
      ['数据', '数据 (2)', 'Data', 'DATA (2)'],
    ],
    [['History'], ['History_']],
    [["'quoted'"], ['quoted']],
    [
      ['x'.repeat(40), 'x'.repeat(40)],
      ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
    ],
    [[`${'x'.repeat(30)}😀`], ['x'.repeat(30)]],
  ])('%j become %j', (wanted, got) => {
    expect(sheetNames(wanted)).toEqual(got)
  })

  it('are always accepted by Excel', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 6 }), (wanted) => {
        const got = sheetNames(wanted)
        for (const name of got) expect(name).toMatch(/^(?!')[^\\/?*:[\]]{1,31}(?<!')$/)
        expect(new Set(got.map((name) => name.toLowerCase())).size).toBe(wanted.length)
      }),
    )
  })
})
