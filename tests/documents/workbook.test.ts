import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figure, text, type Cell } from '@/lib/documents/cell'
import { periodWorkbook } from '@/lib/documents/period-workbook'
import { cleanText } from '@/lib/documents/clean-text'
import { writeWorkbook, type Workbook } from '@/lib/documents/workbook'
import { words } from '@/lib/i18n'
import { toFill } from './samples'
import { faultsOf, lacksOpenXml, withOpenXml } from '../support/open-xml'
import { readWorkbook, values, type ReadCell } from '../support/read-workbook'
import { PAYLOADS } from './injection'

const KNOWN_AT = '2022-10-12T06:05:00.000Z'

function bookOf(rows: readonly (readonly Cell[])[], head?: readonly string[]): Workbook {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, i) => ({ header: `column ${i + 1}`, width: 12 }))
  return {
    title: '评判 & <一览>',
    knownAt: KNOWN_AT,
    sheets: [{ name: '数据', columns, rows, ...(head && { head }) }],
  }
}

/** One cell written and read back. */
async function through(cell: Cell): Promise<ReadCell | undefined> {
  return (await readWorkbook(await writeWorkbook(bookOf([[cell]])))).sheets[0]?.rows[1]?.[0]
}

const number = (value: string): Cell => ({ kind: 'number', value })

const withoutZeros = (value: string): string => value.replace(/^(-?)0+(?=\d)/, '$1')

describe('numbers', () => {
  it.each([
    ['0', '0', '#,##0'],
    ['-12.5', '-12.5', '#,##0.0'],
    ['1728', '1728', '#,##0'],
    ['1234.50', '1234.50', '#,##0.00'],
    ['0.000001', '0.000001', '#,##0.000000'],
    ['0.0000001', '0.0000001', 'General'],
    ['-0', '0', '#,##0'],
    ['007', '7', '#,##0'],
    ['999999999999999', '999999999999999', '#,##0'],
  ])('%s is a number cell with its own places', async (value, held, format) => {
    expect(await through(number(value))).toMatchObject({ type: 'number', value: held, format })
  })

  it.each([
    '1234567890123456',
    '0.1234567890123456',
    '1e3',
    '1/3',
    'NaN',
    '',
    '１２',
    '12,5',
    '1'.repeat(400),
  ])('%s would be altered by a spreadsheet and stays text', async (value) => {
    expect(await through(number(value))).toMatchObject({ type: 'inlineStr', value })
  })

  it('come back from a double exactly as they were', async () => {
    const decimals = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat({ max: 9 }))
      .map(([negative, digits, places]) => {
        const padded = String(digits).padStart(places + 1, '0')
        const cut = padded.length - places
        return `${negative ? '-' : ''}${padded.slice(0, cut)}${places === 0 ? '' : `.${padded.slice(cut)}`}`
      })
    await fc.assert(
      fc.asyncProperty(decimals, async (value) => {
        const read = await through(number(value))
        if (read?.type === 'inlineStr') expect(read.value).toBe(value)
        else {
          const places = value.split('.')[1]?.length ?? 0
          expect(Number(read?.value).toFixed(places)).toBe(
            /[1-9]/.test(value) ? withoutZeros(value) : (0).toFixed(places),
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  it('that are endless fractions are rounded to six places, half away from zero', () => {
    expect([figure('10/3'), figure('-2/3'), figure('1/2000000'), figure('12.5'), figure(null)]).toEqual([
      number('3.333333'),
      number('-0.666667'),
      number('0.000001'),
      number('12.5'),
      { kind: 'blank' },
    ])
  })
})

describe('days and moments', () => {
  it.each([
    ['1900-03-01', '61'],
    ['2022-09-30', '44834'],
    ['2024-02-29', '45351'],
  ])('%s is a real date', async (value, serial) => {
    expect(await through({ kind: 'day', value })).toMatchObject({
      type: 'number',
      value: serial,
      format: 'yyyy\\-mm\\-dd',
    })
  })

  it.each(['1900-02-28', '2022-02-29', '2022-9-3', 'today'])('%s stays text', async (value) => {
    expect(await through({ kind: 'day', value })).toMatchObject({ type: 'inlineStr', value })
  })

  it('shows a moment in Beijing time, whatever the zone of the machine', async () => {
    const read = await through({ kind: 'moment', value: '2022-09-30T17:30:59.999Z' })
    expect(read).toMatchObject({ type: 'number', format: 'yyyy\\-mm\\-dd\\ hh:mm' })
    expect(Number(read?.value)).toBeCloseTo(44835 + 90 / 1440, 8)
  })
})

describe('texts', () => {
  it.each(PAYLOADS)('%j is an inert string, not a formula', async (payload) => {
    expect(await through(text(payload))).toMatchObject({
      type: 'inlineStr',
      formula: false,
      format: '@',
      value: cleanText(payload),
    })
  })

  it.each(['91350100M000100Y43', '123456789012345678', '00123', '1e5', '2022-09-30', 'TRUE', '#REF!'])(
    'the code %s stays what it is',
    async (code) => {
      expect(await through(text(code))).toMatchObject({ type: 'inlineStr', value: code, format: '@' })
    },
  )

  it.each(['_x000D_', 'a\rb', 'a\r\nb', ' a ', '\n', ']]>', '<&">\'', '_x005F_x0041_', '😀', '\u2028'])(
    '%j survives',
    async (value) => {
      expect((await through(text(value)))?.value).toBe(value)
    },
  )

  it('lose only what no document can hold', async () => {
    expect((await through(text('a\u0000b\u001fc\ud800d\uffffe')))?.value).toBe('abcde')
  })

  it('survive whatever they are', async () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(any, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const book = bookOf(rows.map((row) => row.map(text)))
          const read = values((await readWorkbook(await writeWorkbook(book))).sheets[0]).slice(1)
          expect(read).toEqual(rows.map((row) => row.map(cleanText)))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('too long for a cell are cut visibly, and long ones do not use the text format', async () => {
    const long = await through(text('字'.repeat(40_000)))
    expect(long?.value).toHaveLength(32_767)
    expect(long?.value.endsWith('字…')).toBe(true)
    expect(long?.format).toBe('General')
  })
})

describe('a sheet', () => {
  it('freezes its heads, filters its table and repeats its heads in print', async () => {
    const book = await readWorkbook(
      await writeWorkbook(bookOf([[text('a'), text('b')], [text('c')]], ['Title', 'Note'])),
    )
    const [sheet] = book.sheets
    expect(values(sheet)).toEqual([['Title'], ['Note'], [], ['column 1', 'column 2'], ['a', 'b'], ['c']])
    expect(sheet?.xml).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>')
    expect(sheet?.xml).toContain('<autoFilter ref="A4:B6"/>')
    expect(book.definedNames).toEqual(["'数据'!$A$4:$B$6", "'数据'!$4:$4"])
  })

  it('makes rows high enough for wrapped texts, within what Excel allows', async () => {
    const rows = [[text('一行')], [text('两行文字要求更高')], [text('a\nb\nc')], [text('字'.repeat(9000))]]
    const [sheet] = (await readWorkbook(await writeWorkbook(bookOf(rows)))).sheets
    const heights = [...(sheet?.xml ?? '').matchAll(/<row r="(\d+)"(?: ht="(\d+)" customHeight="1")?>/g)]
    expect(heights.map(([, , height]) => height)).toEqual([undefined, undefined, '30', '45', '409'])
  })

  it('is refused when a row is longer than its heads', async () => {
    const book = bookOf([[text('a')]])
    const [sheet] = book.sheets
    const broken = { ...book, sheets: sheet ? [{ ...sheet, rows: [[text('a'), text('b')]] }] : [] }
    await expect(writeWorkbook(broken)).rejects.toThrow(RangeError)
  })
})

describe('the workbook of a quarter to fill in', () => {
  it.skipIf(lacksOpenXml)(withOpenXml('is as Excel wants it, with its boxes, lists and checks'), async () => {
    expect(await faultsOf(await writeWorkbook(periodWorkbook(toFill('zh-CN'))), 'xlsx')).toEqual([])
  })
})

describe('the workbook of a report as it was known then', () => {
  it('is to be read: it says so on each sheet, offers no box and no list, and does not say how to fill it in', () => {
    const given = toFill('en')
    const closed = given.lines.map((line) => ({ ...line, isOpen: false }))
    const registers = given.registers.map((register) => ({ ...register, isOpen: false }))
    const book = periodWorkbook({ ...given, lines: closed, registers, isToRead: true })
    const shown = book.sheets.filter(({ isHidden }) => isHidden !== true)
    expect(shown.map(({ name }) => name)).not.toContain(words('en').workbook.sheet.howTo)
    for (const sheet of shown) {
      expect(sheet.head?.at(-1)).toBe(words('en').workbook.asKnown('12 Oct 2022, 14:05'))
      expect(sheet.isLocked).toBe(true)
      expect(sheet.rows.flat().filter((each) => 'look' in each && each.look === 'open')).toEqual([])
    }
    expect(periodWorkbook(given).sheets.map(({ name }) => name)).toContain(words('en').workbook.sheet.howTo)
  })
})

describe('a file', () => {
  it('says its title and who made it, and no machine or person', async () => {
    const { parts } = await readWorkbook(await writeWorkbook(bookOf([[text('a')]])))
    const core = parts.get('docProps/core.xml')
    expect(core).toContain(
      '<dc:title>评判 &amp; &lt;一览&gt;</dc:title><dc:creator>城绩 Chengji</dc:creator>',
    )
    expect(core).toContain('2022-10-12T06:05:00Z')
    expect(core).not.toContain('lastModifiedBy')
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'docProps/app.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ])
  })

  it('has the same bytes in every time zone', () => {
    const script = `
      import { createHash } from 'node:crypto'
      import { writeWorkbook } from '@/lib/documents/workbook'
      const rows = [[{ kind: 'moment', value: '${KNOWN_AT}' }, { kind: 'day', value: '2022-09-30' }]]
      const columns = [{ header: 'a', width: 9 }, { header: 'b', width: 9 }]
      const book = { title: 't', knownAt: '${KNOWN_AT}', sheets: [{ name: 's', columns, rows }] }
      writeWorkbook(book).then((bytes) => console.log(createHash('sha256').update(bytes).digest('hex')))`
    const [utc, shanghai, newYork] = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((zone) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      }),
    )
    expect(utc).toMatch(/^[0-9a-f]{64}\n$/)
    expect(shanghai).toBe(utc)
    expect(newYork).toBe(utc)
  })
})
