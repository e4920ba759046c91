import { describe, expect, it } from 'vitest'
import { cityReportCsv, cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { writeCsv } from '@/lib/documents/csv'
import { writeWorkbook } from '@/lib/documents/workbook'
import { readWorkbook, values } from '../support/read-workbook'
import { readCsv } from './read-csv'
import { reportOf } from './samples'

const FIGURE_HEADS =
  '指标代码 指标 单位 填报状态 数值口径 本期 本期新增 上季度 上年同季度 本年累计 要求 评判 原因 出错说明 数据提供单位 来文文号 精确值 通知条款'.split(
    ' ',
  )
const PLEDGE = [
  ...['pledge_amount', '质押融资金额', '万元', '已填', '本季发生数', '123456.78', '', '0', '', '200000.5'],
  ...['3.333333', '进度正常', '', '变动很大：一笔大额质押，登记号见台账（周，2022年10月9日 10:00）'],
  ...['市知识产权局', '知函〔2022〕7号', '要求 = 10/3', '二（二）'],
]
const PART = [
  ...['pledge_amount.patentTransfer', '专利转让', '万元', '数字', '本季发生数', '12.5', '', '', '', '', ''],
  ...['', '', '', '', '', '', '二（二）'],
]
const NAVIGATION = [
  ...['navigation_projects', '专利导航项目', '项', '暂无数据', '累计数', '', '', '', '', '', '', ''],
  ...['-市局 10 月底提供', '', '', '', '', '二（三）'],
]

describe('a city report as a workbook', () => {
  it('holds every figure, register row and narrative', async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(cityReportWorkbook(reportOf('zh-CN', true))))
    expect(sheets.map(({ name }) => name)).toEqual([
      '指标',
      '企业 单位名录',
      '文字说明',
      '佐证材料',
      '例外',
      '沟通',
      '说明',
    ])
    expect(values(sheets[0])).toEqual([
      ['云川市 2022年第三季度绩效报表'],
      ['演示数据：城市与数字均为虚构，不代表任何真实城市。'],
      ['本报表已受理，计入评判。'],
      [],
      FIGURE_HEADS,
      PLEDGE,
      PART,
      NAVIGATION,
    ])
    expect(sheets[0]?.rows[5]?.[5]).toMatchObject({ type: 'number', format: '#,##0.00' })
    expect(values(sheets[1])).toEqual([
      ['名称', '统一社会信用代码', '计入日期'],
      ['甲公司', '91350100M000100Y43', '44788'],
      ['乙公司', '911101081234567890', '44805'],
    ])
    expect(sheets[1]?.rows[2]?.[1]).toMatchObject({ type: 'inlineStr', format: '@' })
    expect(values(sheets[2])).toEqual([
      ['指标代码', '指标', '通知条款', '填报状态', '文字说明', '数据提供单位', '来文文号'],
      ['service_cluster', '服务业集聚区', '二（五）', '已填', '=第一段\n第二段,"引号"', '集聚区管委会', ''],
    ])
    expect(values(sheets[3])).toEqual([
      ['指标代码', '绩效指标', '附在', '对象', '文件名', '字节数', 'SHA-256'],
      ['pledge_amount', '质押融资金额', '数字', '', '=合同.pdf', '123456', 'a'.repeat(64)],
    ])
    expect(values(sheets[5])[1]?.slice(3, 8)).toEqual([
      '等待城市答复',
      '提问',
      '=与登记系统相差 200 万元？',
      '林',
      '国家知识产权局审核员',
    ])
  })

  it('leads from its numbers to their trace, and from what others reported to the card that names them', async () => {
    const { sheets, parts } = await readWorkbook(
      await writeWorkbook(cityReportWorkbook(reportOf('zh-CN', true))),
    )
    const leads = new Map(
      [
        ...(parts.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '').matchAll(
          /Id="(rId\d+)"[^>]*Target="([^"]+)"/g,
        ),
      ].map(([, id = '', target = '']) => [id, target] as const),
    )
    const linkOf = (at: string) =>
      leads.get(new RegExp(`<hyperlink ref="${at}" r:id="(rId\\d+)"`).exec(sheets[0]?.xml ?? '')?.[1] ?? '')
    const city = 'https://portal.example/cities/990101'
    // A figure and its part lead to the same.
    expect(linkOf('F6:G7')).toBe(`${city}/trace/2022Q3-2-pledge_amount`)
    expect(linkOf('H6:K7')).toBe(`${city}?asOf=2022Q3#pledge_amount`)
    expect(linkOf('F8:G8')).toBe(`${city}/trace/2022Q3-2-navigation_projects`)
  })

  it('says which version it is, where it stands and that unaccepted figures do not count', async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(cityReportWorkbook(reportOf('zh-CN', false))))
    expect(values(sheets[0])[2]).toEqual(['本报表尚未受理，数字不计入评判。'])
    const notes = new Map(values(sheets[6]).map(([item = '', content = '']) => [item, content]))
    expect(notes.get('状态')).toBe('已上报')
    expect(notes.get('数据状态')).toBe('本报表尚未受理，数字不计入评判。')
    expect(notes.get('版本')).toBe('2')
    expect(notes.get('内容摘要')).toBe('ab'.repeat(32))
    expect(notes.get('受理时间（北京时间）')).toBe('')
    expect(notes.get('上报时间（北京时间）')).toBe((44844 + 9 / 24).toFixed(10))
  })

  it('speaks English where asked to', async () => {
    const book = await readWorkbook(await writeWorkbook(cityReportWorkbook(reportOf('en', true))))
    expect(values(book.sheets[0])[0]).toEqual(['云川市, performance report 2022 Q3'])
  })
})

describe('a city report as CSV', () => {
  it('has one row for each result, each saying which report it is from', () => {
    const [heads, ...rows] = readCsv(writeCsv(cityReportCsv(reportOf('zh-CN', true))))
    const before = ['990101', '云川市', '云岭省', '2022Q3', '已受理', '2']
    const after = ['2022-10-10 09:00', '2022-10-12 00:00', '2022-10-12 14:05', '1.0.0', 'ab'.repeat(32)]
    const talk = rows[0]?.at(-6) ?? ''
    expect(talk).toMatch(/^提问.*：=与登记系统相差 200 万元？（国家知识产权局审核员林，2022年.*）$/)
    const narrative = [
      ...['service_cluster', '服务业集聚区', '', '已填', '', '', '', '', '', '', '', '', '', ''],
      ...['集聚区管委会', '', '', '二（五）'],
    ]
    expect(heads).toEqual(
      ['城市代码', '城市', '省份', '期间', '状态', '版本', ...FIGURE_HEADS, '文字说明', '沟通记录'].concat([
        '上报时间（北京时间）',
        '受理时间（北京时间）',
        '数据截至（北京时间）',
        '规则版本',
        '内容摘要',
      ]),
    )
    expect(rows).toEqual([
      [...before, ...PLEDGE, '', talk, ...after],
      [...before, ...PART, '', '', ...after],
      [...before, ...NAVIGATION.map((each) => (each.startsWith('-') ? `'${each}` : each)), '', '', ...after],
      [...before, ...narrative, `'=第一段\n第二段,"引号"`, '', ...after],
    ])
  })
})
