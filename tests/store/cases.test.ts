import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { readRegister } from '@/lib/registers/read-register'
import { rowHistory } from '@/lib/registers/row-history'
import { saveRows } from '@/lib/registers/save-rows'
import { withdrawRow } from '@/lib/registers/withdraw-row'
import { decideCase, noteCase } from '@/lib/review/decide-case'
import { noteForProvince } from '@/lib/review/note-for-province'
import { caseQuestionOf, readCases } from '@/lib/review/read-cases'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { readOwnCases } from '@/lib/store/cases'
import { readRows } from '@/lib/store/register-rows'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import type { Quarter } from '@/lib/values'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import {
  creditCode,
  draftHash,
  fullAnswer,
  leadTo,
  life,
  makeWorld,
  outcomeOf,
  row,
  type World,
} from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const SHARED = creditCode(1, '990000')

/** Brings a quarter of a city with these enterprises in custody service to acceptance. */
async function accepted(officer: Actor, period: Quarter, codes: readonly string[]): Promise<void> {
  const answers = fullAnswer().filter(({ indicator }) => indicator !== 'custody_smes')
  await life.prepare(officer, period, answers)
  await life.addRows(
    officer,
    period,
    'custody_smes',
    codes.map((code) => row(`${officer.login} ${code.slice(-3)}`, code)),
  )
  await life.certify(officer, period)
  const hash = await draftHash(officer, period)
  await life.submit(officer, period)
  const city = officer.city ?? ''
  await life.forward(city, period, hash)
  await life.accept(city, period, hash)
}

const list = (reviewer: Actor, asked: Readonly<Record<string, string>> = {}) =>
  readCases(authorize(reviewer, 'case.read'), caseQuestionOf(asked))
const shown = async (reviewer: Actor = people.mof) => (await list(reviewer)).cases
const ownCases = (officer: Actor) =>
  begin(authorize(officer, 'draft.read', officer.city ?? ''), (work) => readOwnCases(work))
const count = async (officer: Actor, period: Quarter) => {
  const summaries = await begin(authorize(officer, 'city.read', officer.city ?? ''), readSummaries)
  return summaries
    .find((summary) => summary.period === period)
    ?.facts.find((fact) => fact.indicator === 'custody_smes')?.value
}
const decide = (
  countsIn: string | null,
  steps: number,
  number = 1,
  reason = 'the agreement is signed there',
) => decideCase(authorize(people.cnipa, 'case.decide'), { number, countsIn, reason, steps })

describe('the same enterprise claimed by two cities', () => {
  it('is no case while one city alone claims it, and one for each result once a second is accepted', async () => {
    await accepted(people.officer, '2020Q1', [SHARED, creditCode(2)])
    expect(await shown()).toEqual([])
    await accepted(people.neighbourOfficer, '2020Q1', [SHARED, creditCode(3, NEIGHBOUR)])
    const [one, ...others] = await shown()
    expect(others).toEqual([])
    expect(one).toMatchObject({ number: 1, indicator: 'custody_smes', identity: SHARED, isDecided: false })
    expect(one?.claims.map(({ city, period }) => [city, period])).toEqual([
      [HOME, '2020Q1'],
      [NEIGHBOUR, '2020Q1'],
    ])
  })

  it('is opened once, however often and by however many it is found', async () => {
    await Promise.all([
      accepted(people.officer, '2020Q2', [SHARED]),
      accepted(people.neighbourOfficer, '2020Q2', [SHARED]),
    ])
    expect((await shown()).map(({ number }) => number)).toEqual([1])
  })

  it('is to each city only a number on its own row', async () => {
    const own = await ownCases(people.officer)
    expect(own).toMatchObject([{ number: 1, identity: SHARED, counts: null }])
    const permit = authorize(people.officer, 'draft.read', HOME)
    const register = await readRegister(permit, '2020Q2', 'custody_smes')
    expect(Object.values(register.standing.rows)).toMatchObject([{ counts: 'earlier', case: 1 }])
    const told = JSON.stringify([own, register])
    expect(told).not.toContain(NEIGHBOUR)
    expect(told).not.toContain('neighbour')
  })

  it('is to a city without it nothing, and to another province only what its own cities have', async () => {
    expect(await ownCases(people.farOfficer)).toEqual([])
    expect(await shown(people.farProvince)).toEqual([])
    expect((await shown(people.province)).map(({ claims }) => claims.length)).toEqual([2])
  })

  it('counts in both until it is decided, and then where the decision says; what was issued stays', async () => {
    expect([await count(people.officer, '2020Q1'), await count(people.neighbourOfficer, '2020Q1')]).toEqual([
      '2',
      '2',
    ])
    await noteCase(authorize(people.mof, 'case.decide'), 1, 'both were asked for their agreement')
    const issued = () =>
      world.owner.query(
        'SELECT * FROM issued_verdict ORDER BY city, as_of, report_version, indicator, against',
      )
    const before = (await issued()).rows
    await decide(NEIGHBOUR, 1)
    expect((await issued()).rows).toEqual(before)
    expect([await count(people.officer, '2020Q1'), await count(people.neighbourOfficer, '2020Q1')]).toEqual([
      '1',
      '2',
    ])
    // A quarter that only repeats it still has its answer.
    expect(await count(people.officer, '2020Q2')).toBe('1')
    expect(await ownCases(people.officer)).toMatchObject([{ counts: false }])
    expect(await ownCases(people.neighbourOfficer)).toMatchObject([{ counts: true }])
  })

  it('keeps who said what, for the nation alone', async () => {
    const [one] = await shown()
    expect(one).toMatchObject({ isDecided: true })
    expect(one?.steps.map(({ kind, countsIn, actorName }) => [kind, countsIn, actorName])).toEqual([
      ['note', null, 'test mof'],
      ['decided', NEIGHBOUR, 'test cnipa'],
    ])
    expect((await shown(people.province))[0]?.steps).toEqual([])
  })

  it('takes notes of the provinces concerned, each read by its own reviewers and the nation', async () => {
    const noted = (reviewer: Actor, text: string, number = 1) =>
      outcomeOf(() => noteForProvince(authorize(reviewer, 'case.note'), number, text))
    expect(await noted(people.province, 'the agreement was seen')).toBe('done')
    expect(await noted(people.province, ' ')).toBe('reasonMissing')
    expect(await noted(people.province, 'of nothing', 77)).toBe('caseUnknown')
    expect(await noted(people.farProvince, 'not ours')).toBe('caseUnknown')
    const notesOf = async (reviewer: Actor) =>
      (await shown(reviewer)).flatMap(({ notes }) => notes.map(({ province, note }) => [province, note]))
    expect(await notesOf(people.province)).toEqual([['91', 'the agreement was seen']])
    expect(await notesOf(people.mof)).toEqual([['91', 'the agreement was seen']])
    expect(await notesOf(people.farProvince)).toEqual([])
  })

  it('is open again when a third city joins, and decided anew', async () => {
    await accepted(people.farOfficer, '2020Q1', [SHARED])
    expect(await shown()).toMatchObject([{ number: 1, isDecided: false }])
    // The other side of it lies in another province.
    const [far] = await shown(people.farProvince)
    expect([far?.claims.map(({ city }) => city), far?.notes]).toEqual([[FAR], []])
    await decide(null, 2, 1, 'it has a branch in each')
    expect(await count(people.officer, '2020Q1')).toBe('2')
    expect(await count(people.farOfficer, '2020Q1')).toBe('1')
    expect(await shown()).toMatchObject([{ isDecided: true }])
  })

  it.each([
    ['a case that is not there', () => decide(null, 0, 77), 'caseUnknown'],
    ['a city that does not claim it', () => decide('990000', 3), 'cityNotInCase'],
    ['steps that have gone on', () => decide(HOME, 2), 'caseDecided'],
    ['no reason', () => decide(HOME, 3, 1, ' '), 'reasonMissing'],
  ])('is not decided on %s', async (_, deed, code) => {
    expect(await outcomeOf(deed)).toBe(code)
  })

  it('is found among many by number, code, name, result and decision, a page at a time', async () => {
    await world.owner.query(
      `INSERT INTO duplicate_case SELECT n, 'certified_entities', 'CODE' || n, chengji_now() FROM generate_series(1001, 1045) n`,
    )
    await world.owner.query(
      `INSERT INTO case_claim SELECT $1, n, '2020Q1', 'Entity 100%_' || n, chengji_now() FROM generate_series(1001, 1045) n`,
      [HOME],
    )
    const numbers = async (asked: Readonly<Record<string, string>>, reviewer = people.mof) => {
      const { cases, all, page, pages, waiting } = await list(reviewer, asked)
      return { numbers: cases.map(({ number }) => number), all, page, pages, waiting }
    }
    const first = await numbers({})
    expect(first).toMatchObject({ all: 46, page: 1, pages: 3, waiting: 45 })
    expect([first.numbers.length, first.numbers[0]]).toEqual([20, 1045])
    // What is decided comes last; beyond the last page stands the last.
    expect(await numbers({ page: '9' })).toMatchObject({
      numbers: [1005, 1004, 1003, 1002, 1001, 1],
      page: 3,
    })
    expect(await numbers({ state: 'decided' })).toMatchObject({ numbers: [1], all: 1, waiting: 45 })
    expect(await numbers({ q: '1007' })).toMatchObject({ numbers: [1007] })
    expect(await numbers({ q: 'code1008' })).toMatchObject({ numbers: [1008] })
    expect(await numbers({ q: '100%_1009', state: 'open' })).toMatchObject({ numbers: [1009] })
    expect(await numbers({ q: '100__1009' })).toMatchObject({ numbers: [], all: 0, page: 1, pages: 1 })
    expect((await numbers({ indicator: 'custody_smes' })).numbers).toEqual([1])
    expect((await numbers({ indicator: 'nothing', state: 'odd', page: '0' })).all).toBe(46)
    expect((await numbers({}, people.farProvince)).numbers).toEqual([1])
  })

  it('tells the city in its ledger how it was decided, without the other', async () => {
    const { rows } = await world.owner.query<{ body: string }>(
      `SELECT body FROM ledger_entry WHERE city = $1 AND kind = 'case.decided' ORDER BY seq`,
      [HOME],
    )
    expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { case: 1, counts: false },
      { case: 1, counts: true },
    ])
  })
})

describe('a row that was submitted', () => {
  const period = '2021Q1'
  const permit = authorize(people.officer, 'report.prepare', HOME)
  const read = async (wanted: string) =>
    (await begin(permit, (work) => readRows(work, period))).find(({ name }) => name === wanted)
  const withdraw = async (reason: string, changed: { id?: string; baseVersion?: number } = {}) => {
    const one = await read('Wrong Ltd')
    return withdrawRow(permit, period, 'certified_entities', {
      id: one?.id ?? '',
      baseVersion: one?.version ?? 0,
      reason,
      ...changed,
    })
  }

  it('is withdrawn with its reason, never deleted, and counts no more', async () => {
    await life.addRows(people.officer, period, 'certified_entities', [
      row('Wrong Ltd', creditCode(11)),
      row('Right Ltd', creditCode(12)),
    ])
    const first = await read('Wrong Ltd')
    expect(await outcomeOf(() => withdraw('too early'))).toBe('rowUnknown')
    const hash = await leadTo('submitted', people.officer, period)
    await life.forward(HOME, period, hash)
    await life.giveBack(people.cnipa, HOME, period, hash)
    const { outcomes } = await saveRows(permit, period, 'certified_entities', [
      { ...row('Wrong Ltd', creditCode(11)), id: first?.id ?? '', baseVersion: 1, removed: true },
    ])
    expect(outcomes).toMatchObject([{ outcome: 'refused', refusals: [{ code: 'rowSubmitted' }] }])
    expect(await outcomeOf(() => withdraw(' '))).toBe('reasonMissing')
    expect(await outcomeOf(() => withdraw('why', { baseVersion: 9 }))).toBe('contentChanged')
    await withdraw('its certificate was never issued')
    const reading = authorize(people.officer, 'draft.read', HOME)
    expect(
      (await rowHistory(reading, period, first?.id ?? '')).map(({ deed, reason }) => [deed, reason]),
    ).toEqual([
      ['removed', 'its certificate was never issued'],
      ['added', ''],
    ])
    await life.certify(people.officer, period)
    const again = await draftHash(people.officer, period)
    expect(again).not.toBe(hash)
    await life.submit(people.officer, period)
    const report = await readSubmittedReport(authorize(people.province, 'report.read', HOME), period)
    const line = report.lines.find(({ row: { indicator } }) => indicator === 'certified_entities')
    expect(line?.row.counted).toMatchObject({ rows: 1, cumulative: '1' })
    expect(line?.register.map(({ row: { name }, mark, reason }) => [name, mark, reason])).toEqual([
      ['Right Ltd', 'same', null],
      ['Wrong Ltd', 'withdrawn', 'its certificate was never issued'],
    ])
  })
})

describe('somebody without a credit code claimed by two cities', () => {
  const period = '2022Q1'
  const noCode = (name: string) => ({ ...row(name, ''), noCodeReason: 'foreign' })
  const claim = async (officer: Actor, rows: ReturnType<typeof row>[]) => {
    const city = officer.city ?? ''
    await life.prepare(
      officer,
      period,
      fullAnswer().filter(({ indicator }) => indicator !== 'custody_smes'),
    )
    await life.addRows(officer, period, 'custody_smes', rows)
    await life.certify(officer, period)
    const hash = await draftHash(officer, period)
    await life.submit(officer, period)
    await life.forward(city, period, hash)
    await life.accept(city, period, hash)
  }
  const byName = async (reviewer: Actor = people.mof) =>
    (await shown(reviewer)).filter(({ identity }) => identity.startsWith('name:'))

  it('is a case by name, however the name is written, and none where all give codes or the result differs', async () => {
    await claim(people.officer, [
      noCode('Nova Optics Co., Ltd.'),
      row('同名有限公司', creditCode(21)),
      row('有码公司', creditCode(22)),
    ])
    await life.addRows(people.neighbourOfficer, period, 'certified_entities', [noCode('NOVA OPTICS')])
    await claim(people.neighbourOfficer, [
      noCode('ＮＯＶＡ　Optics'),
      row('同名', creditCode(21, NEIGHBOUR)),
      noCode('有码有限公司'),
    ])
    const found = await byName()
    expect(found.map(({ identity }) => identity)).toEqual(['name:有码', 'name:novaoptics'])
    expect(found.every(({ indicator }) => indicator === 'custody_smes')).toBe(true)
    expect(found[1]?.claims.map(({ city, name }) => [city, name])).toEqual([
      [HOME, 'Nova Optics Co., Ltd.'],
      [NEIGHBOUR, 'ＮＯＶＡ　Optics'],
    ])
    expect(found[1]?.byName).toBe('Nova Optics Co., Ltd.')
  })

  it('is to each city only the number on its own row, also on one still being typed', async () => {
    const [, nova] = await byName()
    const own = (await ownCases(people.officer)).filter(({ identity }) => identity.startsWith('name:'))
    expect(own.map(({ number }) => number)).toContain(nova?.number)
    expect(JSON.stringify(own)).not.toContain(NEIGHBOUR)
    const draft = await readRegister(
      authorize(people.neighbourOfficer, 'draft.read', NEIGHBOUR),
      period,
      'custody_smes',
    )
    const mine = draft.rows.find(({ name }) => name === 'ＮＯＶＡ　Optics')
    expect(draft.standing.rows[mine?.id ?? '']).toMatchObject({ counts: 'new', case: nova?.number })
    expect(JSON.stringify(draft)).not.toContain('Nova Optics Co')
    expect(
      (await ownCases(people.farOfficer)).filter(({ identity }) => identity.startsWith('name:')),
    ).toEqual([])
    expect(await byName(people.farProvince)).toEqual([])
  })

  it('shows no city the other side, nor a case it has no part in, whatever it asks the database', async () => {
    const client = new pg.Client({ connectionString: world.appUrl })
    await client.connect()
    const asked = async (city: string) => {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [
        city,
      ])
      const claims = await client.query<{ city: string }>(
        `SELECT DISTINCT c.city FROM duplicate_case d JOIN case_claim c ON c.case_number = d.number WHERE d.identity LIKE 'name:%'`,
      )
      const cases = await client.query(`SELECT FROM duplicate_case WHERE identity LIKE 'name:%'`)
      const others = await client.query(
        `SELECT FROM version_row WHERE name_key = 'novaoptics' AND city <> $1`,
        [city],
      )
      await client.query('ROLLBACK')
      return [claims.rows.map((claim) => claim.city), cases.rowCount, others.rowCount]
    }
    expect(await asked(HOME)).toEqual([[HOME], 2, 0])
    expect(await asked(NEIGHBOUR)).toEqual([[NEIGHBOUR], 2, 0])
    expect(await asked(FAR)).toEqual([[], 0, 0])
    await client.end()
  })

  it('counts where the decision says, under every way of writing it', async () => {
    const [, nova] = await byName()
    const [before, beside] = [
      await count(people.officer, period),
      await count(people.neighbourOfficer, period),
    ]
    await decide(NEIGHBOUR, 0, nova?.number)
    expect(Number(await count(people.officer, period))).toBe(Number(before) - 1)
    expect(await count(people.neighbourOfficer, period)).toBe(beside)
    const later = await saveRows(
      authorize(people.officer, 'report.prepare', HOME),
      '2022Q2',
      'custody_smes',
      [noCode('nova optics limited')],
    )
    expect(Object.values(later.standing.rows)).toMatchObject([{ counts: 'elsewhere', case: nova?.number }])
  })
})
