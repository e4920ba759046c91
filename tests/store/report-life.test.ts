import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { saveRows } from '@/lib/registers/save-rows'
import { certifyReport } from '@/lib/reporting/certify-report'
import { readDraft } from '@/lib/reporting/read-draft'
import { recallReport } from '@/lib/reporting/recall-report'
import { saveCells } from '@/lib/reporting/save-cells'
import { submitReport } from '@/lib/reporting/submit-report'
import { acceptReport } from '@/lib/review/accept-report'
import { forwardReport } from '@/lib/review/forward-report'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { returnReport } from '@/lib/review/return-report'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  cell,
  creditCode,
  draftHash,
  leadTo,
  life,
  makeWorld,
  OPEN,
  OPEN_QUARTERS,
  outcomeOf,
  row,
  type World,
} from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

// Each test has a quarter of its own.
let used = 0
const nextQuarter = (): Period => {
  const quarter = OPEN_QUARTERS[used++]
  if (quarter === undefined) throw new Error('more tests than quarters')
  return quarter
}

const prepare = authorize(people.officer, 'report.prepare', HOME)
const certify = authorize(people.certifier, 'report.certify', HOME)
const submit = authorize(people.officer, 'report.submit', HOME)
const giveBack = authorize(people.cnipa, 'report.return', HOME)
const accept = authorize(people.cnipa, 'report.accept', HOME)

const draft = (period: Period) => readDraft(authorize(people.officer, 'draft.read', HOME), period)
const submitted = (period: Period) =>
  readSubmittedReport(authorize(people.cnipa, 'report.read', HOME), period)
const sign = (period: Period, contentHash: string, declared = true) =>
  certifyReport(certify, period, { contentHash, declared })

describe('certifying', () => {
  it('signs exactly what was shown, declared, complete and without errors', async () => {
    const period = nextQuarter()
    await life.prepare(people.officer, period)
    const shown = await draftHash(people.certifier, period)
    expect(await outcomeOf(() => sign(period, shown, false))).toBe('declarationMissing')
    await saveCells(prepare, period, [{ ...cell('pledge_amount', '999'), baseVersion: 1 }])
    expect(await outcomeOf(() => sign(period, shown))).toBe('contentChanged')
    await saveCells(prepare, period, [{ ...cell('regional_brands', ''), state: 'blank', baseVersion: 1 }])
    expect(await outcomeOf(async () => sign(period, await draftHash(people.certifier, period)))).toBe(
      'checksFailed',
    )
    await saveCells(prepare, period, [
      { ...cell('regional_brands', 'again'), state: 'narrative', baseVersion: 2 },
    ])
    expect(await outcomeOf(async () => sign(period, await draftHash(people.certifier, period)))).toBe('done')
    expect((await draft(period)).status).toBe('certified')
  })

  it('freezes the working copy until it is taken back, with a reason', async () => {
    const period = nextQuarter()
    await leadTo('certified', people.officer, period)
    expect(
      await outcomeOf(() => saveCells(prepare, period, [{ ...cell('pledge_amount', '1'), baseVersion: 1 }])),
    ).toBe('notEditable')
    expect(await outcomeOf(() => saveRows(prepare, period, 'custody_smes', [row('late')]))).toBe(
      'notEditable',
    )
    const recall = authorize(people.certifier, 'report.recall', HOME)
    expect(await outcomeOf(() => recallReport(recall, period, ' '))).toBe('reasonMissing')
    expect(await outcomeOf(() => recallReport(recall, period, 'x'.repeat(2001)))).toBe('tooLong')
    await recallReport(recall, period, 'a slip')
    expect(
      await outcomeOf(() => saveCells(prepare, period, [{ ...cell('pledge_amount', '1'), baseVersion: 1 }])),
    ).toBe('done')
  })
})

describe('the certifier is another person than any preparer', () => {
  /** The officer becomes the certifier, as happens when duties are handed over in the middle of a quarter. */
  const promoted = { ...people.officer, role: 'city_certifier' as const }

  it('says the application, to whoever typed a cell or a row of this version', async () => {
    for (const prepared of ['cell', 'row'] as const) {
      const period = nextQuarter()
      await life.prepare(people.colleague, period)
      if (prepared === 'row')
        await saveRows(prepare, period, 'custody_smes', [
          { ...row('by the officer', creditCode(31)), provider: 'a provider' },
        ])
      else await saveCells(prepare, period, [{ ...cell('pledge_amount', '5'), baseVersion: 1 }])
      const contentHash = await draftHash(people.certifier, period)
      const permit = authorize(promoted, 'report.certify', HOME)
      expect(await outcomeOf(() => certifyReport(permit, period, { contentHash, declared: true }))).toBe(
        'certifierPrepared',
      )
      expect(await outcomeOf(() => sign(period, contentHash))).toBe('done')
    }
  })

  it('says the database by itself, whatever the application does', async () => {
    const period = nextQuarter()
    await life.prepare(people.officer, period)
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    try {
      const certifyAs = async (actor: string): Promise<string | undefined> => {
        await app.query('BEGIN')
        try {
          await app.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [
            HOME,
          ])
          await app.query(
            `INSERT INTO report_event (city, period, seq, kind, from_status, to_status, version, actor, actor_name, actor_role, at)
             VALUES ($1, $2, 2, 'certified', 'draft', 'certified', 1, $3, 'x', 'city_certifier', chengji_now())`,
            [HOME, period, actor],
          )
          return undefined
        } catch (error) {
          return error instanceof pg.DatabaseError ? error.code : String(error)
        } finally {
          await app.query('ROLLBACK')
        }
      }
      expect(await certifyAs(people.officer.id)).toBe('CJ003')
      expect(await certifyAs(people.certifier.id)).toBeUndefined()
    } finally {
      await app.end()
    }
  })
})

describe('submitting', () => {
  it('twice at the same moment makes one version and gives one receipt', async () => {
    const period = nextQuarter()
    const hash = await leadTo('certified', people.officer, period)
    const byCertifier = authorize(people.certifier, 'report.submit', HOME)
    const receipts = await Promise.all(
      [submit, submit, byCertifier, submit].map((permit) => submitReport(permit, period, hash)),
    )
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(await submitReport(submit, period, hash)).toEqual(receipts[0])
    const { rows } = await world.owner.query(
      `SELECT (SELECT count(*)::int FROM report_version WHERE period = $1) AS versions,
              (SELECT count(*)::int FROM report_event WHERE period = $1 AND kind = 'submitted') AS events`,
      [period],
    )
    expect(rows).toEqual([{ versions: 1, events: 1 }])
  })

  it('is of the certified content and nothing else', async () => {
    const period = nextQuarter()
    await life.prepare(people.officer, period)
    expect(await outcomeOf(() => submitReport(submit, period, 'x'))).toBe('notNow')
    await life.certify(people.officer, period)
    expect(await outcomeOf(() => submitReport(submit, period, 'f'.repeat(64)))).toBe('contentChanged')
  })
})

describe('a return', () => {
  it('of chosen figures unlocks those and what a check ties to them, and nothing else', async () => {
    const period = nextQuarter()
    const hash = await leadTo('forwarded', people.officer, period)
    await returnReport(giveBack, period, hash, 'see below', [
      { indicator: 'pledge_amount', reason: 'differs from the register' },
      { indicator: 'custody_smes', reason: '' },
    ])
    const { returned, scope } = await draft(period)
    expect(scope).toEqual(expect.arrayContaining(['custody_smes', 'pledge_amount']))
    expect(returned?.returned).toEqual([
      { indicator: 'custody_smes', reason: 'see below' },
      { indicator: 'pledge_amount', reason: 'differs from the register' },
      { indicator: 'pledge_projects', reason: 'differs from the register' },
    ])
    const { outcomes } = await saveCells(prepare, period, [
      { ...cell('pledge_amount', '1300'), baseVersion: 1 },
      { ...cell('pledge_projects', '1300'), baseVersion: 1 },
      { ...cell('patent_contract_value', '1300'), baseVersion: 1 },
    ])
    expect(outcomes).toMatchObject([
      { outcome: 'saved' },
      { outcome: 'saved' },
      { outcome: 'refused', refusal: { code: 'figureNotReturned' } },
    ])
    expect(await outcomeOf(() => saveRows(prepare, period, 'certified_entities', [row('no')]))).toBe(
      'figureNotReturned',
    )
    expect(await outcomeOf(() => saveRows(prepare, period, 'custody_smes', [row('yes')]))).toBe('done')
  })

  it('needs a reason, the version that was looked at, and figures that the report has', async () => {
    const period = nextQuarter()
    const hash = await leadTo('forwarded', people.officer, period)
    expect(await outcomeOf(() => returnReport(giveBack, period, hash, '  ', []))).toBe('reasonMissing')
    expect(await outcomeOf(() => returnReport(giveBack, period, 'f'.repeat(64), 'why', []))).toBe(
      'contentChanged',
    )
    expect(
      await outcomeOf(() =>
        returnReport(giveBack, period, hash, 'why', [{ indicator: 'happiness', reason: '' }]),
      ),
    ).toBe('cellUnknown')
    expect(await outcomeOf(() => acceptReport(accept, period, 'f'.repeat(64)))).toBe('contentChanged')
    expect(
      await outcomeOf(() =>
        forwardReport(authorize(people.province, 'report.forward', HOME), period, hash, ''),
      ),
    ).toBe('notNow')
  })

  it('makes a new version, which supersedes the old and leaves it as it was', async () => {
    const period = nextQuarter()
    const first = await leadTo('forwarded', people.officer, period)
    const before = await submitted(period)
    await returnReport(giveBack, period, first, 'look again', [{ indicator: 'pledge_amount', reason: '' }])
    expect(await outcomeOf(async () => sign(period, await draftHash(people.certifier, period)))).toBe(
      'nothingChanged',
    )
    await saveCells(prepare, period, [{ ...cell('pledge_amount', '1500'), baseVersion: 1 }])
    await life.certify(people.officer, period)
    await life.submit(people.officer, period)
    const after = await submitted(period)
    expect(after.versions.map(({ version }) => version)).toEqual([1, 2])
    expect(after.cellChanges).toMatchObject([
      { indicator: 'pledge_amount', before: { value: '1200' }, after: { value: '1500' } },
    ])
    const old = await readSubmittedReport(authorize(people.cnipa, 'report.read', HOME), period, 1)
    expect({ head: old.head, content: old.content }).toEqual({ head: before.head, content: before.content })
    expect(old.moves).toEqual([])
  })

  it('may be corrected after the lock: the lock is the city’s date, the return the reviewer’s deed', async () => {
    const period = nextQuarter()
    const hash = await leadTo('forwarded', people.officer, period)
    await world.owner.query(
      `UPDATE reporting_period SET due_at = '2022-02-01', locked_after = '2022-03-01' WHERE period = $1`,
      [period],
    )
    await returnReport(giveBack, period, hash, 'look again', [])
    expect(
      await outcomeOf(() => saveCells(prepare, period, [{ ...cell('pledge_amount', '1'), baseVersion: 1 }])),
    ).toBe('done')
  })
})

describe('a report that there is not', () => {
  it('is moved by nobody, and nothing comes of trying', async () => {
    const contentHash = 'f'.repeat(64)
    const moves = (city: string, period: Period) => [
      () =>
        forwardReport(
          authorize({ ...people.province, province: city.slice(0, 2) }, 'report.forward', city),
          period,
          contentHash,
          '',
        ),
      () => returnReport(authorize(people.cnipa, 'report.return', city), period, contentHash, 'why', []),
      () => acceptReport(authorize(people.mof, 'report.accept', city), period, contentHash),
    ]
    const own = (period: Period) => [
      () => certifyReport(certify, period, { contentHash, declared: true }),
      () => submitReport(submit, period, contentHash),
      () => recallReport(authorize(people.officer, 'report.recall', HOME), period, 'why'),
    ]
    const before = (await world.owner.query('SELECT count(*) FROM report')).rows
    for (const attempt of [
      ...moves(HOME, '1999Q1'),
      ...own('1999Q1'),
      ...moves('999999', OPEN),
      ...own('2022Q4'),
    ]) {
      expect(await outcomeOf(attempt)).toMatch(/^(?:notNow|periodUnknown|periodNotOpen)$/)
    }
    expect((await world.owner.query('SELECT count(*) FROM report')).rows).toEqual(before)
  })
})

describe('what has been submitted', () => {
  it('cannot be changed by the application, not even by its database', async () => {
    await leadTo('submitted', people.officer, OPEN)
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    try {
      for (const table of [
        'report_version',
        'version_figure',
        'version_row',
        'report_event',
        'ledger_entry',
      ]) {
        for (const sql of [`UPDATE ${table} SET city = city`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
          await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' })
        }
      }
    } finally {
      await app.end()
    }
  })

  it('keeps the working copy frozen in the database too', async () => {
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    try {
      await app.query('BEGIN')
      await app.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [
        HOME,
      ])
      await expect(
        app.query(`UPDATE report_cell SET value = 1 WHERE period = $1 AND indicator = 'pledge_amount'`, [
          OPEN,
        ]),
      ).rejects.toMatchObject({ code: 'CJ004' })
      await app.query('ROLLBACK')
      await app.query('BEGIN')
      await app.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [
        HOME,
      ])
      const insertion = app.query(
        `INSERT INTO register_row (city, id, period, indicator, name, no_code_reason, counted_on, version, changed_by, changed_by_name, changed_at)
         VALUES ($1, $2, $3, 'custody_smes', 'late', 'none', '2022-01-01', 1, $4, 'x', chengji_now())`,
        [HOME, randomUUID(), OPEN, people.officer.id],
      )
      await expect(insertion).rejects.toMatchObject({ code: 'CJ004' })
    } finally {
      await app.end()
    }
  })
})
