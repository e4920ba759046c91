import { digest } from '@/lib/ledger/canonical'
import type { RowDetails } from '@/lib/entry/row-content'
import { indicators, type IndicatorCode, type Level } from '@/lib/notice'
import type { City } from '@/lib/store/cities'
import type { ReportContent, SubmittedRow } from '@/lib/store/versions'
import {
  creditCheckSign,
  lastDayOf,
  quarterNumberOf,
  quartersBetween,
  quartersOf,
  yearOf,
  type Period,
  type Quarter,
} from '@/lib/values'

/** The quarters of a generated city. */
export const LARGE_QUARTERS = quartersBetween('2020Q1', '2022Q4')
const LARGE_BASE = '2019'

/** Where the report of the last quarter stands; those before it are accepted. */
export type LastStatus = 'open' | 'draft' | 'certified' | 'submitted' | 'forwarded' | 'returned' | 'accepted'

/** A city that was made up, and what it reported. Everything follows from its number: two runs make the same. */
export interface LargeCity {
  readonly city: City
  readonly number: number
  readonly last: LastStatus
  readonly reports: readonly LargeReport[]
}

interface LargeReport {
  readonly period: Period
  readonly content: ReportContent
}

const PROVINCES: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['11', '北京市', 'Beijing'],
  ['12', '天津市', 'Tianjin'],
  ['13', '河北省', 'Hebei'],
  ['14', '山西省', 'Shanxi'],
  ['15', '内蒙古自治区', 'Inner Mongolia'],
  ['21', '辽宁省', 'Liaoning'],
  ['22', '吉林省', 'Jilin'],
  ['23', '黑龙江省', 'Heilongjiang'],
  ['31', '上海市', 'Shanghai'],
  ['32', '江苏省', 'Jiangsu'],
  ['33', '浙江省', 'Zhejiang'],
  ['34', '安徽省', 'Anhui'],
  ['35', '福建省', 'Fujian'],
  ['36', '江西省', 'Jiangxi'],
  ['37', '山东省', 'Shandong'],
  ['41', '河南省', 'Henan'],
  ['42', '湖北省', 'Hubei'],
  ['43', '湖南省', 'Hunan'],
  ['44', '广东省', 'Guangdong'],
  ['45', '广西壮族自治区', 'Guangxi'],
  ['46', '海南省', 'Hainan'],
  ['50', '重庆市', 'Chongqing'],
  ['51', '四川省', 'Sichuan'],
  ['52', '贵州省', 'Guizhou'],
  ['53', '云南省', 'Yunnan'],
  ['54', '西藏自治区', 'Xizang'],
  ['61', '陕西省', 'Shaanxi'],
  ['62', '甘肃省', 'Gansu'],
  ['63', '青海省', 'Qinghai'],
  ['64', '宁夏回族自治区', 'Ningxia'],
  ['65', '新疆维吾尔自治区', 'Xinjiang'],
]

/** A whole number below `below` that follows from `parts`. */
const drawn = (below: number, ...parts: readonly (string | number)[]): number =>
  Number.parseInt(digest(parts.join('/')).slice(0, 8), 16) % below

/** A UUID that follows from `parts`. */
export function drawnId(...parts: readonly (string | number)[]): string {
  const hex = digest(parts.join('/'))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The city of a number from 0: its codes run through the provinces in turn. */
export function largeCity(number: number): LargeCity {
  const [province = '11', provinceZh = '', provinceEn = ''] = PROVINCES[number % PROVINCES.length] ?? []
  const serial = Math.floor(number / PROVINCES.length)
  const code = `${province}${String(serial + 7000).slice(-4)}`
  const name = String(number + 1).padStart(4, '0')
  const city: City = {
    code,
    nameZh: `生成市${name}`,
    nameEn: `Generated ${name}`,
    provinceZh,
    provinceEn,
    sortKey: `shengcheng${name}`,
    cohort: String(2020 + (number % 3)),
  }
  const last = (
    ['open', 'draft', 'certified', 'submitted', 'submitted', 'forwarded', 'forwarded', 'returned'] as const
  )[number % 24]
  const quarters = LARGE_QUARTERS.slice(0, last === 'open' ? -1 : undefined)
  return {
    city,
    number,
    last: last ?? 'accepted',
    reports: [
      { period: LARGE_BASE, content: baseContent(city) },
      ...quarters.map((period) => ({ period, content: quarterContent(city, number, period) })),
    ],
  }
}

const nothingElse = { withdrawn: [], explanations: [], evidence: [] } as const

function baseContent({ code }: City): ReportContent {
  return {
    city: code,
    period: LARGE_BASE,
    cells: growthCodes.flatMap((indicator) =>
      quartersOf(2019).map((quarter) => ({
        indicator,
        part: `Q${quarterNumberOf(quarter)}` as const,
        content: { state: 'figure' as const, value: figureOf(code, indicator, quarter) },
      })),
    ),
    rows: [],
    ...nothingElse,
  }
}

const growthCodes = indicators.filter(({ kind }) => kind === 'growth').map(({ code }) => code)

function quarterContent({ code }: City, number: number, period: Quarter): ReportContent {
  const rows = indicators.flatMap(({ code: indicator, kind }) =>
    kind === 'count' ? rowsOf(code, number, indicator, period) : [],
  )
  const cells = indicators.flatMap(({ code: indicator, kind }): ReportContent['cells'] => {
    const cell = { indicator, part: '' as const }
    if (kind === 'growth')
      return [{ ...cell, content: { state: 'figure', value: figureOf(code, indicator, period) } }]
    if (kind === 'qualitative')
      return [{ ...cell, content: { state: 'narrative', narrative: `生成的文字：${period} 按计划推进。` } }]
    return rows.some((row) => row.indicator === indicator)
      ? []
      : [{ ...cell, content: { state: 'figure', value: '0' } }]
  })
  return { city: code, period, cells, rows, ...nothingElse }
}

/** A base of the city's own size that grows by a rate of its own, each quarter a little off. */
function figureOf(city: string, indicator: IndicatorCode, quarter: Quarter): string {
  const base = 400 + drawn(9000, city, indicator, 'base', quarterNumberOf(quarter) % 2)
  const rate = 8 + drawn(52, city, indicator, 'rate')
  const years = yearOf(quarter) - 2019
  const off = 970 + drawn(61, city, indicator, quarter)
  return String(Math.round((base * (1 + rate / 100) ** years * off) / 1000))
}

/** How many rows a quarter brings: one city in twenty keeps large registers. */
function rowsOf(city: string, number: number, indicator: IndicatorCode, period: Quarter): SubmittedRow[] {
  const isLarge = number % 20 === 0
  const usual: Partial<Record<IndicatorCode, number>> = isLarge
    ? { custody_smes: 80, certified_entities: 18, smes_commercialised: 9 }
    : { custody_smes: 5, certified_entities: 2, smes_commercialised: 1 }
  const some = drawn(8, city, indicator, period) === 0 ? 1 : 0
  return Array.from({ length: usual[indicator] ?? some }, (_, i) => rowOf(city, indicator, period, i))
}

function rowOf(city: string, indicator: IndicatorCode, period: Quarter, i: number): SubmittedRow {
  const key = [city, indicator, period, i] as const
  const isEntity = !['securitisation_products', 'navigation_projects'].includes(indicator)
  return {
    id: drawnId(...key),
    indicator,
    name: `生成企业${city.slice(0, 4)}${String(drawn(100_000_000, ...key, 'name'))}号`,
    creditCode: isEntity ? creditCodeOf(...key) : null,
    noCodeReason: isEntity ? null : '无统一社会信用代码',
    countedOn: lastDayOf(period),
    level: indicator === 'operation_centres' ? ('provincial' satisfies Level) : null,
    details: detailsOf(indicator),
    evidence: '生成',
    note: '',
  }
}

function creditCodeOf(...key: readonly (string | number)[]): string {
  const first = `91${String(key[0])}MA${String(drawn(10_000_000, ...key)).padStart(7, '0')}`
  return `${first}${creditCheckSign(first)}`
}

function detailsOf(indicator: IndicatorCode): RowDetails {
  if (indicator === 'navigation_projects') return { projectType: 'industryPlanning' }
  if (indicator === 'custody_smes') return { provider: '生成服务机构' }
  return {}
}
