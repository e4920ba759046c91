import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleChildren } from '@/lib/commands/build.mjs'
import { readTables } from '@/lib/documents/read-tables'
import { endReaders } from '@/lib/documents/reader-pool'
import { readUpload } from '@/lib/imports/read-upload'
import type { ReadCell, ReadTables } from '@/lib/documents/read-table'
import { rawWorkbook, type RawWorkbook } from '../support/raw-workbook'

afterAll(endReaders)

async function read(bytes: Uint8Array, name = '台账.xlsx'): Promise<ReadTables> {
  const read = await readTables(bytes, name)
  if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.detail)}`)
  return read.value
}

const cellsOf = ({ tables }: ReadTables): ReadCell[] =>
  [...(tables[0]?.rows ?? [])].flatMap(({ cells }) => cells)

/** Address, kind and text of every cell of the first sheet. */
const said = async (workbook: RawWorkbook): Promise<string[]> =>
  cellsOf(await read(rawWorkbook(workbook))).map(
    ({ address, kind, text, doubt }) => `${address} ${kind} ${text}${doubt === null ? '' : ` (${doubt})`}`,
  )

const row = (...cells: string[]): string => `<row r="1">${cells.join('')}</row>`
const inline = (at: string, inside: string): string => `<c r="${at}" t="inlineStr"><is>${inside}</is></c>`

describe('a workbook says', () => {
  it('numbers as they were typed, not as binary fractions hold them', async () => {
    const values = [
      '0.30000000000000004',
      '1234.5599999999999',
      '45488',
      '9.1E+3',
      '-0',
      '1.0000000000000002',
      '5E-7',
      '-12.50',
    ]
    const rows = row(...values.map((value, i) => `<c r="${'ABCDEFGH'[i] ?? ''}1"><v>${value}</v></c>`))
    expect(await said({ rows })).toEqual([
      'A1 number 0.3',
      'B1 number 1234.56',
      'C1 number 45488',
      'D1 number 9100',
      'E1 number 0',
      'F1 number 1',
      'G1 number 0.0000005',
      'H1 number -12.5',
    ])
  })

  it('numbers of 16 and more digits as text, and that digits are lost', async () => {
    const rows = row('<c r="A1"><v>12345678901234567890</v></c>', '<c r="B1"><v>1.23456789012345E+17</v></c>')
    expect(await said({ rows })).toEqual([
      'A1 text 12345678901234567890 (digitsLost)',
      'B1 text 123456789012345000 (digitsLost)',
    ])
  })

  it('codes with the leading noughts that their format gives them', async () => {
    const rows = row('<c r="A1" s="1"><v>1234</v></c>', '<c r="B1" s="2"><v>1234</v></c>')
    const cells = cellsOf(await read(rawWorkbook({ rows, formats: ['000000', '0.00'] })))
    expect(cells.map(({ text, shown }) => [text, shown])).toEqual([
      ['1234', '001234'],
      ['1234', '1234'],
    ])
  })

  it('rich text whole and phonetic guides not at all', async () => {
    const rich = '<r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r><rPh sb="0" eb="1"><t>ふ</t></rPh>'
    const rows = row(
      inline('A1', rich),
      '<c r="B1" t="s"><v>0</v></c>',
      inline('C1', '<t>a_x0041_b_x000D_</t>'),
    )
    expect(await said({ rows, strings: [rich] })).toEqual([
      'A1 text 富文本',
      'B1 text 富文本',
      'C1 text aAb\r',
    ])
  })
})

describe('the stored result of a formula', () => {
  const formula = (at: string, text: string, value: string, more = '') =>
    `<c r="${at}"><f${more}>${text}</f>${value === '' ? '' : `<v>${value}</v>`}</c>`
  const states = async (rows: string) =>
    cellsOf(await read(rawWorkbook({ rows })))
      .filter((cell) => cell.formula !== null)
      .map((cell) => [cell.address, cell.formula?.state, cell.formula?.computed, cell.formula?.text])

  it('is believed of a sum of cells of the same sheet that comes out, and contradicted where it does not', async () => {
    const rows = `<row r="1"><c r="A1"><v>0.1</v></c><c r="B1"><v>0.2</v></c>${formula('C1', 'SUM(A1:B1)', '0.30000000000000004')}${formula('D1', 'A1+B1-$A$1', '0.2')}${formula('E1', 'SUM(A1,B1)+10', '99')}</row><row r="2">${formula('A2', 'SUM(A1:B1,C1)', '0.61')}${formula('B2', '-A1', '-0.1')}</row>`
    expect(await states(rows)).toEqual([
      ['C1', 'verified', null, 'SUM(A1:B1)'],
      ['D1', 'verified', null, 'A1+B1-$A$1'],
      ['E1', 'contradicted', '10.3', 'SUM(A1,B1)+10'],
      ['A2', 'contradicted', '0.6', 'SUM(A1:B1,C1)'],
      ['B2', 'verified', null, '-A1'],
    ])
  })

  it('is worked out for cells that share one formula', async () => {
    const rows = [1, 2, 3]
      .map(
        (n) =>
          `<row r="${n}"><c r="A${n}"><v>${n}</v></c><c r="B${n}"><v>1</v></c>${formula(`C${n}`, n === 1 ? 'A1+B1' : '', String(n === 3 ? 5 : n + 1), n === 1 ? ' t="shared" ref="C1:C3" si="0"' : ' t="shared" si="0"')}</row>`,
      )
      .join('')
    expect(await states(rows)).toEqual([
      ['C1', 'verified', null, 'A1+B1'],
      ['C2', 'verified', null, 'A2+B2'],
      ['C3', 'contradicted', '4', 'A3+B3'],
    ])
  })

  it('is never believed of one that leads to itself, to another file, to nothing or is more than a sum', async () => {
    const rows = `<row r="1">${formula('A1', 'B1*2', '4')}${formula('B1', 'A1/2', '2')}${formula('C1', 'SUM(C1:C2)', '0')}${formula('D1', '[1]Sheet1!A1', '7')}${formula('E1', 'SUM(A2:A3)', '')}${formula('F1', 'IF(A2>0,1,2)', '1')}${formula('G1', 'NOW()', '45000')}</row>`
    expect((await states(rows)).map(([at, state]) => [at, state])).toEqual([
      ['A1', 'cyclic'],
      ['B1', 'cyclic'],
      ['C1', 'cyclic'],
      ['D1', 'external'],
      ['E1', 'valueless'],
      ['F1', 'unverified'],
      ['G1', 'unverified'],
    ])
  })
})

describe('a table of text says', () => {
  const csv = async (bytes: Uint8Array) => {
    const { source, tables } = await read(bytes, '台账.csv')
    return { source, rows: [...(tables[0]?.rows ?? [])].map(({ cells }) => cells.map(({ text }) => text)) }
  }
  // 名称,代码 / 测试企业,001 in GB 18030.
  const gb = Buffer.from('c3fbb3c62cb4facac20a', 'hex')

  it.each([
    ['UTF-8', Buffer.from('名称,金额\n甲,"1,000"\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeff名称,金额\r\n甲,"1,000"')],
    ['semicolons', Buffer.from('名称;金额\n甲;1,000\n')],
    ['tabs', Buffer.from('名称\t金额\n甲\t1,000\n')],
    ['UTF-16', Buffer.from('\ufeff名称\t金额\n甲\t1,000\n', 'utf16le')],
  ])('the same in %s', async (_, bytes) => {
    expect((await csv(bytes)).rows).toEqual([
      ['名称', '金额'],
      ['甲', '1,000'],
    ])
  })

  it('Chinese of GB 18030', async () => {
    const { source, rows } = await csv(gb)
    expect(source).toMatchObject({ kind: 'csv', encoding: 'gb18030' })
    expect(rows[0]?.[0]).toBe('名称')
  })
})

describe('a built portal', () => {
  it('reads with files of their own, without sources and packages', async () => {
    const home = process.cwd()
    const folder = mkdtempSync(path.join(tmpdir(), 'chengji-reader-'))
    try {
      await bundleChildren(folder)
      endReaders()
      process.chdir(folder)
      expect(await said({})).toEqual(['A1 number 1'])
      const table = new TextEncoder().encode('指标,本期数\n知识产权质押融资金额,12\n')
      const read = await readUpload(table, 'a.csv', { period: '2022Q3', register: null })
      expect(read).toMatchObject({
        ok: true,
        value: { head: { understood: 1, figures: [{}], problems: [] } },
      })
    } finally {
      process.chdir(home)
      endReaders()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
