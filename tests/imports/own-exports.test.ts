import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { cityReportCsv, cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { writeCsv } from '@/lib/documents/csv'
import { endReaders } from '@/lib/documents/reader-pool'
import { registerCsv, registerWorkbook } from '@/lib/documents/register-file'
import { reportOfCity } from '@/lib/documents/report-of-city'
import { writeWorkbook } from '@/lib/documents/workbook'
import { rowText } from '@/lib/entry/row-content'
import { proposeUpload } from '@/lib/imports/propose-upload'
import { readUploads } from '@/lib/imports/read-proposal'
import { readRegister } from '@/lib/registers/read-register'
import { readCityReport } from '@/lib/review/read-city-report'
import { locales, type Locale, type Quarter } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  creditCode,
  draftHash,
  fullAnswer,
  life,
  makeWorld,
  outcomeOf,
  OPEN,
  row,
  type World,
} from '../support/fixtures'
import { SECRET } from './workbook-both-ways'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await life.prepare(
    officer,
    LAST_YEAR,
    fullAnswer().map((edit) =>
      edit.indicator === 'pledge_amount'
        ? { ...edit, state: 'notYetAvailable', reason: '统计局年底提供（暂缓）', expectedOn: '2022-12-31' }
        : edit.indicator === 'service_cluster'
          ? { ...edit, state: 'notApplicable', reason: '暂无' }
          : edit,
    ),
  )
  await life.addRows(officer, LAST_YEAR, 'certified_entities', [
    {
      ...row('甲公司', creditCode(1)),
      standard: 'gbt29490_2013',
      certificateNumber: '0012',
      validFrom: '2021-03-01',
    },
    { ...row('乙公司', ''), noCodeReason: '境外机构', standard: '', validTo: '2029-02-28' },
  ])
  await life.certify(officer, LAST_YEAR)
  await life.submit(officer, LAST_YEAR)
  const hash = await draftHash(officer, LAST_YEAR)
  await life.giveBack(people.province, HOME, LAST_YEAR, hash)
})
afterAll(async () => {
  endReaders()
  await world.drop()
})

const { officer } = people
const LAST_YEAR: Quarter = '2021Q3'
const read = authorize(officer, 'draft.read', HOME)
const FORMATS = ['xlsx', 'csv'] as const
const EVERY = locales.flatMap((locale) => FORMATS.map((format) => [format, locale] as const))
type Format = (typeof FORMATS)[number]

async function exportedReport(format: Format, locale: Locale): Promise<Uint8Array> {
  const report = await readCityReport(authorize(officer, 'report.read', HOME), LAST_YEAR)
  const document = reportOfCity(report, { locale, origin: 'https://portal.example', demonstration: false })
  return format === 'csv' ? writeCsv(cityReportCsv(document)) : writeWorkbook(cityReportWorkbook(document))
}

async function exportedRegister(format: Format, locale: Locale): Promise<Uint8Array> {
  const { city, rows, now } = await readRegister(read, LAST_YEAR, 'certified_entities')
  const file = {
    ...{ city, period: LAST_YEAR, code: 'certified_entities' as const, rows: rows.map(rowText) },
    ...{ all: rows.length, knownAt: now.toISOString(), demonstration: true },
  }
  return format === 'csv'
    ? writeCsv(registerCsv(file, locale))
    : writeWorkbook(registerWorkbook(file, locale))
}

const drop = (bytes: Uint8Array, format: Format, period: Quarter): Promise<string> =>
  proposeUpload(authorize(officer, 'report.prepare', HOME), period, {
    name: `export.${format}`,
    bytes,
    register: 'certified_entities',
    secret: SECRET,
  })

async function proposed(bytes: Uint8Array, format: Format, period: Quarter) {
  const { proposal } = await readUploads(read, period, await drop(bytes, format, period))
  if (proposal === null) throw new Error('there is no such proposal')
  return proposal
}

const changed = <D extends { readonly change: string }>(all: readonly D[]): readonly D[] =>
  all.filter(({ change }) => change !== 'unchanged')

describe('the portal’s own exports, uploaded again', () => {
  it.each(EVERY)('a report as %s in %s comes back as what it was', async (format, locale) => {
    const { problems, figures, rows } = await proposed(
      await exportedReport(format, locale),
      format,
      LAST_YEAR,
    )
    expect(problems).toEqual([])
    expect([changed(figures), changed(rows)]).toEqual([[], []])
    expect(figures.map(({ becomes }) => becomes.state)).toEqual(
      expect.arrayContaining(['notYetAvailable', 'notApplicable', 'figure', 'narrative']),
    )
  })

  it.each(EVERY)('a register as %s in %s comes back as what it was', async (format, locale) => {
    const { problems, rows } = await proposed(await exportedRegister(format, locale), format, LAST_YEAR)
    expect(problems).toEqual([])
    expect([rows.length, changed(rows)]).toEqual([2, []])
  })
})

describe('last year’s exports, uploaded this year', () => {
  it.each(EVERY)('a report as %s in %s is refused: it is of another quarter', async (format, locale) => {
    const bytes = await exportedReport(format, locale)
    expect(await outcomeOf(() => drop(bytes, format, OPEN))).toBe('periodOther')
  })

  it.each(locales)('a register as a workbook in %s too: its title says of which quarter', async (locale) => {
    const bytes = await exportedRegister('xlsx', locale)
    expect(await outcomeOf(() => drop(bytes, 'xlsx', OPEN))).toBe('periodOther')
  })

  it.each(locales)(
    'a register as bare rows in %s brings them as they were, and says what is left open',
    async (locale) => {
      const { problems, rows } = await proposed(await exportedRegister('csv', locale), 'csv', OPEN)
      expect(problems).toEqual([])
      const { rows: stand } = await readRegister(read, LAST_YEAR, 'certified_entities')
      const texts = rows.map(({ change, becomes }) => ({ change, ...rowText(becomes) }))
      expect(texts).toEqual(
        expect.arrayContaining(stand.map((each) => ({ change: 'new', ...rowText(each) }))),
      )
    },
  )

  it.each(['暂无', '暂无数据', '—', 'not yet available'])(
    'a date of which it says “%s” is no date: it is left open, or asked for where no row is without',
    async (words) => {
      const table = `单位名称,统一社会信用代码,计入日期,有效期至\n丙公司,${creditCode(3)},2022-07-01,${words}\n丁公司,${creditCode(4)},${words},2025-01-01\n`
      const { problems } = await proposed(new TextEncoder().encode(table), 'csv', OPEN)
      expect(problems).toMatchObject([{ cell: 'C3', wrong: { refusal: { code: 'dateWrong' } } }])
    },
  )
})
