import { describe, expect, it } from 'vitest'
import { readPastedFigures, type PasteRow } from '@/lib/entry/pasted-figures'

// The quarter's form: the four flows have boxes, the count after them has none.
const rows: readonly PasteRow[] = [
  {
    names: ['transfers_licenses', '知识产权转让、许可数量', 'IP rights transferred and licensed'],
    keys: ['t/'],
  },
  {
    names: ['pledge_amount', '知识产权质押融资金额', 'IP pledge financing amount (newly registered)'],
    keys: ['a/'],
  },
  {
    names: ['pledge_projects', '知识产权质押融资项目数', 'IP pledge financing projects (newly registered)'],
    keys: ['p/'],
  },
  { names: ['smes_commercialised', '成功转化高校院所专利技术的中小企业'], keys: [null] },
]
const heads = ['2022Q3', '2022年第三季度', '本季度']
const read = (text: string, start = 't/') => readPastedFigures(text, rows, start, heads)

describe('by position', () => {
  it('a column goes down from where it was pasted', () => {
    expect(read('4,321\n 56000 \n１２３\n')).toEqual({
      by: 'position',
      cells: [
        { key: 't/', text: '4,321' },
        { key: 'a/', text: '56000' },
        { key: 'p/', text: '１２３' },
      ],
      ignored: 0,
    })
    expect(read('1\r\n2', 'a/')).toMatchObject({ cells: [{ key: 'a/' }, { key: 'p/' }] })
  })

  it('what has no box is left out and counted', () => {
    expect(read('1\n2\n3\n4\n5')).toMatchObject({ cells: { length: 3 }, ignored: 2 })
  })

  it('the head of the copied column is no figure', () => {
    expect(read('本期数\n1\n2')).toMatchObject({ cells: [{ key: 't/', text: '1' }, { key: 'a/' }] })
  })

  it('an empty cell leaves its box alone', () => {
    expect(read('1\n\t\n3')).toMatchObject({
      cells: [
        { key: 't/', text: '1' },
        { key: 'a/', text: '3' },
      ],
    })
  })

  it('a block of quarters goes to the right as well', () => {
    const base: readonly PasteRow[] = [
      { names: ['x'], keys: ['x/Q1', 'x/Q2', 'x/Q3', 'x/Q4', 'x/Y'] },
      { names: ['y'], keys: ['y/Q1', 'y/Q2', 'y/Q3', 'y/Q4', 'y/Y'] },
    ]
    expect(readPastedFigures('1\t2\t3\t4\n5\t6\t7\t8', base, 'x/Q1', [])).toMatchObject({
      cells: { length: 8, 7: { key: 'y/Q4', text: '8' } },
    })
    expect(readPastedFigures('y\t5\t6\t7\t8\t26\nx\t1', base, 'x/Q1', [])).toEqual({
      by: 'name',
      cells: [
        { key: 'y/Q1', text: '5' },
        { key: 'y/Q2', text: '6' },
        { key: 'y/Q3', text: '7' },
        { key: 'y/Q4', text: '8' },
        { key: 'y/Y', text: '26' },
        { key: 'x/Q1', text: '1' },
      ],
      ignored: 0,
    })
  })
})

describe('by name', () => {
  it('in whatever order, wherever it was pasted', () => {
    const text = '知识产权质押融资项目数（项）\t88\n2\t知识产权质押融资金额\t万元\t56,000\n合计\t56088'
    expect(read(text)).toEqual({
      by: 'name',
      cells: [
        { key: 'p/', text: '88' },
        { key: 'a/', text: '56,000' },
      ],
      ignored: 1,
    })
  })

  it('of several columns the one headed by this period', () => {
    const text = '指标\t2022Q2\t2022年第三季度\npledge_amount\t1\t2\ntransfers_licenses\t3\t4'
    expect(read(text)).toEqual({
      by: 'name',
      cells: [
        { key: 'a/', text: '2' },
        { key: 't/', text: '4' },
      ],
      ignored: 0,
    })
  })

  it('of several columns without a head none: nothing is guessed', () => {
    expect(read('知识产权质押融资金额\t1\t2')).toBe('severalColumns')
  })

  it('what cannot be read comes in as it is, to be seen', () => {
    expect(read('pledge_amount\t约5.6万')).toMatchObject({ cells: [{ key: 'a/', text: '约5.6万' }] })
  })
})

it('a block that fits nothing is refused', () => {
  expect(read('成功转化高校院所专利技术的中小企业\t12')).toBe('nothing')
  expect(read('\n\n')).toBe('nothing')
})
