import { describe, expect, it } from 'vitest'
import { writeCsv } from '@/lib/documents/csv'
import { matrixCsv, matrixWorkbook } from '@/lib/documents/matrix-workbook'
import { writeWorkbook } from '@/lib/documents/workbook'
import { readWorkbook, values } from '../support/read-workbook'
import { readCsv } from './read-csv'
import { matrixOf } from './samples'

const HOSTILE = '=HYPERLINK("http://example.invalid")'

/** Beijing time as a spreadsheet counts it: days since the end of 1899. */
const serial = (day: number, minutes: number): string =>
  minutes === 0 ? String(day) : (day + minutes / 1440).toFixed(10)

const KNOWN = serial(44846, 14 * 60 + 5)

describe('the matrix as a workbook', () => {
  it('says every verdict in words', async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(matrixWorkbook(matrixOf('zh-CN'))))
    expect(sheets.map(({ name }) => name)).toEqual(['评判一览', '数据', '说明'])
    expect(values(sheets[0])).toEqual([
      ['重点城市绩效评判一览表（2022年第三季度）'],
      ['演示数据：城市与数字均为虚构，不代表任何真实城市。'],
      ['未受理数字：显示。已上报但未受理的数字单列标出；评判只用已受理的数字。'],
      [],
      ['城市', '省份', '专利商标转让许可次数', '证券化产品', '首批资金（万元）', '其余资金（万元）'],
      ['云川市', '云岭省', '进度正常', '缺数据', '10000', '分档标准未公布'],
      [HOSTILE, '云岭省', '进度落后', '', '10000', '分档标准未公布'],
      ['全国（已公布数据）', '', '达到', '', '', ''],
    ])
    expect(sheets[0]?.rows[5]?.[4]?.type).toBe('number')
    expect(sheets[0]?.rows[6]?.[0]).toMatchObject({ type: 'inlineStr', formula: false })
  })

  it('says the same as a flat table, with exact fractions beside rounded numbers', async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(matrixWorkbook(matrixOf('zh-CN'))))
    const [heads, ...rows] = values(sheets[1])
    expect(heads).toEqual(
      '城市代码 城市 省份 参照 指标代码 指标 评判时点 期间 评判代码 评判 实际 要求 差额 未受理数字（评判不使用） 单位 精确值 原因 通知条款 版本 受理时间（北京时间） 数据截至（北京时间） 规则版本 凭据号'.split(
        ' ',
      ),
    )
    const transfers = ['transfers_licenses', '专利商标转让许可次数']
    const products = ['securitisation_products', '证券化产品']
    const tail = (reference = '') => [KNOWN, '1.0.0', reference]
    expect(rows).toEqual([
      ['990101', '云川市', '云岭省', '否', ...transfers, '2022Q3', '2022Q3', 'onPace', '进度正常']
        .concat(['1296', '1296', '0', '1300', '次', '', '', '二（一）', '2', serial(44846, 0)])
        .concat(tail('990101-2022Q3-2-transfers_licenses')),
      ['990101', '云川市', '云岭省', '否', ...products, '2022Q3', '2022Q3', 'figuresMissing', '缺数据']
        .concat(['', '', '', '', '单', '', '缺：2022年第三季度', '二（一）', '', ''])
        .concat(tail()),
      ['990102', HOSTILE, '云岭省', '否', ...transfers, '2022Q3', '2022Q3', 'behindPace', '进度落后']
        .concat(['1000.5', '1300.142857', '299.642857', '', '次', '要求 = 9101/7; 差额 = 4195/14', ''])
        .concat(['二（一）', '1', serial(44846, 9 * 60 + 2)])
        .concat(tail()),
      ['', '全国（已公布数据）', '', '是', ...transfers, '2021Q4', '2021Q4', 'met', '达到']
        .concat(['12', '10', '', '', '次', '', '', '二（一）', '', ''])
        .concat(tail()),
    ])
  })

  it('says where it comes from, as of when, by which rules and what it leaves out', async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(matrixWorkbook(matrixOf('zh-CN'))))
    const notes = new Map(values(sheets[2]).map(([item = '', content = '']) => [item, content]))
    expect(notes.get('数据范围')).toContain('显示')
    const hidden = await readWorkbook(
      await writeWorkbook(matrixWorkbook({ ...matrixOf('zh-CN'), unaccepted: 'hidden' })),
    )
    expect(values(hidden.sheets[2])).toContainEqual([
      '数据范围',
      '未受理数字：隐藏。只含已受理的数字；尚未受理的填报不在本文件中。',
    ])
    expect(values(hidden.sheets[1])[0]).toContain('未受理数字（已隐藏）')
    expect(notes.get('评判时点')).toBe('2022年第三季度')
    expect(notes.get('数据截至（北京时间）')).toBe(KNOWN)
    expect(notes.get('规则版本')).toBe('1.0.0')
    expect(notes.get('城绩 Chengji')).toContain('演示数据')
  })

  it('does not call real data a demonstration', async () => {
    const { parts } = await readWorkbook(await writeWorkbook(matrixWorkbook(matrixOf('zh-CN', false))))
    expect([...parts.values()].join('')).not.toContain('演示')
  })

  it('speaks English where asked to', async () => {
    const book = await readWorkbook(await writeWorkbook(matrixWorkbook(matrixOf('en'))))
    expect(book.sheets.map(({ name }) => name)).toEqual(['Verdicts', 'Data', 'Notes'])
    expect(values(book.sheets[0])[0]).toEqual(['Verdicts of the key cities (2022 Q3)'])
  })
})

describe('the matrix as CSV', () => {
  it('is the flat table of the workbook, with hostile names disarmed', async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(matrixWorkbook(matrixOf('zh-CN'))))
    const csv = readCsv(writeCsv(matrixCsv(matrixOf('zh-CN'))))
    const moments = new Map([
      [KNOWN, '2022-10-12 14:05'],
      [serial(44846, 0), '2022-10-12 00:00'],
      [serial(44846, 9 * 60 + 2), '2022-10-12 09:02'],
      [HOSTILE, `'${HOSTILE}`],
    ])
    expect(csv).toEqual(values(sheets[1]).map((row) => row.map((value) => moments.get(value) ?? value)))
  })
})
