import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text, type Cell } from '@/lib/documents/cell'
import { cleanText } from '@/lib/documents/clean-text'
import { csvField, writeCsv } from '@/lib/documents/csv'
import { PAYLOADS } from './injection'
import { readCsv } from './read-csv'

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('a CSV file', () => {
  it('has a byte order mark, CRLF and quotes where needed', () => {
    const bytes = writeCsv([
      [text('城市'), text('a,b'), text('say "x"')],
      [text('两\n行'), { kind: 'blank' }, { kind: 'number', value: '-12.50' }],
    ])
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(decode(bytes)).toBe('\ufeff城市,"a,b","say ""x"""\r\n"两\n行",,-12.50\r\n')
  })

  it('writes days as they are and moments in Beijing time', () => {
    expect(csvField({ kind: 'day', value: '2022-09-30' })).toBe('2022-09-30')
    expect(csvField({ kind: 'moment', value: '2022-09-30T17:30:00Z' })).toBe('2022-10-01 01:30')
  })

  it.each(PAYLOADS.filter((payload) => !/^["'D]/.test(payload)))('disarms %j', (payload) => {
    expect(csvField(text(payload))).toBe(`'${cleanText(payload)}`)
  })

  it.each(['"=1+1"', "'=1+1", 'DDE("cmd";"/C calc";"x")', 'a=b', '5%', '甲-乙'])(
    'leaves harmless %j alone',
    (value) => {
      expect(csvField(text(value))).toBe(value)
    },
  )

  it.each(['-12.5', '+3', '0', '110105', '-0.001'])('leaves the plain number %s alone', (value) => {
    expect(csvField(text(value))).toBe(value)
    expect(readCsv(writeCsv([[text(value)]]))).toEqual([[value]])
  })

  it.each(['123456789012', '911101081234567890', '1/3', '2022/9'])(
    'keeps %s from being changed by Excel',
    (code) => {
      expect(csvField(text(code))).toBe(`${code}\t`)
    },
  )

  it('writes a long number that is a figure without a tab, as far as a spreadsheet holds it', () => {
    expect(csvField({ kind: 'number', value: '123456789012345' })).toBe('123456789012345')
    expect(csvField({ kind: 'number', value: '1234567890123456' })).toBe('1234567890123456\t')
  })

  it('gives back whatever text went in, at most guarded by an apostrophe or a tab', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...PAYLOADS),
      fc.stringMatching(/^[ \t\r\n"',;=+\-@0-9/]{0,12}$/),
    )
    const rows = fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(rows, (written) => {
        const cells: readonly (readonly Cell[])[] = written.map((row) => row.map(text))
        const read = readCsv(writeCsv(cells))
        expect(read).toHaveLength(written.length)
        for (const [i, row] of written.entries()) {
          expect(read[i]).toHaveLength(row.length)
          for (const [j, value] of row.entries()) {
            const got = read[i]?.[j] ?? ''
            const clean = cleanText(value)
            expect([clean, `'${clean}`, `${clean}\t`]).toContain(got)
            if (/^\s*[=@]/.test(clean)) expect(got.startsWith("'")).toBe(true)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
