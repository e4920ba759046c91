import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { withdrawReport } from '@/lib/reporting/withdraw-report'
import { verifyReceipt } from '@/lib/reporting/verify-receipt'
import type { VersionHead } from '@/lib/store/versions'
import { readDigest, readReceiptNumber } from '@/lib/values/receipt-number'
import { boundedLookup } from '@/lib/web/bounded-lookup'
import { FAR, HOME, people } from '../support/actors'
import { cell, fullAnswer, leadTo, life, makeWorld, outcomeOf, type World } from '../support/fixtures'

const caller = vi.hoisted(() => ({ address: '192.0.2.1' }))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers({ 'x-forwarded-for': caller.address })),
}))

const FIGURE = '73391'
let world: World
let app: pg.Client
let first: VersionHead
let second: VersionHead

beforeAll(async () => {
  world = await makeWorld()
  app = new pg.Client({ connectionString: world.appUrl })
  await app.connect()
  const officer = people.officer
  await life.prepare(officer, '2020Q1', fullAnswer('a secret narrative', FIGURE))
  await life.certify(officer, '2020Q1')
  first = await life.submit(officer, '2020Q1')
  await life.giveBack(people.province, HOME, '2020Q1', first.contentHash)
  await life.prepare(officer, '2020Q1', [{ ...cell('pledge_amount', '73392'), baseVersion: 1 }])
  await life.certify(officer, '2020Q1')
  second = await life.submit(officer, '2020Q1')
  await leadTo('submitted', people.farOfficer, '2020Q1')
})
afterAll(async () => {
  await app.end()
  await world.drop()
})

const prepared = async (period: '2020Q2') => {
  await leadTo('certified', people.farOfficer, period)
  return period
}
const check = (number: string) => verifyReceipt(authorize(null, 'receipt.verify'), number)

describe('a receipt number', () => {
  it('proves to anybody whose report it is for, when it came and whether it is the latest, and no figure', async () => {
    expect(await check(first.receiptNumber)).toEqual({
      city: { nameZh: '家城', nameEn: 'Home' },
      period: '2020Q1',
      version: 1,
      latestVersion: 2,
      supersededAt: second.submittedAt,
      withdrawnAt: null,
      receiptNumber: first.receiptNumber,
      contentHash: first.contentHash,
      cellsAsked: 19,
      cellsAnswered: 19,
      findings: 0,
      submittedAt: first.submittedAt,
    })
    expect(await check(second.receiptNumber)).toMatchObject({
      version: 2,
      latestVersion: 2,
      supersededAt: null,
      withdrawnAt: null,
    })
  })

  it('says when its version was taken back, and that no later one took its place if that one was', async () => {
    const third = await life.submit(people.farOfficer, await prepared('2020Q2'))
    await withdrawReport(authorize(people.farOfficer, 'report.withdraw', FAR), '2020Q2', 'too early')
    const { withdrawnAt, supersededAt, latestVersion } = (await check(third.receiptNumber)) ?? {}
    expect([withdrawnAt?.toISOString(), supersededAt, latestVersion]).toEqual([
      '2022-10-12T01:00:00.000Z',
      null,
      1,
    ])
  })

  it('cannot be worked out from the report: equal contents of two cities, or of two versions, differ in all its tail', () => {
    const tails = [first, second].map(({ receiptNumber }) => receiptNumber.split('-').at(-1) ?? '')
    expect(new Set(tails).size).toBe(2)
    for (const [i, { contentHash }] of [first, second].entries()) {
      expect(tails[i]).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      expect(contentHash.toUpperCase()).not.toContain(tails[i]?.slice(0, 5))
    }
  })

  it('that is nearly right, a pattern or an injection finds nothing', async () => {
    const { receiptNumber } = first
    const near = [
      receiptNumber.slice(0, -1),
      receiptNumber.toLowerCase(),
      `${receiptNumber} `,
      `CJ-${HOME}-2020Q1-1-%`,
      '%',
      '',
      `' OR true --`,
    ]
    for (const number of near) expect(await check(number)).toBeNull()
  })

  it('is read as people type and scan it, and nothing else is', () => {
    expect(readReceiptNumber('  cj–910100–2020q1–1–7k3mq 9xw2a ')).toBe('CJ-910100-2020Q1-1-7K3MQ9XW2A')
    expect(readReceiptNumber('ＣＪ-910100-2019-1-7K3MQ9XW2A')).toBe('CJ-910100-2019-1-7K3MQ9XW2A')
    for (const text of [
      '',
      'CJ-910100',
      `CJ-910100-2020Q1-1-${'A'.repeat(200)}`,
      'CJ-910100-2020Q5-1-7K3MQ9XW2A',
    ])
      expect(readReceiptNumber(text)).toBeNull()
    expect(readDigest(`  ${first.contentHash.toUpperCase().replace(/(.{8})/g, '$1 ')}`)).toBe(
      first.contentHash,
    )
    expect(readDigest('abc')).toBeNull()
  })
})

describe('whoever is not signed in', () => {
  it('sees in the database not one row without a number, and with one only that report’s receipts', async () => {
    const rowsSeen = async (settings: string, table: string): Promise<unknown[]> => {
      await app.query('BEGIN')
      await app.query(`SELECT set_config('app.scope', 'receipt', true) ${settings}`)
      const { rows } = await app.query<{ city: string; period: string }>(`SELECT * FROM ${table}`)
      await app.query('ROLLBACK')
      return rows.map(({ city, period }) => [city, period])
    }
    const named = `, set_config('app.receipt', '${first.receiptNumber}', true)`
    const report = `${named}, set_config('app.receipt_report', '${HOME}/2020Q1', true)`
    expect(await rowsSeen('', 'version_receipt')).toEqual([])
    expect(await rowsSeen(named, 'version_receipt')).toEqual([[HOME, '2020Q1']])
    expect(await rowsSeen(report, 'version_receipt')).toEqual([
      [HOME, '2020Q1'],
      [HOME, '2020Q1'],
    ])
    const others = [
      'report_version',
      'version_figure',
      'version_row',
      'report_cell',
      'quarter_summary',
      'account',
    ]
    for (const table of others) expect(await rowsSeen(report, table)).toEqual([])
  })

  it('finds no figure and no name in all that a number yields', async () => {
    const yielded = JSON.stringify([await check(first.receiptNumber), await check(second.receiptNumber)])
    for (const hidden of [FIGURE, '73392', 'a secret narrative', people.officer.name, people.certifier.name])
      expect(yielded).not.toContain(hidden)
    const columns = await world.owner.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'version_receipt'::regclass AND attnum > 0 ORDER BY attnum`,
    )
    expect(columns.rows.map(({ name }) => name)).toEqual([
      'city',
      'period',
      'version',
      'receipt_number',
      'content_hash',
      'cells_asked',
      'cells_answered',
      'findings',
      'submitted_at',
    ])
  })

  it('waits after twenty numbers that are none; others do not, nor does whoever holds real ones', async () => {
    const lookUp = (number: string) => boundedLookup(() => check(number))
    for (let i = 0; i < 30; i++) expect(await lookUp(first.receiptNumber)).not.toBeNull()
    for (let i = 0; i < 20; i++)
      expect(await lookUp(`CJ-${HOME}-2020Q1-1-${String(i).padStart(10, '0')}`)).toBeNull()
    expect(await outcomeOf(() => lookUp('CJ-1'))).toBe('tooManyTries')
    expect(await outcomeOf(() => lookUp(first.receiptNumber))).toBe('tooManyTries')
    caller.address = '192.0.2.2'
    expect(await lookUp(first.receiptNumber)).not.toBeNull()
  })
})

describe('the row that anybody may check', () => {
  it('says what the receipt says', async () => {
    const { versions } = await readReceipt(authorize(people.officer, 'report.read', HOME), '2020Q1')
    for (const head of versions) {
      expect(await check(head.receiptNumber)).toMatchObject({
        contentHash: head.contentHash,
        cellsAsked: head.cellsAsked,
        cellsAnswered: head.cellsAnswered,
        submittedAt: head.submittedAt,
      })
    }
  })
})
