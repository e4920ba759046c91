import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { readRegister } from '@/lib/registers/read-register'
import { readCheck } from '@/lib/reporting/read-check'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { submitReport } from '@/lib/reporting/submit-report'
import type { Period, Quarter } from '@/lib/values'
import { FAR, HOME, people } from '../support/actors'
import {
  BASE_YEAR,
  cell,
  creditCode,
  draftHash,
  fullAnswer,
  leadTo,
  life,
  makeWorld,
  NOT_YET_OPEN,
  outcomeOf,
  row,
  type World,
} from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const officer = people.officer
const receiptOf = (period: Period, version?: number) =>
  readReceipt(authorize(people.province, 'report.read', HOME), period, version)
const checkOf = (period: Period, by = officer) => readCheck(authorize(by, 'draft.read', HOME), period)
const custody = async (period: Period) =>
  (await receiptOf(period)).submission?.lines.find((line) => line.indicator === 'custody_smes')?.counted

describe('a receipt', () => {
  it('says who certified and submitted what, and where the ledger has it', async () => {
    const hash = await leadTo('submitted', officer, '2020Q1', 'mark')
    const { submission, events, status, versions } = await receiptOf('2020Q1')
    expect([status, versions.length]).toEqual(['submitted', 1])
    expect(submission).toMatchObject({
      head: {
        version: 1,
        contentHash: hash,
        certifiedByName: people.certifier.name,
        submittedByName: officer.name,
      },
      isLatest: true,
      isIntact: true,
    })
    const { rows } = await world.owner.query<{ seq: number; hash: string; kind: string }>(
      `SELECT seq, hash, kind FROM ledger_entry WHERE city = $1 AND body::jsonb ->> 'period' = '2020Q1' ORDER BY seq`,
      [HOME],
    )
    expect(events.map(({ kind, ledger }) => [`report.${kind}`, ledger?.seq, ledger?.hash])).toEqual(
      rows.map(({ kind, seq, hash: entry }) => [kind, seq, entry]),
    )
    expect(submission?.ledger?.seq).toBe(rows.at(-1)?.seq)
  })

  it('shows every result asked, with the figures of its version', async () => {
    const { submission } = await receiptOf('2020Q1')
    expect(submission?.lines).toHaveLength(19)
    expect(submission?.lines.find((line) => line.indicator === 'pledge_amount')?.cells).toEqual([
      { part: '', content: { state: 'figure', value: '1200' } },
    ])
  })

  it('is one and the same however often the same content is submitted', async () => {
    const hash = await leadTo('certified', officer, '2020Q2')
    const submit = () => submitReport(authorize(officer, 'report.submit', HOME), '2020Q2', hash)
    const [first, second] = await Promise.all([submit(), submit()])
    expect(second).toEqual(first)
    expect(await submit()).toEqual(first)
    expect((await receiptOf('2020Q2')).versions).toEqual([first])
  })

  it('never changes: counts are those known when it was given, also after an earlier quarter is corrected', async () => {
    const submitWith = async (period: Period, names: readonly string[], first: number) => {
      await life.prepare(officer, period)
      await life.addRows(
        officer,
        period,
        'custody_smes',
        names.map((name, i) => row(name, creditCode(first + i))),
      )
      await life.certify(officer, period)
      return life.submit(officer, period)
    }
    const earlier = await submitWith('2020Q3', ['One'], 1)
    await submitWith('2020Q4', ['Two'], 2)
    expect(await custody('2020Q4')).toEqual({ rows: 1, total: 2, fresh: 1 })
    await world.setClock('2022-10-13T09:00:00+08:00')
    await life.giveBack(people.province, HOME, '2020Q3', earlier.contentHash)
    await life.addRows(officer, '2020Q3', 'custody_smes', [row('Forgotten', creditCode(3))])
    await life.certify(officer, '2020Q3')
    await life.submit(officer, '2020Q3')
    expect(await custody('2020Q3')).toEqual({ rows: 2, total: 2, fresh: 2 })
    expect(await custody('2020Q4')).toEqual({ rows: 1, total: 2, fresh: 1 })
    expect((await receiptOf('2020Q3', 1)).submission).toMatchObject({ isLatest: false, isIntact: true })
  })

  it('says so when what is stored is no longer what was signed', async () => {
    await world.owner.query('ALTER TABLE report_version DISABLE TRIGGER report_version_append_only')
    await world.owner.query(
      `UPDATE report_version SET content = replace(content, 'mark', 'lark') WHERE city = $1 AND period = '2020Q1'`,
      [HOME],
    )
    expect((await receiptOf('2020Q1')).submission?.isIntact).toBe(false)
  })

  it('is not there before anything was submitted; a version or period that does not exist is not found', async () => {
    expect((await receiptOf('2021Q1')).submission).toBeNull()
    expect(await outcomeOf(() => receiptOf('2020Q2', 7))).toBe('notFound')
    expect(await outcomeOf(() => receiptOf('1999Q1'))).toBe('notFound')
  })

  it('shows nothing of a working copy', async () => {
    // A point stands in no hash.
    await life.prepare(officer, '2021Q1', [cell('pledge_amount', '77.5')])
    expect(JSON.stringify(await receiptOf('2021Q1'))).not.toContain('77.5')
  })

  it('is for the city and whoever reviews or reads it, not for another city or province', () => {
    expect(() => authorize(people.farProvince, 'report.read', HOME)).toThrow('notFound')
    expect(() => authorize(people.neighbourOfficer, 'report.read', HOME)).toThrow('notFound')
    expect(() => authorize(people.province, 'report.read', FAR)).toThrow('notFound')
    expect(() => authorize(people.security, 'report.read', HOME)).toThrow('notAllowed')
  })
})

describe('the check page', () => {
  it('counts what is unanswered once, and names what stands against a signature', async () => {
    const edits = fullAnswer().filter(({ indicator }) => indicator !== 'service_cluster')
    await life.prepare(officer, '2021Q2', [...edits, cell('pledge_projects', '0')])
    const { outcome } = await checkOf('2021Q2')
    expect(outcome.unanswered).toEqual(['service_cluster'])
    expect(outcome.errors.map(({ rule }) => rule)).toEqual(['pledgeOneSided'])
    expect(outcome.isClear).toBe(false)
  })

  it('in the base year, a missing quarter of a result that is otherwise there is an error', async () => {
    await life.prepare(officer, BASE_YEAR, [
      cell('pledge_amount', '1', 'Q1'),
      cell('pledge_amount', '1', 'Q2'),
      cell('transfers_licenses', '5', 'Y'),
    ])
    const { outcome, lines } = await checkOf(BASE_YEAR)
    expect(outcome.unanswered).toEqual(['pledge_amount', 'pledge_projects', 'patent_contract_value'])
    expect(outcome.errors).toEqual([])
    expect(lines[0]?.cells.map(({ part, content }) => [part, content.state])).toEqual([
      ['Q1', 'blank'],
      ['Q2', 'blank'],
      ['Q3', 'blank'],
      ['Q4', 'blank'],
      ['Y', 'figure'],
    ])
  })

  it('shows the hash of exactly what was checked, and who prepared this version', async () => {
    await life.prepare(officer, '2021Q3')
    await life.addRows(people.colleague, '2021Q3', 'custody_smes', [
      { ...row('By a colleague', creditCode(30)), provider: 'a provider' },
    ])
    const check = await checkOf('2021Q3', people.certifier)
    expect(check.preparers.map(({ id }) => id).toSorted()).toEqual(
      [officer.id, people.colleague.id].toSorted(),
    )
    expect(check.contentHash).toBe(await draftHash(people.certifier, '2021Q3'))
    expect([check.outcome.isClear, check.isAsReturned]).toEqual([true, false])
  })

  it('knows what is exactly as returned, whatever the order in which rows were entered', async () => {
    await life.prepare(officer, '2021Q4')
    await life.addRows(officer, '2021Q4', 'custody_smes', [
      row('Zeta', creditCode(42)),
      row('Alpha', creditCode(41)),
    ])
    await life.certify(officer, '2021Q4')
    const { contentHash } = await life.submit(officer, '2021Q4')
    await life.giveBack(people.province, HOME, '2021Q4', contentHash)
    expect((await checkOf('2021Q4')).isAsReturned).toBe(true)
    expect(await outcomeOf(() => life.certify(officer, '2021Q4'))).toBe('nothingChanged')
    await life.addRows(officer, '2021Q4', 'custody_smes', [row('New', creditCode(43))])
    expect((await checkOf('2021Q4')).isAsReturned).toBe(false)
  })
})

describe('a register page', () => {
  const registerOf = (period: Quarter, by = officer) =>
    readRegister(authorize(by, 'draft.read', HOME), period, 'custody_smes')
  afterEach(() => world.setClock('2022-10-13T09:00:00+08:00'))

  it('shows this quarter’s rows, what was counted before, and what is required by now', async () => {
    await life.prepare(officer, '2022Q1')
    await life.addRows(officer, '2022Q1', 'custody_smes', [
      row('Known already', creditCode(1)),
      row('New here', creditCode(60)),
    ])
    const register = await registerOf('2022Q1')
    expect(register.closed).toBeNull()
    expect(register.rows.map(({ name }) => name).toSorted()).toEqual(['Known already', 'New here'])
    expect(register.standing.fresh).toBe(1)
    expect(register.standing.total).toBe(register.earlier.length + 1)
    expect(register.floor).toEqual({ end: '1000', toDate: '750' })
  })

  it('says why it cannot be edited', async () => {
    expect((await registerOf('2022Q1', people.certifier)).closed).toBe('role')
    expect((await registerOf(NOT_YET_OPEN)).closed).toBe('notOpen')
    expect((await registerOf('2020Q1')).closed).toBe('status')
    await life.certify(officer, '2022Q1')
    const { contentHash } = await life.submit(officer, '2022Q1')
    await life.giveBack(people.province, HOME, '2022Q1', contentHash, [
      { indicator: 'pledge_amount', reason: 'check' },
    ])
    expect((await registerOf('2022Q1')).closed).toBe('notReturned')
    await world.owner.query(`UPDATE reporting_period SET locked_after = '2022-11-01' WHERE period = '2022Q2'`)
    await world.setClock('2022-11-02T09:00:00+08:00')
    expect((await registerOf('2022Q2')).closed).toBe('locked')
  })
})
