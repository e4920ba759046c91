import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { answerPayment } from '@/lib/funding/answer-payment'
import { recordPayment } from '@/lib/funding/record-payment'
import { isNumeric, indicator } from '@/lib/notice'
import { markSeen, readChangesPage } from '@/lib/review/read-changes'
import { readCityPage } from '@/lib/review/read-city'
import { readDashboard } from '@/lib/review/read-dashboard'
import { readNation, readOverview } from '@/lib/review/read-overview'
import { summariseOverview } from '@/lib/review/summarise-overview'
import type { Quarter } from '@/lib/values'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { fullAnswer, leadTo, life, makeWorld, row, type World } from '../support/fixtures'
import { statementsOf } from '../support/statements'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await life.prepare(people.officer, '2022Q1', [])
  await life.addRows(people.officer, '2022Q1', 'custody_smes', [row('a customer')])
  await leadTo('accepted', people.officer, '2022Q1')
  await leadTo('submitted', people.neighbourOfficer, '2022Q1')
  await leadTo('accepted', people.farOfficer, '2022Q1')
})
afterAll(() => world.drop())

const nation = () => authorize(people.cnipa, 'dashboard.read')
const asTold = (cities: readonly { readonly city: { readonly code: string } }[] = []) =>
  cities.map(({ city }) => city.code)

const nothing = { confirmed: 0n, pending: 0n }

/** The numeric verdicts of each city: code, actual and required. */
async function bothWays(asOf: Quarter) {
  const told = (
    cities: NonNullable<Awaited<ReturnType<typeof readOverview>>>['cities'] | undefined,
  ): readonly unknown[] =>
    (cities ?? []).map(({ city, status, verdicts }) => ({
      city: city.code,
      status,
      verdicts: verdicts.byFloor.map(
        ({ verdict: { indicator: of, code, actual, required, reason, missing, judgedAt } }) => [
          of,
          code,
          actual,
          required,
          reason,
          missing,
          judgedAt,
        ],
      ),
    }))
  const overview = await readOverview(nation(), asOf)
  const dashboard = await readDashboard(nation(), asOf)
  return {
    kept: told(overview?.cities),
    live: told(
      dashboard?.cities.map((city) => ({
        ...city,
        arrival: 'onTime',
        cellsAsked: 0,
        cellsAnswered: 0,
        instalments: [nothing, nothing],
        decided: null,
      })),
    ),
  }
}

describe('the overview', () => {
  it('says of every city what judging all its accepted facts says, as of every quarter', async () => {
    for (const asOf of ['2020Q1', '2021Q4', '2022Q1', '2022Q3'] as const) {
      const { kept, live } = await bothWays(asOf)
      expect(kept).toHaveLength(3)
      expect(kept).toEqual(live)
    }
  })

  it('follows a decision that came into force after the figures were accepted', async () => {
    const decided = await world.owner.query<{ id: string }>(
      `INSERT INTO decision (id, kind, city, content, content_hash, reason, effective_from, rehearsal, proposed_by, proposed_by_name, proposed_at)
       VALUES ('00000000-0000-7000-9000-000000000001', 'configuration', '${HOME}',
         '{"baseYear":2020,"intervals":3,"kind":"configuration","path":"linear","share":"equalQuarters"}',
         repeat('0', 64), 'a plan to 2023', '2022-10-01', '{}', '${people.cnipa.id}', 'x', chengji_now()) RETURNING id`,
    )
    await world.owner.query(
      `INSERT INTO decision_signature (decision, kind, actor, actor_name, at) VALUES ($1, 'approved', '${people.mof.id}', 'y', chengji_now())`,
      [decided.rows[0]?.id],
    )
    const { kept, live } = await bothWays('2022Q1')
    expect(kept).toEqual(live)
    await world.owner.query(`UPDATE city SET cohort = '2023' WHERE code = '${HOME}'`)
    const overview = await readOverview(nation(), '2022Q1')
    expect(
      summariseOverview(overview ?? { cities: [] }).byCohort.map(({ key, cities }) => [key, cities.length]),
    ).toEqual([
      ['2020', 2],
      ['2023', 1],
    ])
  })

  it('asks two statements, and three for the nation, however many cities there are', async () => {
    await readOverview(authorize(people.farProvince, 'dashboard.read'), '2022Q1')
    const far = authorize(people.farProvince, 'dashboard.read')
    expect(await statementsOf(() => readOverview(far, '2022Q1'))).toHaveLength(2)
    expect(await statementsOf(() => readNation(far, '2022Q1'))).toHaveLength(3)
    // The trend is in this process by now.
    expect(await statementsOf(() => readNation(far, '2022Q1'))).toHaveLength(2)
    expect(await statementsOf(() => readChangesPage(far))).toHaveLength(2)
    const home = authorize(people.cnipa, 'city.read', HOME)
    expect(await statementsOf(() => readCityPage(home, '2022Q1'))).toHaveLength(3)
  })

  it('shows a province its own cities alone', async () => {
    const own = authorize(people.province, 'dashboard.read')
    expect(asTold((await readOverview(own, '2022Q1'))?.cities)).toEqual([HOME, NEIGHBOUR])
    const read = await readNation(own, '2022Q1')
    expect(read?.trend.find(({ window }) => window.period === '2022Q1')).toMatchObject({
      accepted: 1,
      cities: 1,
    })
    const changed = (await readChangesPage(own)).changes
    expect(new Set(changed.flatMap(({ city }) => city?.code ?? []))).toEqual(new Set([HOME, NEIGHBOUR]))
  })

  it('tells reports on time, late and overdue apart, and more time that was granted', async () => {
    const of = async () =>
      Object.fromEntries(
        ((await readOverview(nation(), '2022Q1'))?.cities ?? []).map(({ city, arrival }) => [
          city.code,
          arrival,
        ]),
      )
    expect(await of()).toEqual({ [HOME]: 'onTime', [NEIGHBOUR]: 'onTime', [FAR]: 'onTime' })
    await world.owner.query(
      `UPDATE reporting_period SET due_at = '2022-10-01', late_after = NULL WHERE period IN ('2022Q1', '2022Q2')`,
    )
    await world.owner.query(
      `INSERT INTO deadline_extension VALUES ('${FAR}', '2022Q1', 1, '2022-11-01', 'flood', '${people.cnipa.id}', 'x', 'cnipa_reviewer', '2022-09-01')`,
    )
    await world.owner.query(
      `INSERT INTO deadline_extension_decision VALUES ('${FAR}', '2022Q1', 1, true, '', '${people.mof.id}', 'y', 'mof_reviewer', '2022-09-02')`,
    )
    expect(await of()).toEqual({ [HOME]: 'late', [NEIGHBOUR]: 'late', [FAR]: 'extended' })
    const second = await readOverview(nation(), '2022Q2')
    expect(
      summariseOverview(second ?? { cities: [] }).unreported.map(({ city, arrival }) => [city.code, arrival]),
    ).toEqual([HOME, NEIGHBOUR, FAR].map((code) => [code, 'overdue']))
  })
})

describe('what changed', () => {
  it('names each verdict that reads otherwise with the acceptance that made it so, until it is marked as seen', async () => {
    const { changes, isFirst, now } = await readChangesPage(nation())
    expect(isFirst).toBe(true)
    const verdicts = changes.flatMap((each) => (each.kind === 'verdict' ? [each] : []))
    expect(verdicts.every(({ before, restatement }) => before === null && restatement === 0)).toBe(true)
    expect(verdicts.map(({ city }) => city?.code).toSorted()).toContain(FAR)
    expect(verdicts.every(({ indicator: code }) => isNumeric(indicator(code)))).toBe(true)
    expect(changes.filter(({ kind }) => kind === 'submitted')).toHaveLength(3)
    await markSeen(authorize(people.cnipa, 'dashboard.visit'), now)
    expect((await readChangesPage(nation())).changes).toEqual([])
    // Somebody else has not seen it.
    expect((await readChangesPage(authorize(people.mof, 'dashboard.read'))).changes).toEqual(changes)

    await world.setClock('2022-10-13T09:00:00+08:00')
    const hash = await leadTo('forwarded', people.officer, '2022Q2')
    await life.accept(HOME, '2022Q2', hash)
    const later = await readChangesPage(nation())
    expect(later.isFirst).toBe(false)
    const changed = later.changes.flatMap((each) => (each.kind === 'verdict' ? [each] : []))
    for (const { before, after, period } of changed) {
      expect(before).not.toBe(after)
      expect(period).toBe('2022Q2')
    }
    expect(fullAnswer().length).toBeGreaterThan(changed.length)
  })
})

describe('what this process keeps of many cities', () => {
  it('is read again once something of the province changed, and not before', async () => {
    const isRead = async () =>
      (await statementsOf(() => readOverview(nation(), '2022Q3'))).some((sql) => sql.includes('FROM city c'))
    const shown = async (code: string) =>
      (await readOverview(nation(), '2022Q3'))?.cities.find(({ city }) => city.code === code)
    await life.addRows(people.farOfficer, '2022Q3', 'custody_smes', [row('another customer')])
    expect(await isRead()).toBe(true)
    expect(await isRead()).toBe(false)
    // What a save changes is read each time.
    await life.addRows(people.farOfficer, '2022Q3', 'smes_commercialised', [row('a third customer')])
    expect(await isRead()).toBe(false)
    expect(await shown(FAR)).toMatchObject({ status: 'draft', cellsAnswered: 2 })
    await world.owner.query('BEGIN')
    await world.owner.query(`UPDATE city SET name_zh = '从未' WHERE code = '${FAR}'`)
    await world.owner.query('ROLLBACK')
    expect(await isRead()).toBe(false)
    await world.owner.query(`UPDATE city SET name_zh = '远方' WHERE code = '${FAR}'`)
    expect(await shown(FAR)).toMatchObject({ city: { nameZh: '远方' } })
    await recordPayment(authorize(people.finance, 'payment.record', FAR), {
      yuan: '100000000',
      day: '2020-12-01',
      documentNumber: '财建〔2020〕1号',
    })
    expect((await shown(FAR))?.instalments[0]).toEqual({ confirmed: 0n, pending: 100_000_000n })
    await answerPayment(authorize(people.approver, 'payment.confirm', FAR), 1, {
      confirmed: true,
      reason: '',
    })
    expect((await shown(FAR))?.instalments[0]).toEqual({ confirmed: 100_000_000n, pending: 0n })
    await leadTo('accepted', people.farOfficer, '2022Q3')
    expect(await shown(FAR)).toMatchObject({ status: 'accepted', arrival: 'onTime' })
    const { kept, live } = await bothWays('2022Q3')
    expect(kept).toEqual(live)
    const trend = (await readNation(nation(), '2022Q3'))?.trend.find(
      ({ window }) => window.period === '2022Q3',
    )
    expect(trend?.accepted).toBe(1)
  })

  it('loses no count and waits for nobody for ever where many cities of a province commit at once', async () => {
    const codes = Array.from({ length: 24 }, (_, i) => String(910_500 + i))
    await world.owner.query(
      `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key)
       SELECT code, code, code, '东省', 'East', code FROM unnest($1::text[]) code`,
      [codes],
    )
    const counted = async () =>
      (
        await world.owner.query<{ changes: number }>(
          `SELECT changes FROM province_counter WHERE province = '91'`,
        )
      ).rows[0]?.changes ?? 0
    const before = await counted()
    const clients = codes.map(() => new pg.Client({ connectionString: world.appUrl }))
    await Promise.all(clients.map((client) => client.connect()))
    const together = (sql: (code: string) => string) =>
      Promise.all(clients.map((client, i) => client.query(sql(codes[i] ?? ''))))
    const standing = (asOf: string) => (code: string) =>
      `INSERT INTO standing VALUES ('${code}', '${asOf}', 'x', '[]', 0, 0, 0, 0, 11, chengji_now())
       ON CONFLICT (city, as_of) DO UPDATE SET changed_at = excluded.changed_at`
    try {
      for (let round = 0; round < 4; round++) {
        await together(() => 'BEGIN')
        await together(
          (code) => `SELECT set_config('app.scope', 'city', true), set_config('app.city', '${code}', true)`,
        )
        // Two rows a transaction, which is one change; all are there before the first commits.
        await together(standing('2022Q1'))
        await together(standing('2022Q2'))
        await together(() => 'COMMIT')
      }
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
    expect(await counted()).toBe(before + 4 * codes.length)
    expect(asTold((await readOverview(nation(), '2022Q1'))?.cities)).toEqual(expect.arrayContaining(codes))
  })
})
