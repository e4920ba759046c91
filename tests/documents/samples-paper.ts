import type { Paper, PaperBlock, PaperPart } from '@/lib/documents/paper'
import type { Locale } from '@/lib/values'

const ROWS = 90

const blocks: readonly PaperBlock[] = [
  { kind: 'heading', level: 1, text: '总体情况' },
  { kind: 'paragraph', text: '云川市于2022年10月10日上报2022年第三季度绩效报表。' },
  {
    kind: 'facts',
    rows: [
      { term: '回执号', value: { text: 'CJ-990101-2022Q3-2', link: 'https://portal.example/verify/1' } },
    ],
  },
  { kind: 'heading', level: 1, text: '定量指标' },
  { kind: 'heading', level: 2, text: '一览' },
  {
    kind: 'table',
    caption: '定量指标一览',
    columns: [
      { name: '指标', align: 'left', share: 3 },
      { name: '本期', align: 'right', share: 1 },
    ],
    rows: Array.from({ length: ROWS }, (_, i) => [
      { text: `指标 ${String(i + 1)}` },
      { text: `1,234.${String(i).padStart(2, '0')}`, link: 'https://portal.example/trace/1' },
    ]),
  },
  { kind: 'heading', level: 2, text: '走势' },
  {
    kind: 'chart',
    caption: '质押融资金额：实际与要求',
    alt: '折线图：实际 1,200 万元',
    chart: {
      unit: '万元',
      isWhole: false,
      periods: ['20Q3', '20Q4', '', '21Q1'],
      lines: [
        { name: '实际', look: 'actual', values: [500, 1200, null, 300] },
        { name: '序时要求', look: 'required', values: [450, 1000, null, 280] },
      ],
    },
  },
  { kind: 'heading', level: 3, text: '说明' },
  { kind: 'note', text: '每个数字可按凭据号查到。' },
  { kind: 'signatures', rows: [{ term: '签审', value: '陈国栋', at: '2022年10月10日' }] },
]

const part = (locale: Locale, name: string): PaperPart => ({
  locale,
  title: locale === 'en' ? `Quarterly performance report of ${name}` : `${name}季度绩效报告`,
  subtitle: ['2022Q3'],
  issuer: name,
  day: '2022-10-10',
  contentsTitle: locale === 'en' ? 'Contents' : '目录',
  demonstration: locale === 'en' ? 'Demonstration data' : '演示数据',
  blocks,
})

/** A document with one of each kind of block, and a table longer than a page; in both languages. */
export const paperOf = (name = '云川市'): Paper => ({
  parts: [part('zh-CN', name), part('en', name)],
  number: 'CJ-990101-2022Q3-2',
  moment: new Date('2022-10-10T01:00:00.000Z'),
})
