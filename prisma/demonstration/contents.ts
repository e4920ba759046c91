import { breakdownParts, indicator as indicatorOf, indicators, type IndicatorCode } from '@/lib/notice'
import type { CellEdit } from '@/lib/reporting/save-cells'
import type { RowEdit } from '@/lib/registers/save-rows'
import { creditCheckSign, lastDayOf, quarterIndex, quarterNumberOf, yearOf, type Quarter } from '@/lib/values'
import type { DemonstrationCity } from './cities'

const FIRST = quarterIndex('2020Q1')
const GROWTH = ['transfers_licenses', 'pledge_amount', 'pledge_projects', 'patent_contract_value'] as const

const NARRATIVES: Partial<Record<IndicatorCode, string>> = {
  patent_intensive_value_added:
    '市统计局年度核算尚在进行；已会同统计部门建立专利密集型产业单位名录，按季度更新。',
  gi_output_value:
    '地理标志运用促进工程覆盖三个产品，本季度完成产值直报系统培训，直接产值与带动产值分开登记。',
  regional_brands: '推进区域商标品牌建设，本季度新增集体商标使用企业十余家，举办品牌推介活动两场。',
  model_universities: '支持两所高校开展国家知识产权试点示范建设，落实专利开放许可与转化激励办法。',
  trademark_cultivation: '开展商标布局指导二十余次，引导外向型企业提交马德里商标国际注册申请。',
  service_cluster: '知识产权服务业集聚区新入驻机构四家，公共服务大厅投入使用。',
  service_providers: '扶持复合型服务机构六家，建立机构分级评价与退出机制。',
  industry_supervision: '开展知识产权代理行业“蓝天”专项整治，检查机构三十二家，责令整改两家。',
}

/** The base year's report: the four quarters of each growth result. */
export function baseEdits(city: DemonstrationCity): CellEdit[] {
  return GROWTH.flatMap((indicator) =>
    (city.base[indicator] ?? []).map((value, index) => ({
      indicator,
      part: `Q${index + 1}`,
      baseVersion: 0,
      state: 'figure' as const,
      text: String(value),
    })),
  )
}

/** One quarter's cells: growth figures by the city's own growth, "none this quarter" where its registers add nothing. */
export function quarterEdits(city: DemonstrationCity, quarter: Quarter): CellEdit[] {
  return indicators.flatMap(({ code, kind }): CellEdit[] => {
    const cell = { indicator: code, part: '', baseVersion: 0 }
    if (kind === 'growth') return growthEdits(city, code, quarter)
    if (kind === 'qualitative') {
      return [{ ...cell, state: 'narrative', text: NARRATIVES[code] ?? '', ...sourceOf(city, code, quarter) }]
    }
    return rowsIn(city, code, quarter) === 0 ? [{ ...cell, state: 'figure', text: '0' }] : []
  })
}

/** A quarter just begun: parts that do not add up, a figure overdue from its office, and two out of the ordinary. */
export function draftEdits(city: DemonstrationCity, quarter: Quarter): CellEdit[] {
  const [total, first, ...others] = growthEdits(city, 'transfers_licenses', quarter)
  if (total === undefined || first === undefined) return []
  return [
    total,
    { ...first, text: String(Number(first.text) + 20) },
    ...others,
    {
      indicator: 'pledge_amount',
      part: '',
      baseVersion: 0,
      state: 'notYetAvailable',
      reason: '质押登记数据正在核对，由市知识产权局保护促进科提供',
      expectedOn: '2022-10-10',
      ...sourceOf(city, 'pledge_amount', quarter),
    },
    ...growthEdits(city, 'pledge_projects', quarter),
    ...growthEdits(city, 'patent_contract_value', quarter),
  ]
}

/** A register just begun: a row entered twice, and one without a code. */
export function draftRows(city: DemonstrationCity, quarter: Quarter): RowEdit[] {
  const [first, second, third, fourth] = registerEdits(city, 'custody_smes', quarter)
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return []
  return [
    first,
    second,
    third,
    { ...first, note: '与第1行重复' },
    { ...fourth, creditCode: '', noCodeReason: '正在办理登记，尚无代码' },
  ]
}

const PARTS = { patentTransfer: 46, patentLicense: 21, trademarkTransfer: 22, trademarkLicense: 5 } as const

/** A growth figure, and where a city keeps them its parts: by fixed shares, the last taking what is left. */
function growthEdits(city: DemonstrationCity, code: IndicatorCode, quarter: Quarter): CellEdit[] {
  const text = figureOf(city, code, quarter)
  const cell = { indicator: code, baseVersion: 0, state: 'figure' as const }
  const total = { ...cell, part: '', text, ...sourceOf(city, code, quarter) }
  if (indicatorOf(code).breakdown.length === 0 || city.reports === 'until2021Q2') return [total]
  let left = BigInt(text)
  return [
    total,
    ...breakdownParts.map((part, i): CellEdit => {
      const share = part in PARTS ? PARTS[part as keyof typeof PARTS] : 4
      const value = i === breakdownParts.length - 1 ? left : (BigInt(text) * BigInt(share)) / 100n
      left -= value
      return { ...cell, part, text: String(value) }
    }),
  ]
}

const OFFICES: Partial<Record<IndicatorCode, string>> = {
  transfers_licenses: '市知识产权局运用促进科',
  pledge_amount: '市知识产权局保护促进科',
  pledge_projects: '市知识产权局保护促进科',
  patent_contract_value: '市科学技术局成果转化科',
  patent_intensive_value_added: '市统计局核算科',
  gi_output_value: '市农业农村局',
}

/** Who supplied a figure, and of the contracts by which letter. */
function sourceOf(city: DemonstrationCity, code: IndicatorCode, quarter: Quarter): Pick<CellEdit, 'source'> {
  const office = OFFICES[code]
  if (office === undefined) return {}
  const serial = quarterNumberOf(quarter) * 3
  const document =
    code === 'patent_contract_value' ? `${city.nameZh.slice(0, 1)}科函〔${yearOf(quarter)}〕${serial}号` : ''
  return { source: { office, document } }
}

/** What the city reports: as its growth has it, unless the quarter was out of the ordinary. */
function figureOf(city: DemonstrationCity, code: IndicatorCode, quarter: Quarter): string {
  const surprise = city.surprises?.find((each) => each.quarter === quarter && each.indicator === code)
  return surprise?.figure ?? growthFigure(city, code, quarter)
}

/** The same cells as first typed where a city took yuan for 10,000 yuan, and what it then put right. */
export function withSlips(
  city: DemonstrationCity,
  quarter: Quarter,
  edits: readonly CellEdit[],
): { readonly typed: readonly CellEdit[]; readonly corrected: readonly CellEdit[] } {
  const slips = city.slips?.filter((each) => each.quarter === quarter).map(({ indicator }) => indicator) ?? []
  const isSlip = ({ indicator, part }: CellEdit): boolean =>
    part === '' && slips.some((code) => code === indicator)
  return {
    typed: edits.map((edit) =>
      isSlip(edit) && edit.state === 'figure' ? { ...edit, text: `${edit.text}0000` } : edit,
    ),
    corrected: edits.filter(isSlip).map((edit) => ({ ...edit, baseVersion: 1 })),
  }
}

/** base × (100+g1)/100 × …, whole; a flow of a city's own is never a round product, but a demonstration may be. */
function growthFigure(city: DemonstrationCity, code: IndicatorCode, quarter: Quarter): string {
  const base = city.base[code]?.[quarterNumberOf(quarter) - 1] ?? 0
  const years = yearOf(quarter) - 2019
  const factors = (city.growth[code] ?? []).slice(0, years)
  const numerator = factors.reduce((product, percent) => product * BigInt(100 + percent), BigInt(base))
  return String(numerator / 100n ** BigInt(factors.length))
}

function rowsIn(city: DemonstrationCity, code: IndicatorCode, quarter: Quarter): number {
  const plan = city.rows[code] ?? [0]
  return plan[Math.min(quarterIndex(quarter) - FIRST, plan.length - 1)] ?? 0
}

const SURNAMES = [
  '启明',
  '华锐',
  '晨星',
  '德润',
  '远航',
  '金石',
  '云图',
  '博远',
  '天工',
  '瑞禾',
  '信诚',
  '海岳',
  '恒通',
  '知行',
  '凌峰',
  '蓝景',
]
const TRADES = [
  '精密机械',
  '新材料',
  '生物医药',
  '电子科技',
  '智能装备',
  '环保工程',
  '软件技术',
  '光电',
  '农业科技',
  '医疗器械',
  '新能源',
  '检测技术',
]

/** The rows a quarter brings to one register, with credit codes that hold but belong to nobody. */
export function registerEdits(city: DemonstrationCity, code: IndicatorCode, quarter: Quarter): RowEdit[] {
  const earlier = Array.from({ length: quarterIndex(quarter) - FIRST }, (_, i) => i).reduce((sum, i) => {
    const plan = city.rows[code] ?? [0]
    return sum + (plan[Math.min(i, plan.length - 1)] ?? 0)
  }, 0)
  const planned = Array.from({ length: rowsIn(city, code, quarter) }, (_, i) =>
    rowEdit(city, code, quarter, earlier + i),
  )
  const odd = city.oddRows?.filter((each) => each.indicator === code && each.quarter === quarter) ?? []
  return [...planned, ...odd.map(({ kind }) => oddRow(city, code, quarter, kind))]
}

/** The name of a row that is withdrawn before its report is passed on. */
export const WITHDRAWN_NAME = '误登记企业有限公司'

function oddRow(
  city: DemonstrationCity,
  code: IndicatorCode,
  quarter: Quarter,
  kind: 'repeated' | 'withdrawn' | 'foreign',
): RowEdit {
  if (kind === 'foreign') {
    return {
      ...rowEdit(city, code, quarter, 0),
      name: city.code === '920200' ? 'NORDLICHT OPTICS CO., LTD.' : 'Nordlicht Optics Co Ltd',
      creditCode: '',
      noCodeReason: '境外企业，无统一社会信用代码',
    }
  }
  if (kind === 'withdrawn') return { ...rowEdit(city, code, quarter, 7100), name: WITHDRAWN_NAME }
  const first = rowEdit(city, code, quarter, 0)
  return { ...first, name: first.name.replace('有限公司', '（集团）有限公司') }
}

function rowEdit(city: DemonstrationCity, code: IndicatorCode, quarter: Quarter, serial: number): RowEdit {
  const common = {
    id: null,
    baseVersion: 0,
    removed: false,
    countedOn: lastDayOf(quarter),
    level: '',
    note: '',
    evidence: '',
  }
  const place = city.nameZh.replace(/[市区]$/, '').slice(0, 4)
  switch (code) {
    case 'securitisation_products':
      return {
        ...common,
        name: `${place}知识产权${serial + 1}期资产支持专项计划`,
        amount: String(20000 + 4000 * serial),
        patentCount: String(48 + 12 * serial),
        venue: 'szse',
        creditCode: '',
        noCodeReason: '金融产品，无统一社会信用代码',
        evidence: '发行公告',
      }
    case 'regional_brands':
      return {
        ...common,
        name: `${place}${BRANDS[serial % BRANDS.length]}`,
        brandKind: serial % 2 === 0 ? 'collectiveMark' : 'geographicalIndication',
        creditCode: '',
        noCodeReason: '商标品牌，无统一社会信用代码',
        evidence: '商标注册证',
      }
    case 'model_universities':
      return {
        ...common,
        name: `${place}${SCHOOLS[serial % SCHOOLS.length]}`,
        creditCode: creditCode(city, code, serial),
        noCodeReason: '',
        schoolKind: serial % 2 === 0 ? 'pilot' : 'model',
        evidence: '试点示范批复',
      }
    case 'navigation_projects':
      return {
        ...common,
        name: `${place}${TRADES[serial % TRADES.length]}产业专利导航项目`,
        projectType: 'industryPlanning',
        creditCode: '',
        noCodeReason: '项目，无统一社会信用代码',
        evidence: '立项文件',
      }
    default: {
      const name = `${place}${SURNAMES[serial % SURNAMES.length]}${TRADES[Math.floor(serial / SURNAMES.length) % TRADES.length]}`
      const ordinal = Math.floor(serial / (SURNAMES.length * TRADES.length))
      const suffix =
        code === 'regional_platform'
          ? '知识产权运营服务平台'
          : code === 'operation_centres'
            ? '产业知识产权运营中心'
            : code === 'service_providers'
              ? '知识产权服务有限公司'
              : '有限公司'
      return {
        ...common,
        name: `${name}${ordinal === 0 ? '' : `第${ordinal + 1}`}${suffix}`,
        creditCode: creditCode(city, code, serial),
        noCodeReason: '',
        ...detailsOf(code, quarter, serial),
        evidence: EVIDENCE[code] ?? '合同备案',
      }
    }
  }
}

const EVIDENCE: Partial<Record<IndicatorCode, string>> = {
  custody_smes: '托管协议',
  certified_entities: '认证证书',
  service_providers: '扶持名单',
}
const BRANDS = ['精密轴承', '有机茶', '智能家电', '高山苹果']
const SCHOOLS = ['理工大学', '农业大学', '医学院']
const UNIVERSITIES = ['滨江理工大学', '东山大学', '青原农业大学', '云岭材料研究院']
const PROVIDERS = ['知桥知识产权服务有限公司', '明理专利商标事务所', '众创托管服务中心']

/** What a register asks beyond who and when. A certificate is valid for three years less a day. */
function detailsOf(code: IndicatorCode, quarter: Quarter, serial: number): Partial<RowEdit> {
  switch (code) {
    case 'smes_commercialised':
      return {
        university: UNIVERSITIES[serial % UNIVERSITIES.length],
        patentNumber: `ZL2019${String(10000000 + serial * 37)}.${serial % 10}`,
      }
    case 'custody_smes':
      return { provider: PROVIDERS[serial % PROVIDERS.length] }
    case 'certified_entities': {
      // A few were taken over from another body, which had issued them a year before.
      const year = yearOf(quarter) + (serial % 10 === 3 ? 2 : 3)
      return {
        standard: serial % 25 === 24 ? 'gbt33251_2016' : 'gbt29490_2013',
        certificateNumber: `IPMS${yearOf(quarter)}${String(serial + 1).padStart(5, '0')}`,
        validFrom: lastDayOf(quarter),
        validTo: `${year}${lastDayOf(quarter).slice(4, 8)}29`,
      }
    }
    case 'service_providers':
      return {
        services: '专利代理、运营、托管',
        serviceBrand: serial % 2 === 0 ? 'cultivated' : 'notDesignated',
      }
    case 'operation_centres':
      return { level: 'provincial', industry: TRADES[serial % TRADES.length] }
    default:
      return {}
  }
}

const OFFSETS: Partial<Record<IndicatorCode, number>> = {
  regional_platform: 8000,
  operation_centres: 8100,
  model_universities: 8200,
  service_providers: 8300,
}

// An enterprise may stand in several registers; a few of neighbouring cities claim the same one, as happens.
function creditCode(city: DemonstrationCity, code: IndicatorCode, serial: number): string {
  const shared = city.code === '920300' && code === 'custody_smes' && serial < 3
  const region = shared ? '920200' : city.code
  const offset = OFFSETS[code] ?? 0
  // A university is registered as a public institution (12), everybody else here as an enterprise (91).
  const unchecked = `${code === 'model_universities' ? '12' : '91'}${region}MA${String(serial + 1 + offset).padStart(7, '0')}`
  return unchecked + creditCheckSign(unchecked)
}
