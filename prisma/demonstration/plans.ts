import type pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { decidePlan } from '@/lib/planning/decide-plan'
import { readPlan } from '@/lib/planning/read-plan'
import { recordProgress } from '@/lib/planning/record-progress'
import { saveTasks } from '@/lib/planning/save-tasks'
import { signPlan } from '@/lib/planning/sign-plan'
import { startPlan } from '@/lib/planning/start-plan'

type Works = readonly (readonly [
  code: string,
  title: string,
  department: string,
  from: string,
  to: string,
  /** In 万元: central, local, social; '' where there is none. */
  money: readonly [string, string, string],
  indicators: string,
])[]

const IP = '市知识产权局'
const FINANCE = '市金融局'
const SCIENCE = '市科技局'

/** The 29 works of the first city; the others have those marked below. */
const WORKS: Works = [
  [
    '1.1.1',
    '专利导航服务基地建设',
    IP,
    '2020-10-01',
    '2021-12-31',
    ['600', '200', ''],
    'navigation_projects',
  ],
  ['1.1.2', '新材料产业专利导航', IP, '2020-11-01', '2021-10-31', ['260', '', '80'], 'navigation_projects'],
  ['1.1.3', '高端装备产业专利导航', IP, '2021-01-01', '2021-12-31', ['260', '', '80'], 'navigation_projects'],
  ['1.1.4', '生物医药产业专利导航', IP, '2021-04-01', '2022-03-31', ['260', '', '60'], 'navigation_projects'],
  [
    '1.1.5',
    '高价值专利培育中心',
    SCIENCE,
    '2020-10-01',
    '2023-06-30',
    ['900', '450', '600'],
    'transfers_licenses',
  ],
  [
    '1.2.1',
    '产业集群商标品牌培育',
    '市市场监管局',
    '2020-10-01',
    '2023-06-30',
    ['420', '210', ''],
    'regional_brands',
  ],
  [
    '1.2.2',
    '地理标志运用促进工程',
    '市农业农村局',
    '2021-01-01',
    '2023-06-30',
    ['380', '380', '200'],
    'gi_output_value',
  ],
  [
    '1.2.3',
    '国际商标布局资助',
    '市市场监管局',
    '2021-01-01',
    '2022-12-31',
    ['180', '', '180'],
    'trademark_cultivation',
  ],
  [
    '1.3.1',
    '专利密集型产业增加值核算',
    '市统计局',
    '2020-10-01',
    '2022-12-31',
    ['120', '60', ''],
    'patent_intensive_value_added',
  ],
  [
    '1.3.2',
    '地理标志产品产值统计',
    '市统计局',
    '2021-01-01',
    '2022-12-31',
    ['60', '30', ''],
    'gi_output_value',
  ],
  [
    '1.3.3',
    '专利密集型产品认定',
    IP,
    '2021-07-01',
    '2023-06-30',
    ['100', '', ''],
    'patent_intensive_value_added',
  ],
  ['2.1', '贯标认证与奖补', IP, '2020-10-01', '2023-06-30', ['700', '300', '400'], 'certified_entities'],
  ['2.2', '中小企业知识产权托管', IP, '2020-10-01', '2023-06-30', ['850', '350', ''], 'custody_smes'],
  [
    '2.3',
    '高校院所专利转化对接',
    SCIENCE,
    '2020-11-01',
    '2023-06-30',
    ['640', '160', '320'],
    'smes_commercialised',
  ],
  [
    '2.4',
    '技术转移机构培育',
    SCIENCE,
    '2021-01-01',
    '2022-12-31',
    ['330', '', '150'],
    'patent_contract_value',
  ],
  [
    '2.5',
    '试点示范高校建设',
    '市教育局',
    '2021-03-01',
    '2023-06-30',
    ['200', '100', ''],
    'model_universities',
  ],
  ['2.6', '专利许可转让备案服务', IP, '2020-10-01', '2022-12-31', ['150', '', ''], 'transfers_licenses'],
  ['2.7', '企业知识产权总监培训', IP, '2021-03-01', '2022-12-31', ['90', '30', ''], ''],
  [
    '3.1',
    '质押融资风险补偿资金池',
    FINANCE,
    '2020-10-01',
    '2023-06-30',
    ['1600', '1600', '3200'],
    'pledge_amount; pledge_projects',
  ],
  [
    '3.2',
    '质押融资贴息与评估补助',
    FINANCE,
    '2020-10-01',
    '2023-06-30',
    ['780', '390', ''],
    'pledge_amount; pledge_projects',
  ],
  [
    '3.3',
    '知识产权证券化产品',
    FINANCE,
    '2021-03-01',
    '2022-12-31',
    ['360', '', '240'],
    'securitisation_products',
  ],
  ['3.4', '知识产权保险试点', FINANCE, '2021-01-01', '2022-12-31', ['140', '', '90'], ''],
  [
    '4.1',
    '服务业集聚区载体运营',
    '高新区管委会',
    '2020-10-01',
    '2023-06-30',
    ['820', '820', ''],
    'service_cluster',
  ],
  ['4.2', '区域性运营服务平台', IP, '2020-10-01', '2021-12-31', ['900', '300', '300'], 'regional_platform'],
  ['4.3', '产业知识产权运营中心', IP, '2021-01-01', '2022-12-31', ['540', '270', '540'], 'operation_centres'],
  [
    '4.4',
    '服务机构引进与培育',
    '高新区管委会',
    '2021-01-01',
    '2023-06-30',
    ['260', '130', ''],
    'service_providers',
  ],
  ['4.5', '代理行业监管与信用评价', IP, '2021-01-01', '2022-12-31', ['50', '50', ''], 'industry_supervision'],
  ['5.1', '园区质押融资集合授信', FINANCE, '2021-04-01', '2022-12-31', ['150', '', ''], 'pledge_projects'],
  ['5.2', '专利与技术标准融合试点', SCIENCE, '2021-07-01', '2023-06-30', ['100', '50', ''], ''],
]
const FEW = ['1.1.1', '1.1.5', '1.2.1', '1.3.1', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '5.1']

/** How far each city's plan has come. */
type Course = 'approved' | 'amended' | 'signed' | 'returned' | 'draft'
const COURSES: Readonly<Record<string, { readonly login: string; readonly course: Course }>> = {
  '910100': { login: 'linjiang', course: 'approved' },
  '910200': { login: 'wanghai', course: 'approved' },
  '910300': { login: 'qinglan', course: 'amended' },
  '910471': { login: 'shiqiao', course: 'signed' },
  '920100': { login: 'yunxi', course: 'approved' },
  '920200': { login: 'changhe', course: 'returned' },
  '920300': { login: 'baisha', course: 'draft' },
}

const text = ([
  code,
  title,
  department,
  startsOn,
  endsOn,
  [central, local, social],
  indicators,
]: Works[number]) => ({
  code,
  title,
  department,
  startsOn,
  endsOn,
  central: yuan(central),
  local: yuan(local),
  social: yuan(social),
  indicators,
})

const yuan = (wan: string): string => (wan === '' ? '' : `${wan}0000`)

type Person = (login: string) => Actor

/** The cities of which a table has nothing yet. */
async function without(owner: pg.Client, table: 'plan_version' | 'plan_progress') {
  const { rows } = await owner.query<{ city: string }>(`SELECT DISTINCT city FROM ${table}`)
  const done = new Set(rows.map(({ city }) => city))
  return Object.entries(COURSES).filter(([city]) => !done.has(city))
}

/** The first plans: begun, signed, returned or approved. Interrupted, a city's plan is left as it is. */
export async function playPlans(owner: pg.Client, person: Person): Promise<void> {
  const open = await without(owner, 'plan_version')
  for (const [city, { login, course }] of open) {
    const prepare = authorize(person(login), 'plan.prepare', city)
    const works = city === '910100' ? WORKS : WORKS.filter(([code]) => FEW.includes(code))
    const version = await startPlan(prepare, '')
    // What is still being prepared lacks its last head.
    await saveTasks(prepare, version, works.filter(([code]) => course !== 'draft' || code < '4').map(text))
    if (course === 'draft') continue
    await sign(person, city, version)
    if (course === 'signed') continue
    await decidePlan(authorize(person('cnipa'), 'plan.decide', city), version, {
      approves: course !== 'returned',
      reason: course === 'returned' ? '请补充风险补偿资金池的管理办法和社会资金到位安排。' : '',
    })
  }
}

/** How far they have come two years later, and one amendment that waits for its decision. */
export async function playProgress(owner: pg.Client, person: Person): Promise<void> {
  for (const [city, { login, course }] of await without(owner, 'plan_progress')) {
    if (course !== 'approved' && course !== 'amended') continue
    const prepare = authorize(person(login), 'plan.prepare', city)
    await recordProgress(prepare, progressOf(city))
    if (course !== 'amended') continue
    const next = await startPlan(prepare, '证券化产品改由省级平台发行，资金调整用于质押融资贴息。')
    await saveTasks(prepare, next, [
      text([
        '3.2',
        '质押融资贴息与评估补助',
        FINANCE,
        '2020-10-01',
        '2023-09-30',
        ['940', '390', ''],
        'pledge_amount; pledge_projects',
      ]),
      text(['3.5', '知识产权保险试点', FINANCE, '2022-10-01', '2023-06-30', ['120', '', '90'], '']),
    ])
    await sign(person, city, next)
  }
}

async function sign(person: Person, city: string, version: number): Promise<void> {
  const certifier = person(`${COURSES[city]?.login ?? ''}-sign`)
  const { contentHash } = await readPlan(authorize(certifier, 'plan.read', city), version)
  await signPlan(authorize(certifier, 'plan.sign', city), version, contentHash)
}

function progressOf(city: string) {
  const works = city === '910100' ? WORKS : WORKS.filter(([code]) => FEW.includes(code))
  return works.map(([code, , , from, to], i) => {
    const isOver = to < '2022-09-30'
    const percent = isOver ? 100 : from < '2021-01-01' ? 70 - (i % 4) * 5 : 45 + (i % 5) * 5
    return {
      code,
      quarter: '2022Q3',
      percent: String(city === '920100' ? Math.floor(percent / 2) : percent),
      note: isOver ? '已完成验收。' : '按计划推进。',
    }
  })
}
