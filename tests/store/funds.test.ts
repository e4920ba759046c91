import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { writeCsv } from '@/lib/documents/csv'
import { fundsCsv, fundsWorkbook } from '@/lib/documents/funds-workbook'
import { endReaders } from '@/lib/documents/reader-pool'
import { writeWorkbook } from '@/lib/documents/workbook'
import { answerPayment } from '@/lib/funding/answer-payment'
import { explainMonitor } from '@/lib/funding/explain-monitor'
import { importSpending } from '@/lib/funding/import-spending'
import { readFunds } from '@/lib/funding/read-funds'
import { readMonitor } from '@/lib/funding/read-monitor'
import { recordEntries } from '@/lib/funding/record-entries'
import { recordPayment } from '@/lib/funding/record-payment'
import { reverseEntry } from '@/lib/funding/reverse-entry'
import { forbiddenUses } from '@/lib/notice'
import { forbiddenUse } from '@/lib/rules/forbidden-use'
import { readTaskPage } from '@/lib/planning/read-task-page'
import { removeTask } from '@/lib/planning/remove-task'
import { startPlan } from '@/lib/planning/start-plan'
import { readLedger } from '@/lib/store/ledger'
import { readCityPage } from '@/lib/review/read-city'
import { begin } from '@/lib/store/work'
import { HOME, NEIGHBOUR, people } from '../support/actors'
import { makeWorld, OPEN, outcomeOf, type World } from '../support/fixtures'
import { approvePlan, entry } from '../support/plans'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await approvePlan(people.officer, HOME)
})
afterAll(async () => {
  endReaders()
  await world.drop()
})

const ledger = authorize(people.officer, 'funds.record', HOME)
const pay = authorize(people.finance, 'payment.record', HOME)
const confirm = authorize(people.approver, 'payment.confirm', HOME)
const funds = () => readFunds(authorize(people.mof, 'funds.read', HOME))
const central = async () => (await funds()).balances.find(({ source }) => source === 'central')
const csv = (text: string) => ({ name: 'spending.csv', bytes: new TextEncoder().encode(text) })

describe('what the ministry paid', () => {
  const paid = { yuan: '60,000,000', day: '2020-11-20', documentNumber: 'no. 88' }

  it.each([
    ['no amount', { ...paid, yuan: '0' }, 'yuanWrong'],
    ['a day to come', { ...paid, day: '2023-01-01' }, 'dateWrong'],
    ['no document', { ...paid, documentNumber: ' ' }, 'paymentDocumentMissing'],
    ['more than the first instalment', { ...paid, yuan: '100000001' }, 'paymentOver'],
  ])('is not recorded with %s', async (_, wrong, code) => {
    expect(await outcomeOf(() => recordPayment(pay, wrong))).toBe(code)
  })

  it('counts once another person has confirmed it, and never passes 100 million yuan a city', async () => {
    await recordPayment(pay, paid)
    expect((await funds()).reconciled.paid).toBe(0n)
    expect(await outcomeOf(() => recordPayment(pay, { ...paid, yuan: '40000001' }))).toBe('paymentOver')
    const no = { confirmed: false, reason: '' }
    expect(await outcomeOf(() => answerPayment(confirm, 1, no))).toBe('reasonMissing')
    await answerPayment(confirm, 1, { confirmed: false, reason: 'it was 100 million' })
    expect(await outcomeOf(() => answerPayment(confirm, 1, { confirmed: true, reason: '' }))).toBe(
      'paymentAnswered',
    )
    expect(await outcomeOf(() => answerPayment(confirm, 9, { confirmed: true, reason: '' }))).toBe(
      'paymentUnknown',
    )
    // Who is to confirm hears that a payment waits, who recorded it that it was refused; neither hears an amount.
    const told = await world.owner.query<{ login: string; kind: string; about: object }>(
      `SELECT a.login, m.kind, m.about FROM message m JOIN account a ON a.id = m.account
       WHERE m.kind LIKE 'payment%' ORDER BY m.kind`,
    )
    expect(told.rows.map(({ login, kind }) => [login, kind])).toEqual([
      [people.approver.login, 'paymentRecorded'],
      [people.finance.login, 'paymentRefused'],
    ])
    expect(JSON.stringify(told.rows)).not.toContain('60000000')
    await recordPayment(pay, { ...paid, yuan: '100000000' })
    await answerPayment(confirm, 2, { confirmed: true, reason: '' })
    expect((await funds()).reconciled).toEqual({
      paid: 100_000_000n,
      received: 0n,
      difference: -100_000_000n,
    })
    await expect(
      world.owner.query(
        `INSERT INTO fund_payment VALUES ($1, 3, 1, 1, '2022-01-01', 'x', $2, 'x', 'finance_officer', chengji_now())`,
        [HOME, people.finance.id],
      ),
    ).rejects.toMatchObject({ code: 'CJ006' })
  })
})

describe('the ledger of a city', () => {
  it.each([
    ['half a yuan', entry('0.5'), 'yuanWrong'],
    ['a day to come', entry('5', { day: '2022-12-01' }), 'dateWrong'],
    ['a source that there is not', entry('5', { source: 'lottery' }), 'choiceWrong'],
    ['a form that is not permitted', entry('5', { form: 'loan' }), 'fundFormWrong'],
    ['no purpose', entry('5', { purpose: ' ' }), 'purposeMissing'],
    ['a task that the plan lacks', entry('5', { task: '5.9' }), 'taskUnknown'],
    ['more than was received', entry('5'), 'fundShort'],
  ] as const)('takes no spending with %s', async (_, wrong, code) => {
    expect(await outcomeOf(() => recordEntries(ledger, 'spending', [wrong]))).toBe(code)
    expect((await funds()).entries).toEqual([])
  })

  it('keeps central, local and social money apart, and says how much of each was spent', async () => {
    await recordEntries(ledger, 'receipt', [entry('100000000'), entry('1000000', { source: 'local' })])
    await recordEntries(ledger, 'spending', [
      entry('25000000'),
      entry('400000', { source: '地方资金', task: '2.1', form: '以奖代补', purpose: '工作经费' }),
    ])
    expect(
      await outcomeOf(() => recordEntries(ledger, 'spending', [entry('700000', { source: 'local' })])),
    ).toBe('fundShort')
    const { balances, byForm, tasks, reconciled } = await funds()
    expect(balances.map(({ source, balance, rate }) => [source, balance, rate])).toEqual([
      ['central', 75_000_000n, '0.25'],
      ['local', 600_000n, '0.4'],
      ['social', 0n, null],
    ])
    expect(byForm.find(({ form }) => form === 'reward')?.yuan).toBe(400_000n)
    expect(tasks.find(({ task }) => task.code === '1.1.1')?.spent.central).toBe(25_000_000n)
    expect(reconciled.difference).toBe(0n)
    const page = await readTaskPage(authorize(people.mof, 'plan.read', HOME), '1.1.1')
    expect(page.spending).toEqual([
      { quarter: '2022Q1', spent: { central: 25_000_000n, local: 0n, social: 0n } },
    ])
  })

  it('refuses every forbidden use of central money, in the database with the same words', async () => {
    for (const { code, words } of forbiddenUses) {
      for (const word of words) {
        const wrong = entry('5', { purpose: `支付${word}一笔` })
        await expect(recordEntries(ledger, 'spending', [wrong])).rejects.toMatchObject({
          code: 'fundForbidden',
          detail: { use: code, got: word },
        })
        await expect(
          world.owner.query(
            `INSERT INTO fund_entry VALUES ($1, 99, 'spending', 'central', 5, '2022-03-01', '1.1.1', 'subsidy', $2, '', '', NULL, $3, 'x', chengji_now())`,
            [HOME, `支付${word}一笔`, people.officer.id],
          ),
        ).rejects.toMatchObject({ constraint: 'fund_entry_use' })
      }
    }
  })

  it.each([
    ['平台建设，不含征地、拆迁费用', '0'],
    ['并非不含征地', '1'],
    ['不含征地，另付拆迁', '1'],
    ['不含设备、工资', '1'],
    ['Staff  SALARIES', '1'],
    ['工 资', '1'],
    ['platform, excluding salaries and wages', '0'],
  ])('%s: what is denied is not what it is for, in the database neither (%s)', async (purpose, refused) => {
    expect(forbiddenUse(purpose) === null).toBe(refused === '0')
    const insert = world.owner.query(
      `INSERT INTO fund_entry VALUES ($1, 98, 'spending', 'central', 999999999999, '2022-03-01', '1.1.1', 'subsidy', $2, '', '', NULL, $3, 'x', chengji_now())`,
      [HOME, purpose, people.officer.id],
    )
    // What passes the purpose fails at the balance instead, so that nothing is kept.
    await expect(insert).rejects.toMatchObject(
      refused === '0' ? { code: 'CJ006' } : { constraint: 'fund_entry_use' },
    )
  })

  it('is corrected by an opposite entry that says why, once, and never edited', async () => {
    expect(await outcomeOf(() => reverseEntry(ledger, 3, ' '))).toBe('reasonMissing')
    expect(await outcomeOf(() => reverseEntry(ledger, 77, 'x'))).toBe('entryUnknown')
    await reverseEntry(ledger, 3, 'it was 24 million')
    expect(await outcomeOf(() => reverseEntry(ledger, 3, 'again'))).toBe('entryReversed')
    expect(await outcomeOf(() => reverseEntry(ledger, 5, 'back'))).toBe('entryReversed')
    await recordEntries(ledger, 'spending', [entry('24000000')])
    expect(await central()).toMatchObject({ spent: 24_000_000n, rate: '0.24' })
    // What has been spent cannot be un-received.
    expect(await outcomeOf(() => reverseEntry(ledger, 1, 'not ours'))).toBe('fundShort')
    const chain = await begin(authorize(people.officer, 'city.read', HOME), readLedger)
    expect(chain.filter(({ kind }) => kind.startsWith('fund.'))).toHaveLength(6)
    const version = await startPlan(authorize(people.officer, 'plan.prepare', HOME), 'less')
    const remove = () => removeTask(authorize(people.officer, 'plan.prepare', HOME), version, '1.1.1')
    expect(await outcomeOf(remove)).toBe('taskInUse')
  })

  it('never goes below zero, however many spend at the same time', async () => {
    const before = (await central())?.balance ?? 0n
    const each = before / 4n
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        outcomeOf(() => recordEntries(ledger, 'spending', [entry(String(each), { task: '3.1' })])),
      ),
    )
    expect(outcomes.toSorted()).toEqual([
      ...Array<string>(4).fill('done'),
      ...Array<string>(4).fill('fundShort'),
    ])
    expect((await central())?.balance).toBe(before - 4n * each)
  })

  it('refuses to be overdrawn past the portal as well', async () => {
    const spend = `INSERT INTO fund_entry VALUES ($1, $2, 'spending', 'local', 600001, '2022-03-01', '1.1.1', 'subsidy', 'x', '', '', NULL, $3, 'x', chengji_now())`
    await expect(world.owner.query(spend, [HOME, 90, people.officer.id])).rejects.toMatchObject({
      code: 'CJ006',
    })
  })

  it('goes out as a file and its spending comes back, each line once', async () => {
    const { city, entries } = await funds()
    const file = { city, entries: entries.toReversed(), knownAt: '2022-10-12T00:00:00Z', demonstration: true }
    for (const each of [
      { name: 'funds.xlsx', bytes: await writeWorkbook(fundsWorkbook(file, 'en')) },
      { name: 'funds.csv', bytes: writeCsv(fundsCsv(file, 'zh-CN')) },
    ]) {
      // Not even what was taken back comes a second time.
      expect(await importSpending(ledger, each)).toMatchObject({ added: 0, problems: [] })
    }
  })

  it('takes the spending of a file wholly or not at all, each problem at its cell', async () => {
    const count = (await funds()).entries.length
    const { problems } = await importSpending(
      ledger,
      csv(
        '日期,资金来源,任务编号,支持方式,金额,用途\n2022-04-01,地方,2.1,财政补助,100,培训\n2022-04-31,中央,9.9,贷款,1.5,征地补偿\n',
      ),
    )
    expect(problems.map(({ cell }) => cell)).toEqual(['A3', 'E3', 'D3', 'F3', 'C3'])
    expect((await funds()).entries).toHaveLength(count)
    expect(await outcomeOf(() => importSpending(ledger, csv('a,b\n1,2\n')))).toBe('nothingToRead')
  })
})

describe('money beside results', () => {
  it('puts first where spending is furthest ahead, with what the city says of it', async () => {
    const explain = authorize(people.certifier, 'monitor.explain', HOME)
    const said = { asOf: OPEN, spent: '6/25', achieved: '0', reason: 'one large payment', day: '2022-12-31' }
    expect(await outcomeOf(() => explainMonitor(explain, { ...said, reason: '' }))).toBe('reasonMissing')
    expect(await outcomeOf(() => explainMonitor(explain, { ...said, day: '2022-10-01' }))).toBe('dateWrong')
    expect(await outcomeOf(() => explainMonitor(explain, { ...said, spent: 'much' }))).toBe('formWrong')
    await explainMonitor(explain, said)
    const monitor = await readMonitor(authorize(people.cnipa, 'dashboard.read'), undefined, 1)
    expect(monitor?.cities.entries[0]).toMatchObject({
      city: { code: HOME },
      standing: { onTrack: 0, results: 11, achieved: '0' },
      paid: 100_000_000n,
      reason: { reason: 'one large payment', expectedOn: '2022-12-31' },
    })
    expect(monitor?.cities.entries.slice(1).every(({ standing }) => standing.gap === null)).toBe(true)
    const far = await readMonitor(authorize(people.farProvince, 'dashboard.read'), undefined, 1)
    expect(far?.cities.entries.some(({ city }) => city.code === HOME || city.code === NEIGHBOUR)).toBe(false)
  })

  it('stands by result on the city’s page: the tasks of the approved plan, and what was spent on them and not taken back', async () => {
    const page = await readCityPage(authorize(people.cnipa, 'city.read', HOME))
    expect(page?.planned).toEqual([
      {
        indicator: 'navigation_projects',
        tasks: 1,
        done: 0,
        overdue: 0,
        central: 3_000_000n,
        spent: 24_000_000n,
        rate: '8',
        achieved: null,
        isAhead: false,
      },
    ])
  })
})
