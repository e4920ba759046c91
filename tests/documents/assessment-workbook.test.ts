import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { assessmentWorkbook } from '@/lib/documents/assessment/assessment-workbook'
import type { StreamedFormat } from '@/lib/documents/streaming/streamed'
import { columnLetters } from '@/lib/documents/sheet-xml'
import { words } from '@/lib/i18n'
import { indicatorCodes } from '@/lib/notice'
import { openInLibreOffice, savedByLibreOffice, soffice, withLibreOffice } from '../support/libreoffice'
import { faultsOf, lacksOpenXml, withOpenXml } from '../support/open-xml'
import { readWorkbook, unzip, values, type ReadCell } from '../support/read-workbook'
import { cityOf, sourceOf } from './assessment-source'
import { readCsv } from './read-csv'

const CITIES = [cityOf('910100', '临江市', 3), cityOf('910200', '=望海市', 700)]
const request = { locale: 'zh-CN', origin: 'https://portal.example', demonstration: true } as const
const made = (format: StreamedFormat, reach: 'nation' | 'city' = 'nation', cities = CITIES) =>
  assessmentWorkbook(sourceOf(cities, reach), format, request, ({ path }) => readFile(path))

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** What JSON says as CSV writes it: moments in Beijing, what might be a formula with a quote before it. */
const inCsv = (value: string | null): string =>
  (value ?? '')
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, (moment) =>
      new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
    )
    .replace(/^=/, "'=")

const { assessing, register } = words('zh-CN')
const { sheet: named } = assessing
// Written once: each is a process of its own.
const workbook = made('xlsx')

describe('the assessment workbook', () => {
  it('has the matrix first, what is of all cities, a register, a sheet a city, and how to read it', async () => {
    const { sheets, definedNames } = await readWorkbook(await workbook)
    expect(sheets.map(({ name }) => name)).toEqual([
      named.matrix,
      named.counts,
      named.results,
      named.figures,
      named.findings,
      named.money,
      named.payments,
      named.scores,
      register.short.custody_smes,
      '临江市',
      '=望海市',
      named.notes,
    ])
    for (const { name, xml } of sheets) {
      expect(xml, name).toContain('state="frozen"')
      expect(xml, name).toContain('<autoFilter')
      expect(definedNames.filter((target) => target.startsWith(`'${name}'!`)).length, name).toBe(3)
    }
  })

  it.skipIf(lacksOpenXml)(
    withOpenXml('is as Excel wants it, with its links, colours and charts'),
    async () => {
      expect(await faultsOf(await workbook, 'xlsx')).toEqual([])
    },
  )

  it('colours what already says itself by sign and word', async () => {
    const { sheets } = await readWorkbook(await workbook)
    const matrix = sheets.find(({ name }) => name === named.matrix)
    expect(matrix?.xml.match(/<cfRule/g)).toHaveLength(8)
    expect(values(matrix).flat()).toContain('— 缺数据')
  })

  it('leads from every number to where it comes from: its version, its report, its result', async () => {
    const { parts, sheets } = await readWorkbook(await workbook)
    const at = sheets.findIndex(({ name }) => name === '临江市') + 1
    const relations = parts.get(`xl/worksheets/_rels/sheet${String(at)}.xml.rels`) ?? ''
    // A quarter of the base year stands in the report of the whole year.
    for (const reference of ['2022Q2-2-pledge_amount', '2019-2-pledge_amount', '2022Q2-2-custody_smes'])
      expect(relations).toContain(`https://portal.example/cities/910100/trace/${reference}`)
    // Days and times are numbers too, by another format.
    const isNumber = ({ type, format }: ReadCell) => type === 'number' && !/[yd]/.test(format)
    for (const { name, xml, rows } of sheets.slice(0, -1)) {
      const linked = new Set(
        [
          ...xml.matchAll(
            /<hyperlink ref="([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?" (?:r:id="rId\d+"|location="[^"]+")/g,
          ),
        ].flatMap(([, from = '', top = '', to = from, bottom = top]) => {
          const cells: string[] = []
          for (let row = Number(top); row <= Number(bottom); row++)
            for (let c = columnOf(from); c <= columnOf(to); c++)
              cells.push(`${columnLetters(c)}${String(row)}`)
          return cells
        }),
      )
      const numbers = rows.flat().filter(isNumber)
      if (name !== named.matrix && name !== register.short.custody_smes)
        expect(numbers.length, name).toBeGreaterThan(0)
      expect(
        numbers.filter((cell) => !linked.has(cell.at)),
        name,
      ).toEqual([])
    }
  })

  it('leads from each count to the column of the matrix that it counts', async () => {
    const { sheets } = await readWorkbook(await workbook)
    const [matrix, counts] = sheets
    const at = indicatorCodes.indexOf('pledge_amount')
    const row = values(counts)[3 + at]
    const column = columnLetters(2 + at)
    expect(counts?.xml).toContain(`location="'${named.matrix}'!${column}5"`)
    const verdicts = values(matrix)
      .slice(5)
      .map((each) => each[2 + at] ?? '')
    expect(
      row
        ?.slice(1)
        .map(Number)
        .reduce((sum, count) => sum + count, 0),
    ).toBe(verdicts.length)
    const [most] = verdicts.map((verdict) => verdict.slice(2))
    expect(row?.[(values(counts)[2] ?? []).indexOf(most ?? '')]).toBe(String(verdicts.length))
  })

  it('says the same as CSV, one file a table, and as JSON; the same facts are the same bytes', async () => {
    const [zip, text, again] = await Promise.all([made('csv'), made('json'), made('json')])
    expect(text.equals(again)).toBe(true)
    expect((await made('xlsx')).equals(await workbook)).toBe(true)
    const json = JSON.parse(text.toString()) as {
      tables: { key: string; columns: string[]; rows: (string | null)[][] }[]
    }
    const files = await unzip(zip)
    expect([...files.keys()]).toEqual(json.tables.map(({ key }) => `${key}.csv`))
    for (const { key, columns, rows } of json.tables) {
      const [heads, ...lines] = readCsv(Buffer.from(files.get(`${key}.csv`) ?? ''))
      expect(heads, key).toEqual(columns)
      expect(lines, key).toEqual(rows.map((row) => row.map(inCsv)))
    }
    const { sheets } = await readWorkbook(await workbook)
    const rows = json.tables.find(({ key }) => key === 'register-custody_smes')?.rows ?? []
    expect(rows).toHaveLength(703)
    const inBook = values(sheets.find(({ name }) => name === register.short.custody_smes))
    const names = (table: readonly (readonly (string | null)[])[]) => table.map((row) => row[4])
    expect(names(inBook.slice(1))).toEqual(names(rows))
  })

  it('of one city opens with its sheet and has no matrix', async () => {
    const { sheets } = await readWorkbook(await made('xlsx', 'city', CITIES.slice(0, 1)))
    expect(sheets[0]?.name).toBe('临江市')
    expect(sheets.map(({ name }) => name)).not.toContain(named.matrix)
  })

  it('stops when it is told to, with what it was told', async () => {
    const stop = new AbortController()
    const why = new Error('cancelled')
    const progress: string[] = []
    const asked = assessmentWorkbook(sourceOf(CITIES), 'xlsx', request, () => Promise.resolve(), {
      signal: stop.signal,
      onProgress: (done, of) => {
        progress.push(`${String(done)}/${String(of)}`)
        stop.abort(why)
      },
    })
    await expect(asked).rejects.toBe(why)
    expect(progress).toEqual(['1/2'])
  })
})

describe.skipIf(soffice === null)(withLibreOffice('opened in LibreOffice'), () => {
  it('has its sheets and numbers, and its charts draw the cells', async () => {
    const bytes = await workbook
    const opened = openInLibreOffice(bytes)
    const money = opened.get(named.money) ?? []
    expect(money[1]?.[2]).toBe('100000000')
    const saved = await unzip(Buffer.from(savedByLibreOffice(bytes)))
    const charts = [...saved].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name))
    // Counts, money, and one a city.
    expect(charts).toHaveLength(4)
    const all = charts.map(([, xml]) => xml).join('')
    expect(all).toMatch(/评判统计'?!\$A\$4:\$A\$22/)
    expect(all).toContain('<c:v>33333333</c:v>')
  }, 120_000)
})
