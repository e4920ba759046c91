import type { PeriodWorkbook } from '@/lib/documents/period-workbook'
import { sealedIdentity, TEMPLATE } from '@/lib/documents/workbook-identity'
import type { CityReportDocument } from '@/lib/documents/city-report-workbook'
import { text } from '@/lib/documents/cell'
import type { MatrixDocument, MatrixVerdict } from '@/lib/documents/matrix-document'
import type { Locale } from '@/lib/values'

const verdict = (each: Partial<MatrixVerdict> & Pick<MatrixVerdict, 'code' | 'word'>): MatrixVerdict => ({
  period: '2022Q3',
  actual: null,
  required: null,
  gap: null,
  reason: null,
  version: null,
  acceptedAt: null,
  reference: null,
  exact: null,
  ...each,
})

/** A matrix with a city on target, one with an endless fraction and a hostile name, and the reference row. */
export const matrixOf = (locale: Locale, demonstration = true): MatrixDocument => ({
  locale,
  asOf: '2022Q3',
  knownAt: '2022-10-12T06:05:00.000Z',
  ruleVersion: '1.0.0',
  demonstration,
  unaccepted: 'shown',
  indicators: [
    { code: 'transfers_licenses', name: '专利商标转让许可次数', unit: '次', clause: '二（一）' },
    { code: 'securitisation_products', name: '证券化产品', unit: '单', clause: '二（一）' },
  ],
  cities: [
    {
      code: '990101',
      name: '云川市',
      province: '云岭省',
      verdicts: {
        transfers_licenses: verdict({
          code: 'onPace',
          word: '进度正常',
          actual: '1296',
          required: '1296',
          gap: '0',
          version: 2,
          acceptedAt: '2022-10-11T16:00:00.000Z',
          reference: { period: '2022Q3', version: 2, indicator: 'transfers_licenses' },
        }),
        securitisation_products: verdict({
          code: 'figuresMissing',
          word: '缺数据',
          reason: '缺：2022年第三季度',
        }),
      },
      instalments: { first: { wan: '10000', word: '10,000' }, second: { wan: null, word: '分档标准未公布' } },
      pending: { transfers_licenses: '1300' },
    },
    {
      code: '990102',
      name: '=HYPERLINK("http://example.invalid")',
      province: '云岭省',
      verdicts: {
        transfers_licenses: verdict({
          code: 'behindPace',
          word: '进度落后',
          actual: '1000.5',
          required: '9101/7',
          gap: '4195/14',
          version: 1,
          acceptedAt: '2022-10-12T01:02:03.000Z',
        }),
      },
      instalments: { first: { wan: '10000', word: '10,000' }, second: { wan: null, word: '分档标准未公布' } },
      pending: {},
    },
  ],
  reference: [
    {
      name: '全国（已公布数据）',
      asOf: '2021Q4',
      verdicts: {
        transfers_licenses: verdict({
          code: 'met',
          word: '达到',
          period: '2021Q4',
          actual: '12',
          required: '10',
        }),
      },
    },
  ],
})

/** A report with a figure, a reason for none, a register and a narrative of two paragraphs. */
export const reportOf = (locale: Locale, accepted: boolean): CityReportDocument => ({
  locale,
  origin: 'https://portal.example',
  city: { code: '990101', name: '云川市', province: '云岭省' },
  period: '2022Q3',
  statusWord: accepted ? '已受理' : '已上报',
  accepted,
  version: 2,
  hash: 'ab'.repeat(32),
  submittedAt: '2022-10-10T01:00:00.000Z',
  acceptedAt: accepted ? '2022-10-11T16:00:00.000Z' : null,
  knownAt: '2022-10-12T06:05:00.000Z',
  ruleVersion: '1.0.0',
  demonstration: true,
  figures: [
    {
      code: 'pledge_amount',
      name: '质押融资金额',
      unit: '万元',
      clause: '二（二）',
      stateWord: '已填',
      reason: null,
      explanation: '变动很大：一笔大额质押，登记号见台账（周，2022年10月9日 10:00）',
      basisWord: '本季发生数',
      added: null,
      value: '123456.78',
      lastQuarter: '0',
      sameQuarterLastYear: null,
      yearToDate: '200000.5',
      required: '10/3',
      verdictWord: '进度正常',
      office: '市知识产权局',
      document: '知函〔2022〕7号',
      parts: [{ code: 'patentTransfer', name: '专利转让', stateWord: '数字', value: '12.5' }],
    },
    {
      code: 'navigation_projects',
      name: '专利导航项目',
      unit: '项',
      clause: '二（三）',
      stateWord: '暂无数据',
      reason: '-市局 10 月底提供',
      basisWord: '累计数',
      added: null,
      explanation: null,
      value: null,
      lastQuarter: null,
      sameQuarterLastYear: null,
      yearToDate: null,
      required: null,
      verdictWord: null,
      office: null,
      document: null,
      parts: [],
    },
  ],
  registers: [
    {
      code: 'custody_smes',
      title: '企业/单位名录',
      columns: [
        { header: '名称', width: 30 },
        { header: '统一社会信用代码', width: 22 },
        { header: '计入日期', width: 12 },
      ],
      rows: [
        [text('甲公司'), text('91350100M000100Y43'), { kind: 'day', value: '2022-08-15' }],
        [text('乙公司'), text('911101081234567890'), { kind: 'day', value: '2022-09-01' }],
      ],
    },
  ],
  narratives: [
    {
      code: 'service_cluster',
      name: '服务业集聚区',
      clause: '二（五）',
      stateWord: '已填',
      text: '=第一段\n第二段,"引号"',
      office: '集聚区管委会',
      document: null,
    },
  ],
  evidence: [
    {
      code: 'pledge_amount',
      name: '质押融资金额',
      kindWord: '数字',
      target: null,
      file: '=合同.pdf',
      bytes: 123_456,
      sha256: 'a'.repeat(64),
    },
  ],
  turns: [
    {
      code: 'pledge_amount',
      name: '质押融资金额',
      row: null,
      kindWord: '提问',
      stateWord: '等待城市答复',
      words: '=与登记系统相差 200 万元？',
      by: '林',
      roleWord: '国家知识产权局审核员',
      at: '2022-10-10T02:00:00.000Z',
      version: 1,
    },
  ],
  derogations: [
    {
      name: '质押融资金额',
      lowest: '年均增 25%',
      from: '2022-01-10',
      until: '2022-12-31',
      stateWord: '生效中',
      documentNumber: '演示〔2022〕3号',
      reason: '=受灾',
      proposedBy: '甲',
      proposedAt: '2022-01-09T01:00:00.000Z',
      agreedBy: '乙',
      agreedAt: '2022-01-10T01:00:00.000Z',
    },
  ],
})

export const SECRET = 'a secret of the portal, thirty-two signs long'

/** The workbook of a period with a figure, one that is not there yet, a narrative and a row. */
export function toFill(locale: Locale): PeriodWorkbook {
  const line = {
    unit: '万元',
    clause: '二·1',
    about: '口径',
    kind: 'growth',
    isPart: false,
    isOpen: true,
    lastQuarter: '10',
    sameQuarterLastYear: null,
    yearToDate: '30.5',
    value: null,
    stateWord: null,
    reason: null,
    expectedOn: null,
    narrative: null,
    office: null,
    document: null,
  } as const
  return {
    locale,
    cityName: '临江市',
    period: '2022Q3',
    knownAt: '2022-10-12T06:05:00.000Z',
    demonstration: true,
    isToRead: false,
    identity: sealedIdentity(SECRET, {
      template: TEMPLATE,
      city: '910100',
      period: '2022Q3',
      version: '1',
      knownAt: '2022-10-12T06:05:00.000Z',
    }),
    lines: [
      { ...line, code: 'pledge_amount', name: '质押融资金额', value: '1234.56', office: '市局' },
      {
        ...line,
        code: 'gi_output_value',
        name: '地理标志产值',
        stateWord: '暂无数据',
        reason: '统计局年底提供',
        expectedOn: '2022-11-15',
      },
      {
        ...line,
        code: 'service_cluster',
        name: '集聚区',
        kind: 'qualitative',
        narrative: '已建成\n二期在建',
      },
    ],
    registers: [
      {
        code: 'operation_centres',
        isOpen: true,
        rows: [
          {
            id: '01890000-0000-7000-8000-000000000001',
            fields: {
              name: '某某产业知识产权运营中心',
              creditCode: '91350100M000100Y43',
              countedOn: '2022-08-15',
              level: 'national',
              industry: '新能源',
            },
          },
        ],
      },
    ],
  }
}
