import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { figure, text } from '@/lib/documents/cell'
import { escapeCellText } from '@/lib/documents/clean-text'
import { readTables } from '@/lib/documents/read-tables'
import { endReaders } from '@/lib/documents/reader-pool'
import type { ReadTables } from '@/lib/documents/read-table'
import { deadlineIn } from '@/lib/documents/tables/deadline'
import { readWorkbook } from '@/lib/documents/tables/read-workbook'
import type { RowLine } from '@/lib/documents/tables/table-sink'
import { writeWorkbook } from '@/lib/documents/workbook'
import { savedByLibreOffice, soffice, withLibreOffice } from '../support/libreoffice'
import { rawWorkbook } from '../support/raw-workbook'

afterAll(endReaders)

interface Line {
  readonly code: string
  readonly name: string
  readonly amount: string
  readonly day: string
}

const lines: readonly Line[] = [
  { code: '001234', name: '临江市“城绩”<科技> & 有限公司', amount: '1234.56', day: '2022-09-30' },
  { code: '91350100M000100Y43', name: '  前后空格  ', amount: '0.1', day: '2020-02-29' },
  { code: '123456789012345678', name: '两行\n文字', amount: '100000000000001', day: '1999-12-31' },
  { code: '7', name: "=1+1 '引号", amount: '-0.000001', day: '1900-03-01' },
]

const DAY = 'yyyy-mm-dd'
const headers = ['代码', '名称', '金额', '日期']
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
const date = (day: string): Date => new Date(`${day}T00:00:00Z`)

const byHand = (): Uint8Array => {
  const string = (at: string, value: string) =>
    `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`
  const head = headers.map((header, i) => string(`${'ABCD'[i] ?? ''}1`, header)).join('')
  const rows = lines.map(
    ({ code, name, amount, day }, i) =>
      `<row r="${i + 2}">${string(`A${i + 2}`, code)}${string(`B${i + 2}`, name)}<c r="C${i + 2}"><v>${amount}</v></c><c r="D${i + 2}" s="1"><v>${serial(day)}</v></c></row>`,
  )
  return rawWorkbook({ formats: [DAY], rows: `<row r="1">${head}</row>${rows.join('')}` })
}

const byUs = (): Promise<Uint8Array> =>
  writeWorkbook({
    title: '台账',
    knownAt: '2022-10-12T06:00:00Z',
    sheets: [
      {
        name: '数据',
        columns: headers.map((header) => ({ header, width: 20 })),
        rows: lines.map(({ code, name, amount, day }) => [
          text(code),
          text(name),
          figure(amount),
          { kind: 'day', value: day },
        ]),
      },
    ],
  })

const byExceljs = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('数据')
  sheet.addRow(headers)
  for (const { code, name, amount, day } of lines)
    sheet.addRow([code, name, Number(amount), date(day)]).getCell(4).numFmt = DAY
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const byWriteExcelFile = (): Promise<Uint8Array> =>
  writeExcelFile(
    [
      headers,
      ...lines.map(({ code, name, amount, day }) => [
        code,
        name,
        Number(amount),
        { value: date(day), type: Date, format: DAY },
      ]),
    ],
    { sheet: '数据' },
  ).toBuffer()

const expected = [
  ...headers.map((header, i) => `${'ABCD'[i] ?? ''}1 text ${header}`),
  ...lines.flatMap(({ code, name, amount, day }, i) => [
    `A${i + 2} text ${code}`,
    `B${i + 2} text ${name}`,
    `C${i + 2} number ${amount}`,
    `D${i + 2} date ${day}`,
  ]),
]

const said = ({ tables }: ReadTables): string[] =>
  [...(tables[0]?.rows ?? [])]
    .flatMap(({ cells }) => cells)
    .map(({ address, kind, text: value }) => `${address} ${kind} ${value}`)

describe('the same table', () => {
  const read = async (bytes: Uint8Array): Promise<string[]> => {
    const tables = await readTables(bytes, '台账.xlsx')
    if (!tables.ok) throw new Error(tables.error.code)
    expect(tables.value.tables.map(({ name }) => name)).toEqual(['数据'])
    return said(tables.value)
  }

  it.each([
    ['by hand', byHand],
    ['by us', byUs],
    ['by exceljs', byExceljs],
    ['by write-excel-file', byWriteExcelFile],
  ])('written %s is read to the same values', async (_, write) => {
    expect(await read(await write())).toEqual(expected)
  })

  it.skipIf(soffice === null)(
    withLibreOffice('written by LibreOffice is read to the same values'),
    async () => {
      expect(await read(savedByLibreOffice(byHand()))).toEqual(expected)
    },
    120_000,
  )
})

describe('a date', () => {
  const gathered = async (workbook: Uint8Array): Promise<string[]> => {
    const rows: RowLine[] = []
    const none = () => undefined
    const sink = { begin: none, formula: none, endTable: none, end: none, pause: () => Promise.resolve() }
    await readWorkbook(
      Buffer.from(workbook),
      { ...sink, row: (line) => void rows.push(line) },
      deadlineIn(60_000),
    )
    return rows.flatMap((line) => line.filter((_, i) => i >= 2 && i % 4 === 0).map(String))
  }
  const cell = (at: string, value: string, style = 1, type = 'n') =>
    `<c r="${at}" s="${style}" t="${type}"><v>${value}</v></c>`
  const workbook = (workbookStart = '') =>
    rawWorkbook({
      workbookStart,
      formats: ['yyyy"年"m"月"d"日"', 'h:mm', '[h]:mm', '0"年"'],
      rows: `<row r="1">${cell('A1', '45488')}${cell('B1', '45488.5')}${cell('C1', '1')}${cell('D1', '59')}${cell('E1', '60')}${cell('F1', '61')}${cell('G1', '0.25', 2)}${cell('H1', '30.5', 3)}${cell('I1', '3', 4)}${cell('J1', '2958466')}${cell('K1', '2024-07-15', 1, 'd')}${cell('L1', '2024-07-15T08:30:00Z', 1, 'd')}</row>`,
    })
  const from1900 = [
    '2024-07-15',
    '2024-07-15T12:00:00',
    '1900-01-01',
    '1900-02-28',
    '1900-02-29',
    '1900-03-01',
    '06:00:00',
    '30.5',
    '3',
    '2958466',
    '2024-07-15',
    '2024-07-15T08:30:00',
  ]

  it.each(['Pacific/Kiritimati', 'Asia/Shanghai', 'America/St_Johns'])(
    'is the day written there, whatever the time zone of the machine: %s',
    async (zone) => {
      const before = process.env.TZ
      try {
        process.env.TZ = zone
        expect(new Date(0).getTimezoneOffset()).not.toBe(0)
        expect(await gathered(workbook())).toEqual(from1900)
      } finally {
        if (before === undefined) delete process.env.TZ
        else process.env.TZ = before
      }
    },
  )

  it('of a workbook that counts from 1904 is four years and a day later', async () => {
    const [first, , one] = await gathered(workbook('<workbookPr date1904="1"/>'))
    expect([first, one]).toEqual(['2028-07-16', '1904-01-02'])
  })

  it('that never was, or that no sheet can count, is an error', async () => {
    const read = await readTables(workbook(), 'a.xlsx')
    const cells = read.ok ? [...(read.value.tables[0]?.rows ?? [])].flatMap((row) => row.cells) : []
    const doubtful = cells.filter(({ doubt }) => doubt !== null)
    expect(doubtful.map(({ address, kind, doubt }) => [address, kind, doubt])).toEqual([
      ['E1', 'error', 'noSuchDay'],
      ['J1', 'error', 'noSuchDay'],
    ])
    expect(cells.find(({ address }) => address === 'H1')?.format.kind).toBe('elapsed')
  })
})

describe('what a workbook says of itself', () => {
  it('is read: hidden sheets, properties, names, merged cells, hidden columns', async () => {
    const bytes = rawWorkbook({
      beforeData: '<cols><col min="2" max="3" hidden="1"/></cols>',
      afterData: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
      rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#DIV/0!</v></c></row>',
      moreSheets: [{ name: '身份', state: 'veryHidden', rows: '<row r="1"><c r="A1"><v>2</v></c></row>' }],
      workbookEnd: '<definedNames><definedName name="Period">身份!$A$1</definedName></definedNames>',
      properties: { 城市: '910100' },
    })
    const read = await readTables(bytes, 'a.xlsx')
    if (!read.ok) throw new Error(read.error.code)
    const { tables, properties, names, warnings, source } = read.value
    expect(tables.map(({ name, visibility, rowCount }) => [name, visibility, rowCount])).toEqual([
      ['数据', 'visible', 2],
      ['身份', 'veryHidden', 1],
    ])
    expect([tables[0]?.merges, tables[0]?.hiddenColumns]).toEqual([['A1:C1'], [1, 2]])
    expect([...(tables[0]?.rows ?? [])].map(({ isHidden }) => isHidden)).toEqual([false, true])
    expect(said(read.value)).toEqual(['A1 number 1', 'A2 boolean true', 'B2 error #DIV/0!'])
    expect(properties.get('城市')).toBe('910100')
    expect(names.get('Period')).toBe('身份!$A$1')
    expect(warnings).toEqual(['hiddenSheets'])
    expect(source).toEqual({ kind: 'xlsx', date1904: false })
  })
})
