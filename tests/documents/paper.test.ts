import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { chartStep } from '@/lib/documents/chart-step'
import { numberHeadings } from '@/lib/documents/number-headings'
import type { PaperBlock } from '@/lib/documents/paper'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { readTraceReference, traceReference } from '@/lib/documents/trace-reference'
import { faultsOf, lacksOpenXml, withOpenXml } from '../support/open-xml'
import { unzip } from '../support/read-workbook'
import { paperOf } from './samples-paper'

/** The text of a PDF as another reader finds it, and its pages. */
async function read(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return { document, text: text.replace(/\s+/g, ' '), pages: totalPages }
}

const SAID = [
  '云川市季度绩效报告',
  '一、总体情况',
  '二、定量指标',
  '（一）一览',
  '（二）走势',
  '1.说明',
  '1,234.89',
  '质押融资金额：实际与要求',
  '陈国栋',
  '1 总体情况',
  '2.1 一览',
  '2.2.1 说明',
]

describe('headings are numbered as GB/T 9704 has it', () => {
  const heading = (level: 1 | 2 | 3) => ({ kind: 'heading', level, text: '' }) as const
  const numbers = (levels: readonly (1 | 2 | 3)[], locale: 'zh-CN' | 'en') =>
    numberHeadings(levels.map(heading), locale).map((block) => (block.kind === 'heading' ? block.text : ''))

  it('一、（一）1. in Chinese, beginning anew under each heading above', () => {
    expect(numbers([1, 2, 3, 3, 2, 3, 1, 2], 'zh-CN')).toEqual([
      '一、',
      '（一）',
      '1.',
      '2.',
      '（二）',
      '1.',
      '二、',
      '（一）',
    ])
  })

  it('by decimals in English', () => {
    expect(numbers([1, 2, 3, 2, 1], 'en')).toEqual(['1 ', '1.1 ', '1.1.1 ', '1.2 ', '2 '])
  })

  it('beyond ten as people count: 十, 十一, 二十, 二十一', () => {
    const all = numbers(
      Array.from({ length: 21 }, () => 1 as const),
      'zh-CN',
    )
    expect([all[9], all[10], all[19], all[20]]).toEqual(['十、', '十一、', '二十、', '二十一、'])
  })
})

describe('a paper as PDF', () => {
  it('says all of it in both languages, tagged, with bookmarks, under its own title', async () => {
    const { document, text, pages } = await read(await printPdf(paperOf()))
    for (const said of SAID) expect(text).toContain(said)
    expect(pages).toBe(10)
    const { info } = await getMeta(document)
    expect(info).toMatchObject({
      Title: '云川市季度绩效报告',
      Author: '知识产权运营服务体系建设重点城市绩效平台',
    })
    expect((await document.getMarkInfo())?.Marked).toBe(true)
    expect((await document.getOutline()).map(({ title }) => title)).toEqual([
      '一、总体情况',
      '二、定量指标',
      '1 总体情况',
      '2 定量指标',
    ])
  }, 60_000)

  it('repeats the head of a table on each of its pages', async () => {
    const { document } = await read(await printPdf(paperOf()))
    const { text } = await extractText(document, { mergePages: false })
    const pages = text.filter((page) => /指标 \d+ 1,234/.test(page.replace(/\s+/g, ' ')))
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages) expect(page.replace(/\s+/g, ' ')).toContain('指标 本期')
  }, 60_000)

  it('begins a table that needs a new page under the head of that page, however little room was left', async () => {
    const table = (caption: string, rows: number): PaperBlock => ({
      kind: 'table',
      caption,
      columns: [{ name: '指标', share: 1, align: 'left' }],
      rows: Array.from({ length: rows }, () => [{ text: '一项' }]),
    })
    for (const rows of [28, 30, 32]) {
      const paper = paperOf()
      const parts = [{ ...paper.parts[0], blocks: [table('前表', rows), table('后表', 60)] }] as const
      const { document, pages } = await read(await printPdf({ ...paper, parts }))
      const numbers = Array.from({ length: pages }, (_, i) => i + 1)
      const texts = numbers.map(async (number) => (await document.getPage(number)).getTextContent())
      const tops = (await Promise.all(texts)).flatMap(({ items }) =>
        items.flatMap((item) =>
          'str' in item && item.str.includes('后表') ? [Number(item.transform[5])] : [],
        ),
      )
      expect(tops).toHaveLength(1)
      // A4 is 842 points high, of which 3.7 cm are the margin.
      for (const top of tops) expect(top).toBeLessThan(842 - 104)
    }
  }, 60_000)

  it('is the same bytes for the same paper, and others for another', async () => {
    const [one, again, other] = await Promise.all([
      printPdf(paperOf()),
      printPdf(paperOf()),
      printPdf(paperOf('白沙市')),
    ])
    expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true)
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
  }, 60_000)

  it('shows a sign that the fonts lack as 〓 rather than failing', async () => {
    const { text } = await read(await printPdf(paperOf('\u{20bb7}\u0007市')))
    expect(text).toContain('〓市季度绩效报告')
  }, 60_000)
})

it.each([
  ['one thing counted', [0, 1], true, 1],
  ['five', [3, 5], true, 2],
  ['an amount of one', [0.4, 1], false, 0.5],
  ['nothing known', [null], false, 1],
])('the axis of a chart goes in steps fit for %s', (_, values, isWhole, step) => {
  expect(chartStep({ lines: [{ name: '', look: 'actual', values }], isWhole })).toBe(step)
})

describe('a paper as Word file', () => {
  it('has real headings, tables whose head repeats, and charts with their numbers', async () => {
    const parts = await unzip(Buffer.from(await printWord(paperOf())))
    const body = parts.get('word/document.xml') ?? ''
    for (const said of SAID) expect(body).toContain(said)
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect([...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(2)
    expect(parts.get('word/charts/chart1.xml')).toContain('1200')
    expect(parts.get('docProps/core.xml')).toContain('2022-10-10T01:00:00Z')
  }, 60_000)

  it.skipIf(lacksOpenXml)(withOpenXml('is as Word wants it, down to the order of its elements'), async () => {
    expect(await faultsOf(await printWord(paperOf()), 'docx')).toEqual([])
  })

  it('is the same bytes for the same paper', async () => {
    const [one, again] = await Promise.all([printWord(paperOf()), printWord(paperOf())])
    expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true)
  }, 60_000)
})

describe('the reference of a number', () => {
  it('is read as it was written', () => {
    const reference = { period: '2022Q2', version: 12, indicator: 'pledge_amount' } as const
    expect(traceReference(reference)).toBe('2022Q2-12-pledge_amount')
    expect(readTraceReference('2022Q2-12-pledge_amount')).toEqual(reference)
  })

  it.each(['2022Q5-1-pledge_amount', '2022Q2-0-pledge_amount', '2022Q2-1-nothing', '2022Q2-1', ''])(
    'is none in %j',
    (text) => {
      expect(readTraceReference(text)).toBeNull()
    },
  )
})
