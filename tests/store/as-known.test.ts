import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asKnown, authorize } from '@/lib/access/authorize'
import { cityReportCsv, cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { writeCsv } from '@/lib/documents/csv'
import { queueTable } from '@/lib/documents/queue-table'
import { reportOfCity } from '@/lib/documents/report-of-city'
import { writeWorkbook } from '@/lib/documents/workbook'
import { readCellHistory } from '@/lib/reporting/read-cell-history'
import { readCheck } from '@/lib/reporting/read-check'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { saveCells } from '@/lib/reporting/save-cells'
import { readUploads } from '@/lib/imports/read-proposal'
import { readCount } from '@/lib/registers/read-count'
import { readRegister } from '@/lib/registers/read-register'
import { readRegisters } from '@/lib/registers/read-registers'
import { setTarget } from '@/lib/reporting/set-target'
import { withdrawReport } from '@/lib/reporting/withdraw-report'
import { approveRestatement } from '@/lib/restating/answer-request'
import { readRestatement } from '@/lib/restating/read-restatement'
import { readCityRestatements } from '@/lib/restating/read-restatements'
import { requestRestatement } from '@/lib/restating/request-restatement'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { readKnownMoments } from '@/lib/review/known-moments'
import { readCityPage } from '@/lib/review/read-city'
import { readCityReport } from '@/lib/review/read-city-report'
import { readElapsed } from '@/lib/review/read-elapsed'
import { readQueue } from '@/lib/review/read-queue'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { readTrace } from '@/lib/review/read-trace'
import { appendLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { HOME, people } from '../support/actors'
import { cell, draftHash, leadTo, life, makeWorld, outcomeOf, type World } from '../support/fixtures'

const PERIOD = '2020Q2'
const city = authorize(people.cnipa, 'city.read', HOME)
const report = authorize(people.cnipa, 'report.read', HOME)
const own = authorize(people.colleague, 'draft.read', HOME)
const queues = [people.cnipa, people.province].map((person) => authorize(person, 'queue.read'))

let world: World
/** What was exported and shown after each deed of the life, by the moment. */
const captured: { moment: string; deed: string; all: Readonly<Record<string, unknown>> }[] = []

/** Everything that can be looked back to: the pages as they are read, the city's own among them, and both files as their bytes. */
async function everything(known: Date | null): Promise<Record<string, unknown>> {
  const [pages, reports] = [asKnown(city, known), asKnown(report, known)]
  const draft = asKnown(own, known)
  const nothing = (): null => null
  const looking = queues.map((queue) => asKnown(queue, known))
  const exported = await readCityReport(reports, PERIOD).catch(nothing)
  const document =
    exported === null ? null : reportOfCity(exported, { locale: 'zh-CN', origin: '', demonstration: false })
  return {
    city: await readCityPage(pages, PERIOD),
    submitted: await readSubmittedReport(reports, PERIOD).catch(nothing),
    receipt: await readReceipt(reports, PERIOD),
    check: await readCheck(draft, PERIOD),
    saves: await readCellHistory(draft, PERIOD),
    uploads: await readUploads(draft, PERIOD, null),
    queues: await Promise.all(looking.map((queue) => readQueue(queue, queueQuestion({})))),
    waiting: await Promise.all(
      looking.map(async (queue) =>
        new TextDecoder().decode(
          writeCsv(queueTable('en', (await readElapsed(queue, queueQuestion({}))).entries)),
        ),
      ),
    ),
    count: await readCount(reports, 'custody_smes'),
    registers: await readRegisters(reports),
    restatements: (await readCityRestatements(reports)).entries,
    restatement: await readRestatement(reports, 1).catch(nothing),
    trace: await readTrace(reports, PERIOD, 1, 'pledge_amount').catch(nothing),
    register: { ...(await readRegister(draft, PERIOD, 'custody_smes')), open: null },
    csv: document === null ? null : Buffer.from(writeCsv(cityReportCsv(document))).toString('base64'),
    xlsx:
      document === null
        ? null
        : Buffer.from(await writeWorkbook(cityReportWorkbook(document))).toString('base64'),
  }
}

/** What a person may do now, when the working copy was touched last: no part of what was known of the report. */
const comparable = (all: Readonly<Record<string, unknown>>): unknown =>
  JSON.parse(
    JSON.stringify(all, (key, value: unknown) =>
      ['moves', 'scope', 'closed', 'changedAt', 'cellsAnswered', 'cellsAsked'].includes(key)
        ? undefined
        : typeof value === 'bigint'
          ? String(value)
          : value,
    ),
  )

let day = 12
async function at(deed: string, task: () => Promise<unknown>): Promise<void> {
  const moment = `2022-10-${++day}T09:00:00.000+08:00`
  await world.setClock(moment)
  await task()
  captured.push({ moment: new Date(moment).toISOString(), deed, all: await everything(null) })
}

beforeAll(async () => {
  world = await makeWorld()
  await at('an earlier quarter accepted', () => leadTo('accepted', people.officer, '2020Q1'))
  await at('submitted', () => leadTo('submitted', people.officer, PERIOD))
  await at('withdrawn', () =>
    withdrawReport(authorize(people.officer, 'report.withdraw', HOME), PERIOD, 'a slip'),
  )
  await at('submitted again', async () => {
    await life.certify(people.officer, PERIOD)
    await life.submit(people.officer, PERIOD)
  })
  const hash = () => draftHash(people.officer, PERIOD)
  await at('returned', async () =>
    life.giveBack(people.province, HOME, PERIOD, await hash(), [{ indicator: 'pledge_amount', reason: '' }]),
  )
  const type = (text: string, baseVersion: number) =>
    saveCells(authorize(people.officer, 'report.prepare', HOME), PERIOD, [
      { ...cell('pledge_amount', text), baseVersion },
    ])
  await at('typed', () => type('1290', 1))
  await at('corrected and passed', async () => {
    await type('1300', 2)
    await life.certify(people.officer, PERIOD)
    await life.submit(people.officer, PERIOD)
    await life.forward(HOME, PERIOD, await hash())
  })
  await at('a target set', () =>
    setTarget(authorize(people.officer, 'target.set', HOME), 'pledge_amount', '35', 'our plan'),
  )
  await at('accepted', async () => life.accept(HOME, PERIOD, await hash()))
  await at('restated', async () => {
    const seq = await requestRestatement(authorize(people.officer, 'restatement.request', HOME), PERIOD, {
      baseVersion: 3,
      reasonCode: 'clerical',
      reason: 'typed wrongly',
      correction: {
        figures: [{ indicator: 'pledge_amount', part: '', text: '1250' }],
        withdrawn: [],
        added: [],
      },
    })
    const { effectsHash } = await readRestatement(report, seq)
    await approveRestatement(authorize(people.cnipa, 'restatement.decide', HOME), seq, effectsHash ?? '', '')
  })
  await at('a later quarter accepted', () => leadTo('accepted', people.officer, '2020Q3'))
}, 240_000)
afterAll(() => world.drop())

describe('what was known', () => {
  it('at any moment of a life is what was shown and exported then, to the byte', async () => {
    await world.setClock('2022-10-28T09:00:00+08:00')
    for (const { moment, deed, all } of captured) {
      const then = await everything(new Date(moment))
      expect({ deed, ...(comparable(then) as object) }).toEqual({ deed, ...(comparable(all) as object) })
    }
  })

  it('now is what is known', async () => {
    const now = '2022-10-28T09:00:00+08:00'
    await world.setClock(now)
    const [shown, known, later] = [
      await everything(null),
      await everything(new Date(now)),
      await everything(new Date('2030-01-01')),
    ]
    expect(comparable(known)).toEqual(comparable(shown))
    expect(comparable(later)).toEqual(comparable(shown))
  })

  it('of a city’s own form is what was typed by then, and nothing of it can be done', async () => {
    const typed = captured.find(({ deed }) => deed === 'typed')
    const past = await readCheck(asKnown(own, new Date(typed?.moment ?? '')), PERIOD)
    const amount = past.cells.find(({ indicator }) => indicator === 'pledge_amount')
    expect(amount).toMatchObject({ content: { state: 'figure', value: '1290' }, version: 2 })
    expect(past).toMatchObject({ status: 'returned', scope: 'none', moves: [], unsaved: [] })
    const before = await readCheck(asKnown(own, new Date('2022-10-13T08:00:00+08:00')), PERIOD)
    expect(before).toMatchObject({ status: 'open', cells: [], rows: [], events: [] })
    expect((await readKnownMoments(own, PERIOD)).map(({ kind }) => kind)).toContain('certified')
  })

  it('before anything was submitted is nothing', async () => {
    const before = asKnown(report, new Date('2022-10-13T09:00:00+08:00'))
    expect(await outcomeOf(() => readSubmittedReport(before, PERIOD))).toBe('notFound')
    expect(await outcomeOf(() => readCityReport(before, PERIOD))).toBe('notFound')
  })

  it('is offered at the moments at which it changed for others, and changes by no deed of looking back', async () => {
    const moments = await readKnownMoments(report, PERIOD)
    expect(moments.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'restated 4',
      'accepted 3',
      'forwarded 3',
      'submitted 3',
      'returned 2',
      'submitted 2',
      'withdrawn 1',
      'submitted 1',
    ])
    const past = asKnown(report, new Date('2022-10-20T09:00:00+08:00'))
    await expect(begin(past, (work) => appendLedger(work, 'forged', {}))).rejects.toThrow(/read-only/)
  })
})
