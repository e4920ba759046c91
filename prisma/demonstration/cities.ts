import type { IndicatorCode } from '@/lib/notice'
import type { City } from '@/lib/store/cities'
import type { Quarter } from '@/lib/values'

/** A figure of a quarter out of the ordinary, or rows of it, which the checks doubt. */
interface Surprise {
  readonly quarter: Quarter
  readonly indicator: IndicatorCode
  /** Undefined where it is rows that are doubted. */
  readonly figure?: string
  /** What the city says of it; null while it has not said anything. */
  readonly explanation: string | null
}

/** Fictional cities of two fictional provinces (codes 91 and 92 are not in use), each there to show one thing. */
export interface DemonstrationCity extends City {
  readonly login: string
  readonly officer: string
  readonly certifier: string
  /** Base-year quarters of the four growth results. */
  readonly base: Readonly<Partial<Record<IndicatorCode, readonly [number, number, number, number]>>>
  /** Growth in per cent of 2020, 2021 and 2022 over the year before. */
  readonly growth: Readonly<Partial<Record<IndicatorCode, readonly [number, number, number]>>>
  /** New register rows a quarter, from 2020Q1 on; the last number repeats. */
  readonly rows: Readonly<Partial<Record<IndicatorCode, readonly number[]>>>
  /** How far the reports go: all up to 2022Q2 are accepted unless said otherwise here. */
  readonly reports: 'all' | 'none' | 'until2021Q2' | 'lastWithProvince' | 'lastWithMinistry' | 'lastReturned'
  /** Whether 2022Q3 is being filled in, with parts that do not add up. */
  readonly hasDraft?: true
  readonly surprises?: readonly Surprise[]
  /** Amounts first typed in yuan instead of 10,000 yuan, and put right before the report went in. */
  readonly slips?: readonly { readonly quarter: Quarter; readonly indicator: IndicatorCode }[]
  /** A quarter whose growth figures and one register came in a workbook that was filled in offline. */
  readonly offline?: Quarter
  /**
   * A row beyond the plan: one that repeats an enterprise of the first quarter, one entered by mistake and withdrawn, or one
   * that has no credit code and that another city claims too.
   */
  readonly oddRows?: readonly {
    readonly quarter: Quarter
    readonly indicator: 'custody_smes' | 'certified_entities'
    readonly kind: 'repeated' | 'withdrawn' | 'foreign'
  }[]
  readonly targets?: Readonly<Partial<Record<IndicatorCode, string>>>
  /** Own targets below the notice, each by a derogation of its own. */
  readonly derogations?: readonly {
    readonly indicator: IndicatorCode
    readonly target: string
    /** Days; it is proposed, signed and used on the first. */
    readonly from: string
    readonly to: string
    readonly documentNumber: string
    readonly reason: string
  }[]
}

const east = { provinceZh: '东海省（演示）', provinceEn: 'Donghai Province (demo)' }
const west = { provinceZh: '西岭省（演示）', provinceEn: 'Xiling Province (demo)' }

const BASE = {
  transfers_licenses: [2000, 2500, 2500, 3000],
  pledge_amount: [20000, 25000, 25000, 30000],
  pledge_projects: [1000, 1250, 1250, 1500],
  patent_contract_value: [10000, 12500, 12500, 15000],
} as const

/** Rows by which people judge: they make no number. */
const JUDGED = {
  regional_brands: [0, 0, 1, 0, 0, 0, 1, 0],
  model_universities: [0, 1, 0],
  service_providers: [0, 2, 0, 0, 0, 1, 0],
} satisfies Partial<Record<IndicatorCode, readonly number[]>>

const steady = (
  smes: number,
  custody: number,
  certified: number,
  rest: Partial<Record<IndicatorCode, readonly number[]>> = {},
) => ({
  smes_commercialised: [smes],
  custody_smes: [custody],
  certified_entities: [certified],
  securitisation_products: [0, 0, 0, 0, 0, 1, 0],
  navigation_projects: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0],
  regional_platform: [0, 0, 1, 0],
  operation_centres: [0, 0, 0, 1, 0, 0, 1, 0, 1, 0],
  ...rest,
})

export const demonstrationCities: readonly DemonstrationCity[] = [
  {
    code: '910100',
    nameZh: '临江市',
    nameEn: 'Linjiang',
    ...east,
    sortKey: 'linjiang',
    cohort: '2020',
    login: 'linjiang',
    officer: '周文静',
    certifier: '陈国栋',
    base: BASE,
    growth: {
      transfers_licenses: [26, 24, 27],
      pledge_amount: [41, 38, 36],
      pledge_projects: [33, 35, 34],
      patent_contract_value: [48, 45, 44],
    },
    rows: steady(12, 110, 22, JUDGED),
    reports: 'all',
    slips: [{ quarter: '2022Q1', indicator: 'pledge_amount' }],
    offline: '2022Q2',
    oddRows: [{ quarter: '2021Q2', indicator: 'custody_smes', kind: 'repeated' }],
    surprises: [
      {
        quarter: '2021Q2',
        indicator: 'custody_smes',
        explanation: '该企业2021年4月更名并重组为集团，统一社会信用代码不变，已核对营业执照。',
      },
    ],
    targets: { transfers_licenses: '25', custody_smes: '1200' },
  },
  {
    code: '910200',
    nameZh: '望海市',
    nameEn: 'Wanghai',
    ...east,
    sortKey: 'wanghai',
    cohort: '2020',
    login: 'wanghai',
    officer: '林晓帆',
    certifier: '吴建平',
    base: { ...BASE, pledge_projects: [1000, 2000, 1000, 1000] },
    // Exactly the floor of each clause: every figure sits on the bound, none a unit above it.
    growth: {
      transfers_licenses: [20, 20, 20],
      pledge_amount: [30, 30, 30],
      pledge_projects: [30, 30, 30],
      patent_contract_value: [40, 40, 40],
    },
    rows: {
      smes_commercialised: [10],
      custody_smes: [100],
      certified_entities: [20],
      securitisation_products: [0, 0, 0, 0, 0, 0, 1, 0],
      navigation_projects: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0],
      regional_platform: [0, 0, 0, 1, 0],
      operation_centres: [0, 0, 1, 0, 1, 0, 1, 0],
    },
    reports: 'all',
  },
  {
    code: '910300',
    nameZh: '青岚市',
    nameEn: 'Qinglan',
    ...east,
    sortKey: 'qinglan',
    cohort: '2020',
    login: 'qinglan',
    officer: '孙悦',
    certifier: '马志远',
    base: BASE,
    growth: {
      transfers_licenses: [12, 15, 9],
      pledge_amount: [18, 22, 35],
      pledge_projects: [14, 20, 31],
      patent_contract_value: [25, 30, 21],
    },
    rows: steady(5, 52, 9, {
      securitisation_products: [0],
      regional_platform: [0],
      operation_centres: [0, 0, 0, 0, 1, 0],
    }),
    reports: 'all',
    // One that has ended, whose target has lapsed, and one in force.
    derogations: [
      {
        indicator: 'transfers_licenses',
        target: '15',
        from: '2021-03-01',
        to: '2021-12-31',
        documentNumber: '演示〔2021〕3号',
        reason: '2020年专利登记系统切换，转让备案集中延后，一年内按较低目标安排。',
      },
      {
        indicator: 'pledge_amount',
        target: '25',
        from: '2022-03-01',
        to: '2022-12-31',
        documentNumber: '演示〔2022〕2号',
        reason: '辖区两家合作银行重组，质押贷款暂停半年，2022年按年均增25%安排。',
      },
    ],
    slips: [
      { quarter: '2020Q3', indicator: 'pledge_amount' },
      { quarter: '2021Q3', indicator: 'patent_contract_value' },
    ],
  },
  {
    code: '910471',
    nameZh: '东海高新技术产业开发区石桥片区',
    nameEn: 'Shiqiao Area of Donghai High-tech Industrial Development Zone',
    ...east,
    sortKey: 'shiqiao',
    cohort: '2020',
    login: 'shiqiao',
    officer: '欧阳慧敏',
    certifier: '赵立新',
    base: { ...BASE, pledge_amount: [2000000, 2500000, 2500000, 3000000] },
    growth: {
      transfers_licenses: [22, 19, 21],
      pledge_amount: [33, 29, 31],
      pledge_projects: [31, 28, 33],
      patent_contract_value: [42, 37, 43],
    },
    rows: steady(8, 83, 16),
    reports: 'lastWithProvince',
    surprises: [
      {
        quarter: '2022Q2',
        indicator: 'patent_contract_value',
        figure: '96800',
        explanation:
          '6月底某高校与片区龙头企业签订的专利实施许可合同一次入账6.1亿元，合同已在技术市场登记，登记号随佐证材料提交。',
      },
    ],
    slips: [{ quarter: '2021Q4', indicator: 'pledge_amount' }],
  },
  {
    code: '920100',
    nameZh: '云溪市',
    nameEn: 'Yunxi',
    ...west,
    sortKey: 'yunxi',
    cohort: '2020',
    login: 'yunxi',
    officer: '郑楠',
    certifier: '何秀兰',
    base: BASE,
    growth: {
      transfers_licenses: [21, 18, 20],
      pledge_amount: [32, 27, 30],
      pledge_projects: [30, 29, 30],
      patent_contract_value: [40, 38, 41],
    },
    rows: steady(7, 60, 14),
    reports: 'until2021Q2',
  },
  {
    code: '920200',
    nameZh: '长河市',
    nameEn: 'Changhe',
    ...west,
    sortKey: 'changhe',
    cohort: '2020',
    login: 'changhe',
    officer: '许可',
    certifier: '唐启明',
    // No pledges at all in the base year: growth cannot be computed, which is neither a pass nor a failure.
    base: { ...BASE, pledge_amount: [0, 0, 0, 0], pledge_projects: [0, 0, 0, 0] },
    growth: {
      transfers_licenses: [24, 22, 23],
      pledge_amount: [0, 0, 0],
      pledge_projects: [0, 0, 0],
      patent_contract_value: [39, 44, 40],
    },
    rows: steady(9, 91, 18),
    oddRows: [
      { quarter: '2021Q3', indicator: 'certified_entities', kind: 'withdrawn' },
      { quarter: '2022Q1', indicator: 'custody_smes', kind: 'foreign' },
    ],
    reports: 'lastWithMinistry',
  },
  {
    code: '920300',
    nameZh: '白沙市',
    nameEn: 'Baisha',
    ...west,
    sortKey: 'baisha',
    cohort: '2020',
    login: 'baisha',
    officer: '罗佳',
    certifier: '秦少华',
    base: BASE,
    growth: {
      transfers_licenses: [23, 21, 26],
      pledge_amount: [35, 31, 33],
      pledge_projects: [36, 30, 32],
      patent_contract_value: [43, 41, 42],
    },
    rows: steady(10, 95, 19),
    oddRows: [{ quarter: '2022Q1', indicator: 'custody_smes', kind: 'foreign' }],
    reports: 'lastReturned',
    hasDraft: true,
    surprises: [
      {
        quarter: '2022Q2',
        indicator: 'pledge_amount',
        figure: '186500',
        explanation:
          '本季度两家龙头企业以专利组合质押，合计12.4亿元，其余为常规业务；登记数据由市金融部门提供。',
      },
      {
        quarter: '2022Q3',
        indicator: 'patent_contract_value',
        figure: '128400',
        explanation:
          '本季度市属国企打包受让两项专利组合，合同金额9.2亿元，已与科技部门技术合同登记台账逐笔核对。',
      },
      { quarter: '2022Q3', indicator: 'pledge_projects', figure: '9600', explanation: null },
    ],
  },
  {
    code: '920400',
    nameZh: '北川新区',
    nameEn: 'Beichuan New Area',
    ...west,
    sortKey: 'beichuan',
    cohort: '2020',
    login: 'beichuan',
    officer: '高原',
    certifier: '袁静',
    base: {},
    growth: {},
    rows: {},
    reports: 'none',
  },
]

/** The eleven cities selected in 2020, with no figures; division codes of the cities and districts themselves. */
export const selected2020: readonly City[] = [
  ['110105', '北京市朝阳区', 'Chaoyang, Beijing', '北京市', 'Beijing', 'beijing chaoyang'],
  ['120116', '天津市滨海新区', 'Binhai New Area, Tianjin', '天津市', 'Tianjin', 'tianjin binhai'],
  ['140100', '太原市', 'Taiyuan', '山西省', 'Shanxi', 'taiyuan'],
  ['210100', '沈阳市', 'Shenyang', '辽宁省', 'Liaoning', 'shenyang'],
  ['220100', '长春市', 'Changchun', '吉林省', 'Jilin', 'changchun'],
  ['340100', '合肥市', 'Hefei', '安徽省', 'Anhui', 'hefei'],
  ['370600', '烟台市', 'Yantai', '山东省', 'Shandong', 'yantai'],
  ['410300', '洛阳市', 'Luoyang', '河南省', 'Henan', 'luoyang'],
  ['420500', '宜昌市', 'Yichang', '湖北省', 'Hubei', 'yichang'],
  ['530100', '昆明市', 'Kunming', '云南省', 'Yunnan', 'kunming'],
  ['650100', '乌鲁木齐市', 'Urumqi', '新疆维吾尔自治区', 'Xinjiang', 'wulumuqi'],
].map(([code = '', nameZh = '', nameEn = '', provinceZh = '', provinceEn = '', sortKey = '']) => ({
  code,
  cohort: '2020',
  nameZh,
  nameEn,
  provinceZh,
  provinceEn,
  sortKey,
}))
