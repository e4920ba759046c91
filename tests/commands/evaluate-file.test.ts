import { describe, expect, it } from 'vitest'
import { evaluate } from '@/lib/commands/evaluate-run'

const HEAD = 'city,indicator,period,value,unit\n'
const bytes = (text: string) => () => new TextEncoder().encode(text)
const run = (text: string, ...more: string[]) =>
  evaluate(['--figures', 'f.csv', '--as-of', '2022Q4', ...more], bytes(text), 'en')
const faults = (text: string) => {
  const { status, out, err } = run(text, '--json')
  expect({ status, out }).toEqual({ status: 2, out: '' })
  return err.trimEnd().split('\n')
}
const verdicts = (text: string, ...more: string[]) => {
  const { status, out, err } = run(text, '--json', ...more)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return JSON.parse(out) as Record<string, unknown>[]
}

describe('the file may', () => {
  const met = [{ city: '甲', verdict: 'met' }]
  const row = '甲,custody_smes,2022Q4,1000,家'

  it.each([
    ['begin with a byte order mark', `\ufeff${HEAD}${row}\n`],
    ['end its lines with CRLF', `${HEAD}${row}\n`.replaceAll('\n', '\r\n')],
    ['end without a line end', `${HEAD}${row}`],
    ['end with empty lines', `${HEAD}${row}\n\n\r\n\n`],
    ['have its columns in any order', `unit,value,period,indicator,city\n家,1000,2022Q4,custody_smes,甲\n`],
    [
      'quote everything, header too',
      `"city","indicator","period","value","unit"\r\n"甲","custody_smes","2022Q4","1000","家"\r\n`,
    ],
    ['write zeros in front and behind', `${HEAD}甲,custody_smes,2022Q4,0001000.000000,家\n`],
  ])('%s', (_, text) => {
    expect(verdicts(text)).toMatchObject(met)
  })

  it('have cities with commas, quotes and line ends in their names', () => {
    const text = `${HEAD}"a, ""b""\r\nc",custody_smes,2022Q4,1000,家\n`
    expect(verdicts(text)).toMatchObject([{ city: 'a, "b"\r\nc', verdict: 'met' }])
  })

  it('have cities called __proto__ and constructor', () => {
    const text = `${HEAD}__proto__,custody_smes,2022Q4,1000,家\nconstructor,custody_smes,2022Q4,1,家\n`
    expect(verdicts(text).map(({ city, verdict }) => [city, verdict])).toEqual([
      ['__proto__', 'met'],
      ['constructor', 'short'],
    ])
  })

  it('give a year and its quarters for the same result', () => {
    const text = `${HEAD}A,pledge_amount,2022,5,万元\nA,pledge_amount,2022Q1,5,万元\n`
    expect(verdicts(text)).toMatchObject([{ verdict: 'figuresMissing', missing: ['2019'] }])
  })

  it('hold figures of 18 digits before and 6 after the point', () => {
    const text = `${HEAD}A,pledge_amount,2019,100000000000000000.000001,万元\nA,pledge_amount,2022,219700000000000000.000002,万元\n`
    expect(verdicts(text)).toMatchObject([
      { verdict: 'short', required: '219700000000000000.000002197', gap: '-0.000000197' },
    ])
  })
})

describe('each fault is named by file, line and column', () => {
  it.each([
    ['an unknown code', 'A,pledge,2019,1,万元', 'f.csv:2:3: expected one of transfers_licenses, '],
    ['a code in capitals', 'A,PLEDGE_AMOUNT,2019,1,万元', 'f.csv:2:3: expected one of'],
    [
      'a result that people judge',
      'A,service_cluster,2019,1,',
      'f.csv:2:3: expected an indicator that figures decide',
    ],
    ['another unit', 'A,pledge_amount,2019,1,亿元', 'f.csv:2:24: expected the unit 万元, got "亿元"'],
    ['no unit', 'A,pledge_amount,2019,1,', 'f.csv:2:24: expected the unit 万元, got ""'],
    [
      'a unit with a space',
      'A,pledge_amount,2019,1,万元 ',
      'f.csv:2:24: expected the unit 万元, got "万元 "',
    ],
    ['a negative value', 'A,pledge_amount,2019,-1,万元', 'f.csv:2:22: expected a plain non-negative decimal'],
    [
      'thousands separators',
      'A,pledge_amount,2019,"1,000",万元',
      'f.csv:2:22: expected a plain non-negative decimal',
    ],
    ['an exponent', 'A,pledge_amount,2019,1e400,万元', 'f.csv:2:22: '],
    ['a value with a space', 'A,pledge_amount,2019, 1,万元', 'f.csv:2:22: '],
    ['a bare point', 'A,pledge_amount,2019,1.,万元', 'f.csv:2:22: '],
    ['seven decimals', 'A,pledge_amount,2019,0.0000000,万元', 'f.csv:2:22: '],
    ['nineteen digits', 'A,pledge_amount,2019,1000000000000000000,万元', 'f.csv:2:22: '],
    ['full-width digits', 'A,pledge_amount,2019,１,万元', 'f.csv:2:22: '],
    [
      'a malformed period',
      'A,pledge_amount,2019Q5,1,万元',
      'f.csv:2:17: expected a year such as 2021 or a quarter such as 2021Q3, got "2019Q5"',
    ],
    ['an empty period', 'A,pledge_amount,,1,万元', 'f.csv:2:17: expected a year such as 2021'],
    [
      'a year for a count',
      'A,custody_smes,2022,1,家',
      'f.csv:2:16: expected a quarter such as 2021Q3, got "2022"',
    ],
    ['no city', ',pledge_amount,2019,1,万元', 'f.csv:2:1: expected the name of a city, got ""'],
    ['a city of spaces', ' \u3000,pledge_amount,2019,1,万元', 'f.csv:2:1: expected the name of a city'],
    ['a field too few', 'A,pledge_amount,2019,1', 'f.csv:2:23: expected 5 fields, got 4'],
    ['a field too many', 'A,pledge_amount,2019,1,万元,x', 'f.csv:2:27: expected 5 fields, got 6'],
    [
      'a quote within a field',
      'A"b,pledge_amount,2019,1,万元',
      'f.csv:2:2: expected a field with a quote in it to stand in quotes',
    ],
    [
      'text after a closing quote',
      '"A"b,pledge_amount,2019,1,万元',
      'f.csv:2:4: expected a comma or the end of the line after the closing quote, got "b"',
    ],
    [
      'a lone carriage return',
      'A,pledge_amount,2019,1\r,万元',
      'f.csv:2:23: expected a line end CRLF or LF, got "\\r"',
    ],
  ])('%s', (_, row, start) => {
    const named = faults(`${HEAD}${row}\n`)
    expect(named).toHaveLength(1)
    expect(named[0]?.startsWith(start), named[0]).toBe(true)
    expect(named[0]).toMatch(/^f\.csv:\d+:\d+: expected .+, got .+$/)
  })

  it('all of them, in order of place, also several on one line', () => {
    const named = faults(`${HEAD}A,pledge_amount,2019,x,元\n,nothing,19,1,万元\nA,custody_smes,2022Q4,5,个\n`)
    expect(named.map((line) => line.split(' ')[0])).toEqual([
      'f.csv:2:22:',
      'f.csv:2:24:',
      'f.csv:3:1:',
      'f.csv:3:2:',
      'f.csv:3:10:',
      'f.csv:4:25:',
    ])
  })

  it('after a quoted field of several lines by the physical line', () => {
    expect(faults(`${HEAD}"a\r\nb",pledge_amount,2019,1,万元\nA,pledge_amount,2019,x,万元\n`)[0]).toMatch(
      /^f\.csv:4:22: /,
    )
    expect(faults(`${HEAD}"a\r\nb",pledge_amount,2019,x,万元\n`)[0]).toMatch(/^f\.csv:3:23: /)
  })

  it('with columns counted in characters, a byte order mark counting for none', () => {
    expect(faults(`\ufeffcity,indicator,period,value,units\n`)[0]).toBe(
      'f.csv:1:29: expected a column of unit, got "units"',
    )
    expect(faults(`${HEAD}𠮷市,pledge_amount,2019,x,万元\n`)[0]).toMatch(/^f\.csv:2:23: /)
  })

  it('a repeated city, indicator and period, also with another or no value', () => {
    const named = faults(
      `${HEAD}A,pledge_amount,2019,1,万元\nA,pledge_amount,2019Q1,1,万元\nB,pledge_amount,2019,1,万元\nA,pledge_amount,2019,,万元\nA,pledge_amount,2019,1,万元\n`,
    )
    expect(named).toEqual([
      'f.csv:5:1: expected city, indicator and period together once (first on line 2), got "A", pledge_amount, 2019 again',
      'f.csv:6:1: expected city, indicator and period together once (first on line 2), got "A", pledge_amount, 2019 again',
    ])
  })

  it('an empty line between rows', () => {
    expect(faults(`${HEAD}\nA,pledge_amount,2019,1,万元\n`)).toEqual([
      'f.csv:2:1: expected 5 fields, got an empty line',
    ])
  })

  it.each([
    ['A,nonsense,2019,1', ['2:3: expected one of', '2:18: expected 5 fields, got 4']],
    ['A,pledge_amount,2019Q9,1,234.5,万元', ['2:17: expected a year', '2:32: expected 5 fields, got 6']],
    // The likeliest way to match them leaves nothing to blame: the indicator is missing; a comma is too many.
    ['A,2019,1,万元', ['2:12: expected 5 fields, got 4']],
    ['A,pledge_amount,2019,1,234.5,万元', ['2:30: expected 5 fields, got 6']],
  ])('the bad cells of %s, a row of the wrong width', (row, expected) => {
    const named = faults(`${HEAD}${row}\n`)
    expect(named).toHaveLength(expected.length)
    for (const [i, each] of expected.entries()) expect(named[i]).toContain(`f.csv:${each}`)
  })

  it('a quote that is never closed', () => {
    expect(faults(`${HEAD}A,pledge_amount,2019,1,万元\n"A,pledge_amount,2020,1,万元\n`)[0]).toBe(
      'f.csv:3:1: expected a closing quote, got the end of the file',
    )
  })

  it('never breaks its line, whatever the content', () => {
    const named = faults(`${HEAD}"A","pl\nedge\u2028\u001b[31m",2019,1,万元\n`)
    expect(named).toHaveLength(1)
    expect(named[0]).toContain('"pl\\nedge\\u2028\\u001b[31m"')
  })
})

describe('a wrong header', () => {
  it.each([
    ['', ['f.csv:1:1: expected the header city,indicator,period,value,unit, got nothing']],
    ['\ufeff', ['f.csv:1:1: expected the header city,indicator,period,value,unit, got nothing']],
    ['\n\n', ['f.csv:1:1: expected the header city,indicator,period,value,unit, got nothing']],
    ['City,indicator,period,value,unit\n', ['f.csv:1:1: expected a column of city, got "City"']],
    ['city,indicator,period,value\n', ['f.csv:1:28: expected a column unit, got the end of the header']],
    [
      'city,indicator,period,value,unit,note\n',
      ['f.csv:1:34: expected only the columns city, indicator, period, value, unit, got "note"'],
    ],
    ['city,city,indicator,period,value,unit\n', ['f.csv:1:6: expected the column city once, got "city"']],
    ['city, indicator,period,value,unit\n', ['f.csv:1:6: expected a column of indicator, got " indicator"']],
  ])('%j is named', (text, named) => {
    expect(faults(text)).toEqual(named)
  })

  it('does not hide the faults of the columns that are there', () => {
    expect(faults('city,indicator,period,value,Unit\nA,pledge_amount,2019,x,万元\n')).toHaveLength(2)
  })
})

describe('a file that is no text or not there', () => {
  it('names the first byte that is not UTF-8', () => {
    const gbk = new Uint8Array([...new TextEncoder().encode(`${HEAD}合`), 0xba, 0xcf, 0x2c])
    const read = evaluate(['--figures', 'f.csv', '--as-of', '2022Q4'], () => gbk, 'en')
    const err = 'f.csv:2:2: expected UTF-8, got the byte 0xba\nf.csv:2:5: expected 5 fields, got 2\n'
    expect(read).toEqual({ status: 2, out: '', err })
  })

  it('names the other faults too, but not again what cannot be read', () => {
    const lines = ['A,pledge_amount,2019,1,', 'A,pledge_amount,2O20,1,万元', 'A,pledge_amount,2021,1,元']
    const inGbk = [0xcd, 0xf2, 0xd4, 0xaa]
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(HEAD),
      ...lines.flatMap((line, i) => [...new TextEncoder().encode(line), ...(i === 0 ? inGbk : []), 10]),
    ])
    const read = evaluate(['--figures', 'f.csv', '--as-of', '2022Q4'], () => bytes, 'en')
    expect(read.err.trimEnd().split('\n')).toEqual([
      'f.csv:2:24: expected UTF-8, got the byte 0xcd',
      'f.csv:3:17: expected a year such as 2021 or a quarter such as 2021Q3, got "2O20"',
      'f.csv:4:24: expected the unit 万元, got "元"',
    ])
  })

  it('says what the system says', () => {
    const read = () => {
      throw Object.assign(new Error('gone'), { code: 'ENOENT' })
    }
    expect(evaluate(['--figures', 'f.csv', '--as-of', '2022Q4'], read, 'en')).toEqual({
      status: 2,
      out: '',
      err: 'f.csv:1:1: expected a file that can be read, got ENOENT\n',
    })
  })
})
