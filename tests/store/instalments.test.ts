import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { enterInstalment, refuseInstalment, withdrawInstalment } from '@/lib/funding/answer-instalment'
import { answerPayment } from '@/lib/funding/answer-payment'
import { recomputeInstalment } from '@/lib/funding/freeze-instalment'
import { proposeInstalment } from '@/lib/funding/propose-instalment'
import { readExposure } from '@/lib/funding/read-exposure'
import { settleEntries } from '@/lib/funding/settle-entries'
import { readInstalmentPage } from '@/lib/funding/read-instalment'
import { recordPayment, recordRecovery } from '@/lib/funding/record-payment'
import { answerReversal, askReversal } from '@/lib/funding/reverse-instalment'
import { collectMessages } from '@/lib/jobs/collect-messages'
import { verifyChain } from '@/lib/ledger/chain'
import { readCityPage } from '@/lib/review/read-city'
import { readDashboard } from '@/lib/review/read-dashboard'
import { readNation } from '@/lib/review/read-overview'
import { instalmentRules, type InstalmentRule } from '@/lib/rules/second-instalment'
import { readInstalments } from '@/lib/store/instalments'
import { readLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'
import { bandTable, midTermRound, openEvaluation, sealed, sealEvaluation } from '../support/instalments'

let world: World
let app: pg.Client
let round: string
beforeAll(async () => {
  world = await makeWorld()
  app = new pg.Client({ connectionString: world.appUrl })
  await app.connect()
  round = await midTermRound(world.owner)
})
afterAll(async () => {
  await app.end()
  await world.drop()
})

const propose = (city = HOME) => proposeInstalment(authorize(people.finance, 'instalment.propose', city))
const enter = (seq: number, yuan: string, city = HOME) =>
  enterInstalment(authorize(people.approver, 'instalment.answer', city), seq, yuan)
const page = (who: Actor = people.mof, city = HOME) =>
  readInstalmentPage(authorize(who, 'instalment.read', city))
const pay = (yuan: string, decision: number | null, city = HOME) =>
  recordPayment(authorize(people.finance, 'payment.record', city), {
    yuan,
    day: '2022-10-01',
    documentNumber: 'voucher 7',
    decision,
  })
const confirm = (seq: number, confirmed = true, city = HOME) =>
  answerPayment(authorize(people.approver, 'payment.confirm', city), seq, { confirmed, reason: 'looked at' })
const reversal = authorize(people.finance, 'instalment.reverse', HOME)
const signs = authorize(people.approver, 'instalment.answer', HOME)

/** Who was told of something. */
async function told(kind: string, where = ''): Promise<string[]> {
  const { rows } = await world.owner.query<{ login: string }>(
    `SELECT DISTINCT a.login FROM message m JOIN account a ON a.id = m.account WHERE m.kind = $1 ${where} ORDER BY 1`,
    [kind],
  )
  return rows.map(({ login }) => login)
}

/** What the database shows somebody of the proposals' amounts, whatever the portal asks. */
async function amountsSeenBy(who: Actor, scope: 'city' | 'nation' = 'city'): Promise<string[]> {
  await app.query('BEGIN')
  try {
    await app.query(
      `SELECT set_config('app.scope', $1, true), set_config('app.city', $2, true), set_config('app.account', $3, true)`,
      [scope, scope === 'city' ? HOME : '', who.id],
    )
    const { rows } = await app.query<{ yuan: string }>(
      'SELECT yuan FROM instalment_amount ORDER BY city, seq',
    )
    return rows.map(({ yuan }) => yuan)
  } finally {
    await app.query('ROLLBACK')
  }
}

const ledgerOf = (city: string) => begin(authorize(people.cnipa, 'city.read', city), readLedger)

/** What the ledger of a city says became of entries. */
async function outcomesIn(city: string): Promise<string[]> {
  return (await ledgerOf(city)).flatMap(({ kind, body }) => {
    const step = /^instalment\.(decided|differs)$/.exec(kind)?.[1]
    return step === undefined ? [] : [`${step} ${String((JSON.parse(body) as { seq: number }).seq)}`]
  })
}

/** Ends the portal's connection as it begins to write what became of an entry, as a power cut between the two would. */
async function killAtOutcome(deed: () => Promise<unknown>): Promise<void> {
  await world.owner.query(`CREATE FUNCTION power_cut() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'`)
  await world.owner.query(`CREATE TRIGGER power_cut BEFORE INSERT ON ledger_entry FOR EACH ROW
    WHEN (NEW.kind IN ('instalment.decided', 'instalment.differs')) EXECUTE FUNCTION power_cut()`)
  await expect(deed()).rejects.toThrow()
  await world.owner.query('DROP TRIGGER power_cut ON ledger_entry; DROP FUNCTION power_cut()')
}

describe('a second instalment', () => {
  it('is not proposed without a sealed evaluation by a document’s weights, nor without a band table', async () => {
    expect(await outcomeOf(() => propose())).toBe('instalmentNoSeal')
    await openEvaluation(world.owner, round, HOME)
    expect(await outcomeOf(() => propose())).toBe('instalmentNoSeal')
    await sealEvaluation(world.owner, round, HOME, '89')
    expect(await outcomeOf(() => propose())).toBe('instalmentNoBands')
    const exposure = await readExposure(authorize(people.mof, 'exposure.read'))
    expect([exposure.bands, exposure.total.open]).toEqual([null, 150_000_000n])
    const { grounds } = await page(people.finance)
    expect(grounds).toEqual({ refusal: 'instalmentNoBands' })
    await bandTable(world.owner)
  })

  it('is proposed by one, and its amount seen by nobody else until another has entered one', async () => {
    expect((await page(people.finance)).preview?.yuan).toBe(25_000_000n)
    expect((await page(people.approver)).preview).toBeNull()
    expect(await propose()).toBe(1)
    expect(await outcomeOf(() => propose())).toBe('instalmentNotNow')
    expect(await amountsSeenBy(people.finance)).toEqual(['25000000'])
    for (const other of [people.approver, people.mof, people.officer, people.cnipa]) {
      expect(await amountsSeenBy(other)).toEqual([])
      expect(await amountsSeenBy(other, 'nation')).toEqual([])
    }
    // Nothing that the portal gives the other person holds it in any form.
    const given = JSON.stringify(await page(people.approver), (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
    expect(given).toContain('"score\\":\\"89')
    expect(given).not.toMatch(/25000000|25,000,000/)
    const chain = await begin(authorize(people.officer, 'city.read', HOME), readLedger)
    expect(JSON.stringify(chain)).not.toContain('25000000')
    expect((await page(people.officer)).instalments).toEqual([])
  })

  it('is shown to nobody by an entry that is taken back again after a look', async () => {
    await app.query('BEGIN')
    try {
      const scope = { scope: 'city', city: HOME, account: people.approver.id }
      for (const [name, value] of Object.entries(scope))
        await app.query(`SELECT set_config($1, $2, true)`, [`app.${name}`, value])
      const entry = `INSERT INTO instalment_answer VALUES ($1, 1, 'entered', 25000000, '', $2, '', 'finance_approver', chengji_now())`
      await app.query('SAVEPOINT before')
      await app.query(entry, [HOME, people.approver.id])
      const look = await app.query('SELECT yuan FROM instalment_amount')
      const holds = await app.query<{ holds: boolean }>('SELECT instalment_holds($1, 1) AS holds', [HOME])
      expect([look.rows, holds.rows[0]?.holds]).toEqual([[], false])
      await app.query('RELEASE SAVEPOINT before')
      expect((await app.query('SELECT yuan FROM instalment_amount')).rows).toEqual([])
    } finally {
      await app.query('ROLLBACK')
    }
    expect(await amountsSeenBy(people.approver)).toEqual([])
  })

  it('is told to those concerned with the deed, without an amount', async () => {
    expect(await told('instalmentProposed')).toEqual([people.approver.login])
    await collectMessages()
    expect(await told('instalmentProposed')).toEqual([people.approver.login])
    expect(await told('instalmentDecided')).toEqual([])
  })

  it('is stopped by a different amount, which is recorded with both', async () => {
    expect(await outcomeOf(() => enter(1, '2500.5'))).toBe('yuanWrong')
    expect(await outcomeOf(() => enter(7, '1'))).toBe('instalmentUnknown')
    expect(await enter(1, '25,000,001')).toBe(false)
    expect(await outcomeOf(() => enter(1, '25000000'))).toBe('instalmentNotNow')
    const [first] = (await page()).instalments
    expect(first).toMatchObject({ state: 'differs', yuan: 25_000_000n, answer: { enteredYuan: 25_000_001n } })
    const chain = await begin(authorize(people.officer, 'city.read', HOME), readLedger)
    expect(JSON.parse(chain.at(-1)?.body ?? '{}')).toMatchObject({
      entered: '25000001',
      proposed: '25000000',
    })
  })

  it('is refused or withdrawn with a reason, and proposed again', async () => {
    await propose()
    expect(await outcomeOf(() => refuseInstalment(signs, 2, ' '))).toBe('reasonMissing')
    await refuseInstalment(signs, 2, 'the statement of the city is missing')
    // A refusal shows no amount either: who refuses cannot learn what to enter next time.
    expect(await amountsSeenBy(people.approver)).toEqual(['25000000'])
    await propose()
    const own = authorize(people.finance, 'instalment.propose', HOME)
    expect(await outcomeOf(() => withdrawInstalment(own, 3, ''))).toBe('reasonMissing')
    await withdrawInstalment(own, 3, 'a slip')
    expect((await page()).instalments.map(({ state }) => state)).toEqual(['differs', 'refused', 'withdrawn'])
  })

  it('is decided when both amounts agree, on grounds that still hold', async () => {
    await propose()
    await openEvaluation(world.owner, round, HOME)
    expect(await outcomeOf(() => enter(4, '25000000'))).toBe('instalmentNoSeal')
    await sealEvaluation(world.owner, round, HOME, '60')
    expect(await outcomeOf(() => enter(4, '25000000'))).toBe('instalmentNoSeal')
    await refuseInstalment(signs, 4, 'sealed anew')
    await propose()
    await bandTable(world.owner)
    expect(await outcomeOf(() => enter(5, '25000000'))).toBe('instalmentNoBands')
    await refuseInstalment(signs, 5, 'other bands')
    await propose()
    await killAtOutcome(() => enter(6, '25 000 000'))
    expect(await outcomeOf(() => propose())).toBe('instalmentNotNow')
    expect((await page(people.officer)).instalments.map(({ seq, state }) => [seq, state])).toEqual([
      [6, 'decided'],
    ])
    expect(await outcomesIn(HOME)).toEqual(['differs 1'])
    expect(await told('instalmentDecided')).toEqual([])
  })

  it('of which the portal was killed before it could write down what the entry led to is written down later, once', async () => {
    expect(await Promise.all([settleEntries(), settleEntries()])).toContain(1)
    expect(await settleEntries()).toBe(0)
    expect(await outcomesIn(HOME)).toEqual(['differs 1', 'decided 6'])
    expect(verifyChain(HOME, await ledgerOf(HOME))).toBeNull()
    const { rows } = await world.owner.query(
      `SELECT actor, actor_name, city, detail FROM audit_event WHERE action = 'instalment.settle'`,
    )
    expect(rows).toEqual([
      { actor: null, actor_name: 'portal', city: HOME, detail: { seq: 6, step: 'decided' } },
    ])
    await collectMessages()
    expect(await told('instalmentDecided')).toContain(people.finance.login)
  })

  it('is paid apart, up to what was decided and never without a decision', async () => {
    expect(await outcomeOf(() => pay('1', 5))).toBe('paymentUndecided')
    expect(await outcomeOf(() => pay('25000001', 6))).toBe('paymentOver')
    await pay('20000000', 6)
    expect(await outcomeOf(() => pay('5000001', 6))).toBe('paymentOver')
    await confirm(1)
    await pay('100000000', null)
    await confirm(2)
    expect((await page()).exposure).toMatchObject({
      firstPaid: 100_000_000n,
      secondPaid: 20_000_000n,
      secondPending: 5_000_000n,
      notGranted: 25_000_000n,
      atRisk: 0n,
    })
  })

  it('is reversed by two people with a reason; what was paid is taken back, and nothing deleted', async () => {
    expect(await outcomeOf(() => askReversal(reversal, 5, 'x'))).toBe('instalmentNotNow')
    expect(await outcomeOf(() => askReversal(reversal, 6, ''))).toBe('reasonMissing')
    await askReversal(reversal, 6, 'a figure was invented')
    expect((await page()).exposure.atRisk).toBe(25_000_000n)
    await answerReversal(signs, 6, { confirmed: false, reason: 'not shown yet' })
    await askReversal(reversal, 6, 'shown by the audit')
    await pay('1000000', 6)
    await answerReversal(signs, 6, { confirmed: true, reason: '' })
    expect(await outcomeOf(() => answerReversal(signs, 6, { confirmed: true, reason: '' }))).toBe(
      'instalmentNotNow',
    )
    expect(await outcomeOf(() => confirm(3))).toBe('paymentUndecided')
    await confirm(3, false)
    expect((await page()).exposure).toMatchObject({ decided: 0n, open: 50_000_000n, toRecover: 20_000_000n })
    const back = { day: '2022-10-11', documentNumber: 'voucher 9' }
    const money = authorize(people.finance, 'payment.record', HOME)
    expect(await outcomeOf(() => recordRecovery(money, 3, back))).toBe('paymentReversed')
    expect(await outcomeOf(() => recordRecovery(money, 9, back))).toBe('paymentUnknown')
    await recordRecovery(money, 1, back)
    await confirm(4)
    expect(await outcomeOf(() => recordRecovery(money, 1, back))).toBe('paymentReversed')
    expect((await page()).exposure).toMatchObject({ toRecover: 0n, atRisk: 0n, firstPaid: 100_000_000n })
    expect((await page()).instalments).toHaveLength(6)
  })

  it('is shown of the whole nation, every city with its 150 million yuan, by band once there are bands', async () => {
    await sealed(world.owner, round, NEIGHBOUR, '95')
    await propose(NEIGHBOUR)
    await enter(1, '50000000', NEIGHBOUR)
    const exposure = await readExposure(authorize(people.cnipa, 'exposure.read'))
    expect(exposure.cities).toHaveLength(3)
    expect(exposure.total).toMatchObject({
      firstPaid: 100_000_000n,
      decided: 50_000_000n,
      secondPending: 50_000_000n,
    })
    const nation = await readNation(authorize(people.cnipa, 'dashboard.read'))
    expect(nation?.totals.second).toMatchObject({ paid: 0n, decidedUnpaid: 50_000_000n })
    // The files and the city's own page say the same of each city; one that was reversed is none.
    const files = await readDashboard(authorize(people.cnipa, 'dashboard.read'))
    expect(files?.cities.map(({ city, decided }) => [city.code, decided])).toEqual(
      nation?.overview.cities.map(({ city, decided }) => [city.code, decided]),
    )
    expect((await readCityPage(authorize(people.officer, 'city.read', HOME)))?.beside.paid).toEqual({
      first: 100_000_000n,
      second: 0n,
      decided: null,
    })
    expect(
      (await readCityPage(authorize(people.neighbourOfficer, 'city.read', NEIGHBOUR)))?.beside.paid,
    ).toEqual({ first: 0n, second: 0n, decided: 50_000_000n })
    const { firstPaid, firstPending, secondPaid, secondPending, open, notGranted } = exposure.total
    expect(firstPaid + firstPending + secondPaid + secondPending + open + notGranted).toBe(450_000_000n)
    expect(exposure.bands?.lines.map(({ cities, yuan }) => [cities, yuan])).toEqual([
      [0, 0n],
      [0, 0n],
      [1, 50_000_000n],
    ])
    // Supposed bands are worked out for whoever may propose some, never for who is to work an amount out, and change nothing.
    const supposed = {
      'band-1-from': '0',
      'band-1-amount': '1000',
      'band-2-from': '90',
      'band-2-amount': '3000',
    }
    const simulate = async (who: Actor, fields = supposed) =>
      (await readExposure(authorize(who, 'exposure.read'), fields)).simulation
    expect(await simulate(people.finance)).toMatchObject({
      value: { simulated: true, scored: 2, unscored: 1, atLeast: 50_000_000n, atMost: 70_000_000n },
    })
    expect(await simulate(people.approver)).toBeNull()
    expect(await simulate(people.mof, { ...supposed, 'band-2-from': '0' })).toMatchObject({
      error: { code: 'bandsWrong', detail: { why: 'notAscending', band: '2' } },
    })
    expect((await readExposure(authorize(people.mof, 'exposure.read'))).total).toEqual(exposure.total)
  })
})

describe('what became of it', () => {
  it('is told to the proposer, to the city and to the ministry', async () => {
    await collectMessages()
    expect(await told('instalmentStopped')).toEqual([people.finance.login])
    const concerned = [people.officer, people.colleague, people.certifier, people.mof, people.finance]
    const home = `AND m.about ->> 'city' = '${HOME}'`
    expect(await told('instalmentDecided', home)).toEqual(concerned.map(({ login }) => login).toSorted())
    expect(await told('reversalAnswered', home)).toEqual(concerned.map(({ login }) => login).toSorted())
  })
})

describe('in the database itself', () => {
  const insert = (sql: string, values: unknown[] = []) => world.owner.query(sql, values)
  const proposal = `INSERT INTO instalment_proposal (city, seq, round, version, band_table, inputs, inputs_sha256, rule, rule_version,
      proposed_by, proposed_by_name, proposed_by_role, proposed_at)
    VALUES ($1, $2, $3, $4, $5, '{}', encode(sha256('{}'), 'hex'), 'band/1', '1', $6, 'x', 'finance_officer', chengji_now())`
  const answer = `INSERT INTO instalment_answer (city, seq, kind, entered_yuan, answered_by, answered_by_name, answered_by_role, answered_at)
    VALUES ($1, $2, 'entered', $3, $4, 'x', 'finance_approver', chengji_now())`
  const payment = `INSERT INTO fund_payment (city, seq, instalment, decision, reverses, yuan, paid_on, document_number, recorded_by, recorded_by_name, recorded_by_role, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, '2022-01-01', 'x', $7, 'x', 'finance_officer', chengji_now())`
  let bands: string

  beforeAll(async () => {
    bands = await bandTable(world.owner)
  })

  it('nothing is proposed without a sealed evaluation and the band table that holds', async () => {
    const by = people.finance.id
    await expect(insert(proposal, [FAR, 1, round, 1, bands, by])).rejects.toMatchObject({ code: 'CJ004' })
    await openEvaluation(world.owner, round, FAR)
    await expect(insert(proposal, [FAR, 1, round, 1, bands, by])).rejects.toMatchObject({ code: 'CJ004' })
    await sealEvaluation(world.owner, round, FAR, '95')
    const scheme = await insert(`SELECT id FROM decision WHERE kind = 'scoringScheme' LIMIT 1`)
    const wrong = (scheme.rows as { id: string }[])[0]?.id
    await expect(insert(proposal, [FAR, 1, round, 1, wrong, by])).rejects.toMatchObject({ code: 'CJ005' })
    await insert(proposal, [FAR, 1, round, 1, bands, by])
    await expect(insert(proposal, [FAR, 2, round, 1, bands, by])).rejects.toMatchObject({ code: 'CJ002' })
  })

  it('nobody answers his or her own proposal, and the database says itself whether the amounts agree', async () => {
    const amount = 'INSERT INTO instalment_amount VALUES ($1, 1, $2, $3)'
    await expect(insert(answer, [FAR, 1, 50_000_000, people.approver.id])).rejects.toMatchObject({
      code: '23503',
    })
    await expect(insert(amount, [FAR, 1, people.approver.id])).rejects.toMatchObject({ code: 'CJ003' })
    await expect(insert(amount, [FAR, 50_000_001, people.finance.id])).rejects.toMatchObject({
      code: '23514',
    })
    await insert(amount, [FAR, 50_000_000, people.finance.id])
    await expect(insert(answer, [FAR, 1, 50_000_000, people.finance.id])).rejects.toMatchObject({
      code: 'CJ003',
    })
    // Another amount decides nothing, whoever writes it.
    await world.owner.query('BEGIN')
    await insert(answer, [FAR, 1, 1, people.approver.id])
    const { rows } = await insert('SELECT instalment_holds($1, 1) AS holds', [FAR])
    expect(rows).toEqual([{ holds: false }])
    await world.owner.query('ROLLBACK')
    await insert(answer, [FAR, 1, 50_000_000, people.approver.id])
    await expect(insert(proposal, [FAR, 2, round, 1, bands, people.finance.id])).rejects.toMatchObject({
      code: 'CJ002',
    })
  })

  it('no city is paid more than 150 million yuan, or by anything but a decision that holds', async () => {
    const by = people.finance.id
    await insert(payment, [FAR, 1, 1, null, null, 100_000_000, by])
    await expect(insert(payment, [FAR, 2, 1, null, null, 1, by])).rejects.toMatchObject({ code: 'CJ006' })
    await insert(payment, [FAR, 2, 2, 1, null, 50_000_000, by])
    await expect(insert(payment, [FAR, 3, 2, 1, null, 1, by])).rejects.toMatchObject({ code: 'CJ006' })
    await expect(insert(payment, [HOME, 5, 2, 6, null, 1, by])).rejects.toMatchObject({ code: 'CJ004' })
    await expect(insert(payment, [FAR, 3, 2, null, null, 1, by])).rejects.toMatchObject({ code: 'CJ004' })
    await expect(insert(payment, [FAR, 3, 1, null, null, -1, by])).rejects.toMatchObject({ code: '23514' })
    await expect(insert(payment, [FAR, 3, 1, null, 1, -1, by])).rejects.toMatchObject({ code: 'CJ002' })
  })

  it('what is taken back by a reversed decision and decided anew is never paid twice', async () => {
    const ask = `INSERT INTO instalment_reversal VALUES ($1, 1, $2, 'x', $3, 'x', 'finance_officer', chengji_now())`
    const sign = `INSERT INTO instalment_reversal_answer VALUES ($1, 1, 1, true, '', $2, 'x', 'finance_approver', chengji_now())`
    await expect(insert(ask, [FAR, 2, people.finance.id])).rejects.toMatchObject({ code: 'CJ002' })
    await insert(ask, [FAR, 1, people.finance.id])
    await expect(insert(ask, [FAR, 2, people.finance.id])).rejects.toMatchObject({ code: 'CJ002' })
    await expect(insert(sign, [FAR, people.finance.id])).rejects.toMatchObject({ code: 'CJ003' })
    await insert(sign, [FAR, people.approver.id])
    await insert(proposal, [FAR, 2, round, 1, bands, people.finance.id])
    await insert('INSERT INTO instalment_amount VALUES ($1, 2, 50000000, $2)', [FAR, people.finance.id])
    await insert(answer, [FAR, 2, 50_000_000, people.approver.id])
    await expect(insert(payment, [FAR, 3, 2, 2, null, 1, people.finance.id])).rejects.toMatchObject({
      code: 'CJ006',
    })
  })

  it('no step is changed or deleted, not even by its owner', async () => {
    for (const table of ['proposal', 'amount', 'answer', 'reversal', 'reversal_answer']) {
      await expect(insert(`UPDATE instalment_${table} SET city = city`)).rejects.toMatchObject({
        code: 'CJ001',
      })
      await expect(insert(`DELETE FROM instalment_${table}`)).rejects.toMatchObject({ code: 'CJ001' })
    }
  })
})

describe('every decision there ever was', () => {
  it('comes to the same yuan from its frozen inputs after other bands hold and another rule rules', async () => {
    await bandTable(world.owner, [{ from: '0', amount: '1' }])
    const twice: InstalmentRule = () => ({ yuan: 2n, band: 1, from: '0', below: null, amount: '0.0002' })
    const later = { ...instalmentRules, 'band/2': twice }
    const all = await begin(authorize(people.cnipa, 'exposure.read'), readInstalments)
    const known = all.filter(({ yuan, inputs }) => yuan !== null && inputs !== '{}')
    expect(known.length).toBeGreaterThan(2)
    for (const each of known) expect(recomputeInstalment(each, later).yuan).toBe(each.yuan)
  })
})
