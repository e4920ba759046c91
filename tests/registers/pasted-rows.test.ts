import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlock, MOST_PASTED_ROWS, readPasted, type PastedNames } from '@/lib/entry/pasted-rows'
import { EMPTY_ROW } from '@/lib/entry/row-content'
import { registerColumns, ROW_FIELDS, type RowField } from '@/lib/notice'

const names: PastedNames = {
  heads: {
    name: ['名称', '企业名称', 'name'],
    creditCode: ['统一社会信用代码', 'creditcode'],
    noCodeReason: ['无代码原因'],
    countedOn: ['计入日期', 'countedon'],
    level: ['级别'],
    evidence: ['佐证材料'],
    note: ['备注', 'note'],
  },
  choices: { national: ['国家级'], provincial: ['省级'], municipal: ['市级'] },
  totals: ['合计', '总计', 'total'],
  reason: '',
}
const columns = registerColumns('operation_centres')
const read = (text: string, start: RowField = 'name', fields = columns.map(({ field }) => field)) =>
  readPasted(
    text,
    columns.filter(({ field }) => fields.includes(field)),
    start,
    names,
  )

describe('a block copied from a spreadsheet', () => {
  it('is a block only when it holds more than one cell', () => {
    expect(isBlock('启明精密机械有限公司')).toBe(false)
    expect(isBlock('启明精密机械有限公司\r\n')).toBe(false)
    expect(isBlock('a\tb')).toBe(true)
    expect(isBlock('a\nb')).toBe(true)
  })

  it('is read by its heads in whatever order, with columns we do not know left out and named', () => {
    const pasted = read(
      '序号\t备注\t企业名称\t统一社会信用代码（18位）\t统一社会信用代码\n1\t新增\t甲公司\t?\t91350100M000100Y43',
    )
    expect(pasted.by).toBe('heads')
    expect(pasted.columns).toEqual([null, 'note', 'name', null, 'creditCode'])
    expect(pasted.ignored).toEqual(['序号', '统一社会信用代码（18位）'])
    expect(pasted.rows).toEqual([
      { ...EMPTY_ROW, name: '甲公司', creditCode: '91350100M000100Y43', note: '新增' },
    ])
  })

  it('is read by position from the field it was pasted into where there are no heads', () => {
    expect(read('91350100M000100Y43\t\t2022/9/3', 'creditCode').rows).toEqual([
      { ...EMPTY_ROW, creditCode: '91350100M000100Y43', countedOn: '2022-09-03' },
    ])
  })

  it('does not take a first column that numbers the rows for names', () => {
    expect(read('1\t甲公司\n2\t乙公司').rows.map(({ name }) => name)).toEqual(['甲公司', '乙公司'])
    expect(read('1').rows).toEqual([{ ...EMPTY_ROW, name: '1' }])
  })

  it('leaves out empty rows and rows that sum up, and says how many of these', () => {
    const pasted = read('名称\t备注\n甲公司\t\n\t\n合 计\t1\n')
    expect(pasted.rows.map(({ name }) => name)).toEqual(['甲公司'])
    expect(pasted.totals).toBe(1)
  })

  it('reads levels by their names', () => {
    expect(
      read('名称\t级别\n甲中心\t省级\n乙中心\tnational\n丙中心\t区级').rows.map(({ level }) => level),
    ).toEqual(['provincial', 'national', '区级'])
  })

  it('understands quoted cells with line ends, tabs and doubled quotes, and quotes that only belong to a name', () => {
    const pasted = read('"甲\n公司"\t"x""y"\n"乙"牌公司\tz', 'name', ['name', 'evidence'])
    expect(pasted.rows.map(({ name, evidence }) => [name, evidence])).toEqual([
      ['甲 公司', 'x"y'],
      ['"乙"牌公司', 'z'],
    ])
  })

  it('has a limit', () => {
    expect(
      read(Array.from({ length: MOST_PASTED_ROWS + 7 }, (_, i) => `公司${i}`).join('\n')).rows,
    ).toHaveLength(MOST_PASTED_ROWS)
  })

  it('never fails, whatever is on the clipboard', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '名', '称', ' ', '1'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (block) => {
        for (const row of read(block).rows) expect(Object.keys(row).sort()).toEqual([...ROW_FIELDS].sort())
      }),
    )
  })

  it('gives back what a spreadsheet would have written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '乙', '2'), maxLength: 6 })
    const block = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 })
    const quote = (value: string) => (/["\t\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
    const squeezed = (value: string) => value.replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(block, (rows) => {
        const written = rows.map((row) => `甲\t${row.map(quote).join('\t')}`).join('\n')
        expect(read(written, 'name', ['name', 'evidence', 'note']).rows).toEqual(
          rows.map(([evidence, note]) => ({
            ...EMPTY_ROW,
            name: '甲',
            evidence: squeezed(evidence),
            note: squeezed(note),
          })),
        )
      }),
    )
  })
})
