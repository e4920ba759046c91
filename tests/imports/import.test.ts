import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { annotatedCopy } from '@/lib/documents/annotated-copy'
import { text, type Cell } from '@/lib/documents/cell'
import { readTables } from '@/lib/documents/read-tables'
import { endReaders } from '@/lib/documents/reader-pool'
import { writeWorkbook, type Workbook } from '@/lib/documents/workbook'
import { commitProposal } from '@/lib/imports/commit-proposal'
import { discardProposal } from '@/lib/imports/discard-proposal'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { proposeUpload } from '@/lib/imports/propose-upload'
import { readOriginal } from '@/lib/imports/read-original'
import { readUploads, type Proposal } from '@/lib/imports/read-proposal'
import { refusalSentence } from '@/lib/i18n'
import type { RegisterCode } from '@/lib/notice'
import { returnReport } from '@/lib/review/return-report'
import { readCellHistory } from '@/lib/reporting/read-cell-history'
import { nameCities } from '@/lib/reporting/name-cities'
import { readRows } from '@/lib/store/register-rows'
import { readRowOrigins } from '@/lib/store/upload-origins'
import { begin } from '@/lib/store/work'
import { locales, type Period, type RefusalNote } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  creditCode,
  draftHash,
  fullAnswer,
  leadTo,
  life,
  makeWorld,
  outcomeOf,
  OPEN,
  row,
  type World,
} from '../support/fixtures'
import { madeUpRow } from '../support/many-rows'
import { downloaded, filled, placeOf, SECRET, withRows } from './workbook-both-ways'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(async () => {
  endReaders()
  await world.drop()
})

const { officer } = people
const prepare = authorize(officer, 'report.prepare', HOME)
const read = authorize(officer, 'draft.read', HOME)
const day = (value: string): Cell => ({ kind: 'day', value })
const number = (value: string): Cell => ({ kind: 'number', value })

interface Dropped {
  readonly period?: Period
  readonly name?: string
  readonly register?: RegisterCode
  readonly as?: Actor
}

async function drop(file: Workbook | string | Uint8Array, how: Dropped = {}): Promise<string> {
  const { period = OPEN, register = null, as = officer } = how
  const isBook = typeof file === 'object' && 'sheets' in file
  const bytes =
    typeof file === 'string' ? new TextEncoder().encode(file) : isBook ? await writeWorkbook(file) : file
  const name = how.name ?? (isBook ? 'book.xlsx' : 'table.csv')
  return proposeUpload(authorize(as, 'report.prepare', HOME), period, {
    name,
    bytes,
    register,
    secret: SECRET,
  })
}

async function shown(id: string, period: Period = OPEN): Promise<Proposal> {
  const { proposal } = await readUploads(read, period, id)
  if (proposal === null) throw new Error('there is no such proposal')
  return proposal
}

/** What a person does who has looked at it. */
const confirm = async (
  id: string,
  period: Period = OPEN,
  formulas = false,
  withdraw: string | null = null,
): Promise<void> =>
  commitProposal(prepare, period, id, { shown: (await shown(id, period)).shown, formulas, withdraw })

const changes = ({ figures, rows }: Proposal) =>
  [...figures, ...rows].filter(({ change }) => change !== 'unchanged')

const valueOf = async (indicator: string, period: Period = OPEN, part = '') =>
  (await readUploads(read, period, null)).draft.cells.find(
    (cell) => cell.indicator === indicator && cell.part === part,
  )?.content

describe('the workbook of a period', () => {
  it('is the same bytes for the same report, and uploaded as it was downloaded changes nothing', async () => {
    await life.prepare(officer, '2022Q2')
    await life.addRows(officer, '2022Q2', 'custody_smes', [row('甲公司', creditCode(31))])
    const book = await downloaded(officer, '2022Q2')
    expect(Buffer.from(await writeWorkbook(book))).toEqual(
      Buffer.from(await writeWorkbook(await downloaded(officer, '2022Q2'))),
    )
    const proposal = await shown(await drop(book, { period: '2022Q2' }), '2022Q2')
    expect(proposal.problems).toEqual([])
    expect(changes(proposal)).toEqual([])
    expect(proposal.counts.figures.unchanged).toBeGreaterThan(15)
    expect(proposal.counts.rows.unchanged).toBe(1)
    expect(await outcomeOf(() => confirm(proposal.head.id, '2022Q2'))).toBe('nothingToImport')
  })

  it.each(['zh-CN', 'en'] as const)(
    'filled in in %s is taken over wholly, with its origin',
    async (locale) => {
      const period = locale === 'en' ? '2021Q2' : '2021Q1'
      const book = await downloaded(officer, period, { locale })
      const [none, later] =
        locale === 'en' ? ['None this quarter', 'Not yet available'] : ['本季度无新增', '暂无数据']
      const answers = [
        ['pledge_amount', 'value', number('1234.5')],
        ['pledge_amount', 'office', text('市局')],
        ['transfers_licenses', 'value', number('30')],
        ['transfers_licenses.patentTransfer', 'value', number('30')],
        ['navigation_projects', 'state', text(none)],
        ['gi_output_value', 'state', text(later)],
        ['gi_output_value', 'reason', text('统计局年底提供')],
        ['gi_output_value', 'expectedOn', day('2022-11-15')],
        ['service_cluster', 'narrative', text('集聚区已建成')],
      ] as const
      let full: Workbook = answers.reduce((at, [code, field, cell]) => filled(at, code, field, cell), book)
      full = withRows(full, locale === 'en' ? 'Custody service' : '托管企业', [
        [
          text('乙公司'),
          text(creditCode(32)),
          text(null),
          day('2020-03-31'),
          text('托管机构'),
          text('协议'),
          text(null),
        ],
      ])
      const id = await drop(full, { period, name: '填好的.xlsx' })
      const proposal = await shown(id, period)
      expect(proposal.problems).toEqual([])
      expect(changes(proposal).length).toBe(7)
      await confirm(id, period)
      expect(await valueOf('pledge_amount', period)).toEqual({
        state: 'figure',
        value: '1234.5',
        source: { office: '市局', document: '' },
      })
      expect(await valueOf('navigation_projects', period)).toEqual({ state: 'figure', value: '0' })
      expect(await valueOf('gi_output_value', period)).toMatchObject({ expectedOn: '2022-11-15' })
      const rows = await begin(read, (work) => readRows(work, period))
      expect(rows).toMatchObject([{ name: '乙公司', details: { provider: '托管机构' } }])
      const history = await readCellHistory(read, period)
      expect(history.find(({ indicator }) => indicator === 'pledge_amount')?.origin).toMatchObject({
        fileName: '填好的.xlsx',
        cell: placeOf(book, 'pledge_amount', 'value'),
      })
      const origins = await begin(read, (work) => readRowOrigins(work, period, rows[0]?.id ?? ''))
      expect(origins).toMatchObject([{ version: 1, proposal: id, fileName: '填好的.xlsx' }])
      const { bytes, head } = await readOriginal(read, period, id)
      expect(Buffer.from(bytes)).toEqual(Buffer.from(await writeWorkbook(full)))
      expect(head.answer).toMatchObject({ kind: 'committed', cells: 6, rows: 1 })
      expect(await outcomeOf(() => confirm(id, period))).toBe('proposalAnswered')
    },
  )

  it('leaves what it is blank about: no figure, no source and no row is taken away', async () => {
    await life.prepare(officer, '2021Q3', [
      {
        indicator: 'pledge_amount',
        part: '',
        baseVersion: 0,
        state: 'figure',
        text: '9',
        source: { office: '市局', document: '' },
      },
    ])
    await life.addRows(officer, '2021Q3', 'custody_smes', [row('丙公司', creditCode(33))])
    let book = filled(await downloaded(officer, '2021Q3'), 'pledge_amount', 'value', { kind: 'blank' })
    book = filled(book, 'pledge_amount', 'state', '未填')
    book = {
      ...book,
      sheets: book.sheets.map((sheet) => (sheet.name === '托管企业' ? { ...sheet, rows: [] } : sheet)),
    }
    const proposal = await shown(await drop(book, { period: '2021Q3' }), '2021Q3')
    expect(changes(proposal)).toEqual([])
    // Zero is not blank.
    const zero = await shown(
      await drop(filled(book, 'pledge_amount', 'value', number('0')), { period: '2021Q3' }),
      '2021Q3',
    )
    expect(changes(zero)).toMatchObject([
      { becomes: { state: 'figure', value: '0', source: { office: '市局' } } },
    ])
  })
})

describe('a file with problems', () => {
  it('says all of them at once, each with sheet and cell, and nothing of it can be written', async () => {
    const book = await downloaded(officer, OPEN)
    const wrong = [
      ['pledge_amount', 'value', text('约100')],
      ['pledge_projects', 'value', text('——')],
      ['transfers_licenses', 'value', text('12,34')],
      ['patent_contract_value', 'value', text('1.1234567')],
      ['gi_output_value', 'state', text('暂无数据')],
      ['patent_intensive_value_added', 'state', text('也许')],
    ] as const
    let full: Workbook = wrong.reduce((at, [code, field, cell]) => filled(at, code, field, cell), book)
    full = withRows(full, '托管企业', [
      [text('丁公司'), text('91110000MA00000001'), text(null), day('2031-01-01'), text(null)],
      [text(null), text(creditCode(34)), text(null), day('2020-03-31'), text(null)],
    ])
    const id = await drop(full)
    const { problems, head } = await shown(id)
    const places = problems.map(({ sheet, cell }) => `${sheet} ${cell}`)
    for (const [code, field] of wrong.slice(0, 4))
      expect(places).toContain(`指标 ${placeOf(book, code, field)}`)
    expect(places).toContain(`指标 ${placeOf(book, 'gi_output_value', 'state')}`)
    expect(
      problems
        .filter(({ sheet }) => sheet === '托管企业')
        .map(({ wrong: { kind } }) => kind)
        .sort(),
    ).toEqual(['creditCode', 'rule', 'rule'])
    expect(head.problems).toBe(problems.length)
    expect(await outcomeOf(() => confirm(id))).toBe('problemsOpen')

    const { bytes } = await readOriginal(read, OPEN, id)
    const tables = await readTables(bytes, 'book.xlsx')
    if (!tables.ok) throw new Error(tables.error.code)
    const notes = problems.map(({ sheet, cell }) => ({ sheet, cell, sentence: 'wrong' }))
    const copy = annotatedCopy(tables.value, notes, { title: 'copy', knownAt: '2022-10-12T01:00:00Z' })
    const corrected = await readTables(await writeWorkbook(copy), 'copy.xlsx')
    if (!corrected.ok) throw new Error(corrected.error.code)
    const values = (all: typeof tables.value) =>
      all.tables.map(({ name, rows }) => [
        name,
        [...rows].flatMap(({ cells }) => cells.map(({ address, text: said }) => `${address} ${said}`)),
      ])
    expect(values(corrected.value)).toEqual(values(tables.value))
    // The copy is ours still: corrected and uploaded in its turn it is read the same.
    expect((await shown(await drop(copy))).problems.map(({ cell }) => cell)).toEqual(
      problems.map(({ cell }) => cell),
    )
  })

  it('takes the result of a formula only once it was confirmed', async () => {
    const id = await drop('指标,本期数\n知识产权质押融资金额,55\n')
    await discardProposal(prepare, OPEN, id)
    const again = await drop('指标,本期数\n知识产权质押融资金额,56\n')
    // What a formula leaves in a reading is a remark; here it is put there, as the reader would.
    await world.owner.query('ALTER TABLE upload_proposal DISABLE TRIGGER USER')
    await world.owner.query(
      `UPDATE upload_proposal SET reading = replace(reading, '"remarks":[]', '"remarks":[{"code":"formula","text":"A1+B1"}]') WHERE id = $1`,
      [again],
    )
    await world.owner.query('ALTER TABLE upload_proposal ENABLE TRIGGER USER')
    expect(await outcomeOf(() => confirm(again))).toBe('formulasUnconfirmed')
    await confirm(again, OPEN, true)
    expect(await valueOf('pledge_amount')).toMatchObject({ value: '56' })
  })
})

describe('a file that is not for this report', () => {
  it.each([
    ['cityOther', { city: '920200' }],
    ['periodOther', { period: '2021Q3' }],
    ['templateUnknown', { template: '9' }],
    ['workbookToRead', { use: 'toRead' }],
    ['workbookForged', { secret: 'the secret of another portal altogether' }],
  ] as const)('is refused whole: %s', async (code, said) => {
    const before = (await readUploads(read, OPEN, null)).heads.length
    const book = await downloaded(officer, OPEN, said)
    expect(await outcomeOf(() => drop(book))).toBe(code)
    const { heads } = await readUploads(read, OPEN, null)
    expect(heads.length).toBe(before + 1)
    const refused = heads.filter(({ answer }) => answer?.kind === 'refused')
    expect(refused.map(({ answer }) => answer?.reason).join()).toContain(`"${code}"`)
  })

  it('is told of by the names of cities, where the portal knows them', async () => {
    const refusals = ['920200', '999999'].map(
      (got) => ({ code: 'cityOther', detail: { got, expected: HOME } }) as const,
    )
    const other = { code: 'periodOther', detail: { period: '2021Q3', expected: OPEN } } as const
    await world.owner.query(
      `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key)
       VALUES ('920200', '他城', 'Elsewhere', '西省', 'West', 'd') ON CONFLICT DO NOTHING`,
    )
    const [known, unknown, same] = await nameCities(read, [...refusals, other])
    expect(same).toBe(other)
    const sentences = (refusal: RefusalNote | undefined) =>
      locales.map((locale) => (refusal === undefined ? '' : refusalSentence(locale, refusal)))
    const [zh = '', en = ''] = sentences(known)
    expect(zh).toContain('他城（代码 920200），本页是家城（代码 910100）')
    expect(en).toContain('Elsewhere (code 920200); this page is of Home (code 910100)')
    expect(sentences(unknown).map((said) => said.slice(0, 30))).toEqual([
      expect.stringContaining('另一个城市（代码 999999）'),
      expect.stringContaining('of another city'),
    ])
  })

  it.each([
    ['cityOther', '城市代码,指标,本期数\n920200,知识产权质押融资金额,5\n'],
    ['periodOther', '期间,指标,本期数\n2021Q3,知识产权质押融资金额,5\n'],
    ['periodOther', '2021年第三季度报表\n指标,本期数\n知识产权质押融资金额,5\n'],
    ['nothingToRead', '甲,乙\n1,2\n'],
    ['fileNoTable', '\n'],
    ['fileEmpty', ''],
  ] as const)('is refused as a plain table too: %s', async (code, table) => {
    expect(await outcomeOf(() => drop(table))).toBe(code)
  })

  it('is refused for that alone where the report may not be changed', async () => {
    await leadTo('submitted', officer, '2021Q4')
    expect(await outcomeOf(() => drop('指标,本期数\n', { period: '2021Q4' }))).toBe('notEditable')
    expect(await outcomeOf(() => drop('指标,本期数\n', { period: '2019Q4' }))).toBe('periodLocked')
    expect(await outcomeOf(() => drop('指标,本期数\n', { period: '2022Q4' }))).toBe('periodNotOpen')
    const huge = new Uint8Array(LARGEST_IMPORT + 1)
    const asked = { name: 'a.csv', bytes: huge, register: null, secret: SECRET }
    expect(await outcomeOf(async () => proposeUpload(prepare, OPEN, asked))).toBe('importTooLarge')
  })

  it('is read one at a time for each person', async () => {
    const table = '指标,本期数\n知识产权质押融资金额,5\n'
    const outcomes = await Promise.all([outcomeOf(() => drop(table)), outcomeOf(() => drop(table))])
    expect(outcomes.sort()).toEqual(['done', 'importBusy'])
  })
})

describe('a plain table', () => {
  it('of figures is read by its heads, in Chinese or English, with units scaled and totals left out', async () => {
    const table =
      '序号,指标,2022年第三季度,单位\n1,知识产权质押融资金额,1.2,亿元\n2,IP pledge financing projects,7,\n,合计,8,\n'
    const proposal = await shown(await drop(table))
    expect(proposal.problems).toEqual([])
    expect(proposal.figures).toMatchObject([
      { indicator: 'pledge_amount', becomes: { value: '12000' }, remarks: [{ code: 'scaled' }] },
      { indicator: 'pledge_projects', becomes: { value: '7' } },
    ])
    expect(proposal.skipped).toMatchObject([{ code: 'totals', count: 1 }])
  })

  it('of a register is read by its heads; rows that are there are known by their code', async () => {
    const table = `企业名称,统一社会信用代码,计入日期,托管服务机构\n戊公司,${creditCode(41)},2022-07-01,甲机构\n己公司,${creditCode(42)},2022/8/1,乙机构\n合计,,,\n`
    const first = await drop(table, { name: '名单.csv' })
    expect(changes(await shown(first))).toMatchObject([{ change: 'new' }, { change: 'new' }])
    await confirm(first)
    const second = await drop(table.replace('乙机构', '丙机构'), { name: '名单.csv' })
    expect(changes(await shown(second))).toMatchObject([
      {
        change: 'changed',
        was: { details: { provider: '乙机构' } },
        becomes: { details: { provider: '丙机构' } },
      },
    ])
    await confirm(second)
    const rows = await begin(read, (work) => readRows(work, OPEN))
    expect(
      rows.filter(({ indicator }) => indicator === 'custody_smes').map(({ version }) => version),
    ).toEqual([1, 2])
  })

  it('whose heads fit several registers says so, unless its page says which', async () => {
    const table = `名称,统一社会信用代码,计入日期\n庚平台,${creditCode(43)},2022-07-01\n`
    expect((await shown(await drop(table, { name: '表.csv' }))).problems).toMatchObject([
      { wrong: { code: 'registerUnclear' } },
    ])
    const proposal = await shown(await drop(table, { name: '表.csv', register: 'regional_platform' }))
    expect(changes(proposal)).toMatchObject([{ indicator: 'regional_platform' }])
  })
})

describe('a table as a city keeps it', () => {
  it('in GB 18030, with heads of its own, another unit and no column for a code: all of it is read', async () => {
    // 产品全称,发行时间,发行规模（亿元）,入池专利数,交易场所 / 甲计划,2022年7月5日,2.5,48,深交所
    const bytes = Buffer.from(
      'b2fac6b7c8abb3c62cb7a2d0d0cab1bce42cb7a2d0d0b9e6c4a3a3a8d2dad4aaa3a92cc8ebb3d8d7a8c0fbcafd2cbdbbd2d7b3a1cbf9' +
        '0abcd7bcc6bbae2c32303232c4ea37d4c235c8d52c322e352c34382cc9eebdbbcbf90a',
      'hex',
    )
    const proposal = await shown(await drop(bytes, { register: 'securitisation_products' }))
    expect([proposal.problems, proposal.skipped]).toEqual([[], []])
    expect(proposal.rows).toMatchObject([
      {
        change: 'new',
        becomes: {
          name: '甲计划',
          creditCode: null,
          noCodeReason: '金融产品，无统一社会信用代码',
          countedOn: '2022-07-05',
          details: { amount: '25000', patentCount: '48', venue: 'szse' },
        },
        remarks: [{ code: 'scaled', unit: '亿元' }],
      },
    ])
  })

  it('a dash stands for the code or the reason that a row does not have, and never for both', async () => {
    const table = `企业名称,统一社会信用代码,无代码的原因,签订日期\n甲公司,${creditCode(44)},—,2022-07-01\n乙公司,无,境外机构,2022-07-01\n丙公司,/,无,2022-07-01\n`
    const { problems, rows } = await shown(await drop(table, { register: 'custody_smes' }))
    expect(rows.map(({ becomes: { noCodeReason } }) => noCodeReason)).toEqual([null, '境外机构'])
    expect(problems).toMatchObject([{ cell: 'B4', wrong: { refusal: { code: 'identityWrong' } } }])
  })
})

describe('rows that the file does not have', () => {
  const period = '2020Q2'
  const table = (...rows: readonly (readonly [name: string, serial: number])[]) =>
    `企业名称,统一社会信用代码,计入日期,托管服务机构\n${rows.map(([name, serial]) => `${name},${creditCode(serial)},2020-04-01,甲机构\n`).join('')}`
  const standing = async () =>
    (await begin(read, (work) => readRows(work, period)))
      .filter(({ indicator }) => indicator === 'custody_smes')
      .map(({ name, removed, withdrawn }) => [name, removed, withdrawn])

  it('are shown row by row, and stay unless all of them are withdrawn with a reason', async () => {
    await confirm(await drop(table(['壬公司', 61], ['癸公司', 62]), { period }), period)
    const kept = await drop(table(['壬公司改名', 61]), { period })
    expect((await shown(kept, period)).lacking.map(({ content }) => content.name)).toEqual(['癸公司'])
    await confirm(kept, period)
    expect(await standing()).toEqual([
      ['壬公司改名', false, ''],
      ['癸公司', false, ''],
    ])
    const gone = await drop(table(['壬公司改名', 61]), { period })
    expect(await outcomeOf(() => confirm(gone, period))).toBe('nothingToImport')
    expect(await outcomeOf(() => confirm(gone, period, false, ' '))).toBe('reasonMissing')
    await confirm(gone, period, false, '托管合同已终止')
    // It was never submitted: it is taken out, and can be put back.
    expect((await standing())[1]).toEqual(['癸公司', true, ''])
  })

  it('and were submitted are withdrawn with the reason, with everything else or not at all', async () => {
    const others = fullAnswer().filter(({ indicator }) => indicator !== 'custody_smes')
    await life.prepare(officer, period, others)
    await life.addRows(officer, period, 'custody_smes', [row('子公司', creditCode(63))])
    await life.certify(officer, period)
    const hash = await draftHash(officer, period)
    await life.submit(officer, period)
    await life.giveBack(people.province, HOME, period, hash)
    const id = await drop(table(['壬公司改名', 61], ['丑公司', 64]), { period })
    const seen = (await shown(id, period)).shown
    await life.addRows(officer, period, 'custody_smes', [row('寅公司', creditCode(65))])
    const consent = { shown: seen, formulas: false, withdraw: '重复登记' }
    expect(await outcomeOf(() => commitProposal(prepare, period, id, consent))).toBe('proposalMoved')
    await confirm(id, period, false, '重复登记')
    expect((await standing()).toSorted()).toEqual(
      [
        ['壬公司改名', false, ''],
        ['癸公司', true, ''],
        ['子公司', true, '重复登记'],
        ['寅公司', true, ''],
        ['丑公司', false, ''],
      ].toSorted(),
    )
  })
})

describe('after a return of rows alone', () => {
  const period = '2020Q1'
  const heads = '企业名称,统一社会信用代码,计入日期'
  const line = (name: string, serial: number) => `${name},${creditCode(serial)},2020-02-29`
  const csv = (...lines: string[]) => [heads, ...lines].join('\n')
  const given = { period, register: 'custody_smes' } as const
  const names = async () =>
    (await begin(read, (work) => readRows(work, period))).map(({ name }) => name).toSorted()

  it('a file is taken over whose differences are in those rows; the rest of the register may stand in it', async () => {
    const others = fullAnswer().filter(({ indicator }) => indicator !== 'custody_smes')
    await life.prepare(officer, period, others)
    await life.addRows(officer, period, 'custody_smes', [
      row('卯公司', creditCode(71)),
      row('辰公司', creditCode(72)),
    ])
    await life.certify(officer, period)
    const hash = await draftHash(officer, period)
    await life.submit(officer, period)
    const [returned] = (await begin(read, (work) => readRows(work, period))).filter(
      ({ name }) => name === '卯公司',
    )
    await returnReport(
      authorize(people.province, 'report.return', HOME),
      period,
      hash,
      'look again',
      [],
      [{ id: returned?.id ?? '', reason: 'its name' }],
    )
    const idOf = async (name: string) =>
      (await begin(read, (work) => readRows(work, period))).find((each) => each.name === name)?.id
    const same = `辰公司,${creditCode(72)},2020-03-31`

    const other = await drop(csv(line('卯公司更名', 71), line('辰公司更名', 72), line('巳公司', 73)), given)
    const { blocked, rows } = await shown(other, period)
    const wrong = { kind: 'rule', refusal: { code: 'rowNotReturned', detail: {} } }
    expect(blocked).toMatchObject([
      { cell: 'A3', got: '辰公司更名', wrong },
      { cell: 'A4', got: '巳公司', wrong },
    ])
    expect(rows.map(({ change }) => change)).toEqual(['changed', 'changed', 'new'])
    expect(await outcomeOf(() => confirm(other, period))).toBe('changesBlocked')
    expect(await names()).toEqual(['卯公司', '辰公司'])

    const whole = await drop(csv(line('卯公司更名', 71), same), given)
    expect(await shown(whole, period)).toMatchObject({ blocked: [], lacking: [] })
    await confirm(whole, period)
    expect(await names()).toEqual(['卯公司更名', '辰公司'])
    expect(await idOf('卯公司更名')).toBe(returned?.id)

    // What the file has no column for stays.
    const kept = (await begin(read, (work) => readRows(work, period))).find(
      ({ name }) => name === '卯公司更名',
    )
    expect(kept).toMatchObject({ evidence: '卯公司', note: '卯公司', countedOn: '2020-02-29' })

    // Of the rows that a file lacks only those that are open may go.
    const lacking = await drop(csv(same), given)
    expect((await shown(lacking, period)).lacking.map(({ content }) => content.name)).toEqual(['卯公司更名'])
    const figures = await drop('指标,本期数\n知识产权质押融资项目数,9\n', { period })
    expect((await shown(figures, period)).blocked.map(({ wrong: { kind } }) => kind)).toEqual(['rule'])
  })
})

describe('what happened meanwhile', () => {
  it('is never overwritten unseen: the differences are shown anew', async () => {
    const book = filled(await downloaded(officer, '2020Q4'), 'pledge_amount', 'value', number('70'))
    await world.setClock('2022-10-12T09:30:00+08:00')
    const id = await drop(book, { period: '2020Q4' })
    const seen = (await shown(id, '2020Q4')).shown
    await life.prepare(officer, '2020Q4', [
      { indicator: 'pledge_amount', part: '', baseVersion: 0, state: 'figure', text: '71' },
    ])
    expect(
      await outcomeOf(() =>
        commitProposal(prepare, '2020Q4', id, { shown: seen, formulas: false, withdraw: null }),
      ),
    ).toBe('proposalMoved')
    expect(await valueOf('pledge_amount', '2020Q4')).toMatchObject({ value: '71' })
    const anew = await shown(id, '2020Q4')
    expect(changes(anew)).toMatchObject([{ was: { value: '71' }, becomes: { value: '70' } }])
    expect(changes(anew)[0]?.newer).toMatchObject({ by: officer.name })
    await confirm(id, '2020Q4')
    expect(await valueOf('pledge_amount', '2020Q4')).toMatchObject({ value: '70' })
  })

  it('a register of more rows than one statement writes comes in whole, or not one row of it', async () => {
    const lines = Array.from(
      { length: 1101 },
      (_, i) => `${Object.values(madeUpRow(i)).join(',')},2022-02-01\n`,
    )
    const table = `企业名称,统一社会信用代码,计入日期\n${lines.join('')}`
    const id = await drop(table, { period: '2022Q1', register: 'custody_smes' })
    const rowsOf = () => begin(read, (work) => readRows(work, '2022Q1'))
    const seen = { shown: 'something else', formulas: false, withdraw: null }
    expect(await outcomeOf(() => commitProposal(prepare, '2022Q1', id, seen))).toBe('proposalMoved')
    expect(await rowsOf()).toEqual([])
    // Nor when the database fails over the very last statement, with every row written.
    await world.owner.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cut'; END $$;
       CREATE TRIGGER fail BEFORE INSERT ON upload_answer FOR EACH ROW EXECUTE FUNCTION fail()`,
    )
    await expect(confirm(id, '2022Q1')).rejects.toThrow('cut')
    await world.owner.query('DROP TRIGGER fail ON upload_answer; DROP FUNCTION fail()')
    expect(await rowsOf()).toEqual([])
    await confirm(id, '2022Q1')
    const rows = await rowsOf()
    expect([rows.length, rows.filter(({ version }) => version === 1).length]).toEqual([1101, 1101])
    // Over rows that stand the same: each is known by its code, and what the file lacks stays.
    const others = lines.slice(0, -1).join('').replaceAll('第', '新')
    const renamed = await drop(`企业名称,统一社会信用代码,计入日期\n${others}`, {
      period: '2022Q1',
      register: 'custody_smes',
    })
    expect((await shown(renamed, '2022Q1')).counts.rows).toMatchObject({ changed: 1100, new: 0 })
    await confirm(renamed, '2022Q1')
    const names = (await rowsOf()).map(
      ({ name, version }) => `${name.includes('新') ? 'new' : 'old'} ${version}`,
    )
    expect([...new Set(names)].sort()).toEqual(['new 2', 'old 1'])
  })

  it('left, it stays in the history and cannot be taken over; a contradiction blocks all of it', async () => {
    await life.addRows(officer, '2020Q3', 'custody_smes', [row('辛公司', creditCode(51))])
    const table = '指标,本期数\n知识产权质押融资金额,5\n专业知识产权托管服务累计覆盖中小企业,0\n'
    const blocked = await drop(table, { period: '2020Q3' })
    const standing = await shown(blocked, '2020Q3')
    expect(standing.counts.figures.blocked).toBe(1)
    // A copy of the file says so beside the cell, as of anything else that is wrong.
    expect(standing.beside).toEqual(standing.blocked)
    expect(await outcomeOf(() => confirm(blocked, '2020Q3'))).toBe('changesBlocked')
    expect(await valueOf('pledge_amount', '2020Q3')).toBeUndefined()
    await discardProposal(prepare, '2020Q3', blocked)
    expect(await outcomeOf(() => discardProposal(prepare, '2020Q3', blocked))).toBe('proposalAnswered')
    expect((await shown(blocked, '2020Q3')).beside).toEqual([])
    const unknown = '01890000-0000-7000-8000-000000000009'
    expect(await outcomeOf(() => discardProposal(prepare, '2020Q3', unknown))).toBe('proposalUnknown')
  })
})
