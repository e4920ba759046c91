import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { verifyChain } from '@/lib/ledger/chain'
import { readDraft } from '@/lib/reporting/read-draft'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { approveRestatement, refuseRestatement, withdrawRestatement } from '@/lib/restating/answer-request'
import type { TypedCorrection } from '@/lib/restating/read-correction'
import { readRestatement } from '@/lib/restating/read-restatement'
import { readRestatementSheet } from '@/lib/restating/read-restatements'
import { readDecision, readDecisionBook } from '@/lib/review/read-decision-book'
import { proposeDecision } from '@/lib/review/propose-decision'
import { signDecision } from '@/lib/review/sign-decision'
import { requestRestatement } from '@/lib/restating/request-restatement'
import { readIssuedHistory, readIssuedVerdicts } from '@/lib/store/issued-verdicts'
import { readLedger } from '@/lib/store/ledger'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  BASE_YEAR,
  cell,
  creditCode,
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
  const growth = ['transfers_licenses', 'pledge_amount', 'pledge_projects', 'patent_contract_value']
  await life.prepare(
    people.officer,
    BASE_YEAR,
    growth.map((code) => cell(code, '4000', 'Y')),
  )
  const hash = await life.certify(people.officer, BASE_YEAR)
  await life.submit(people.officer, BASE_YEAR)
  await life.forward(HOME, BASE_YEAR, hash)
  await life.accept(HOME, BASE_YEAR, hash)
  for (const [i, period] of (['2020Q1', '2020Q2'] as const).entries()) {
    await life.prepare(people.officer, period, [])
    await life.addRows(people.officer, period, 'custody_smes', [
      { ...row(`Works ${period}`, creditCode(i)), countedOn: '2020-03-31' },
      // Also in the other quarter: taking it out of one does not change what counts later.
      { ...row('Both', creditCode(9)), countedOn: '2020-03-31' },
    ])
    if (period === '2020Q2')
      await life.prepare(people.officer, period, [
        cell('transfers_licenses', '1000', 'patentTransfer'),
        cell('transfers_licenses', '200', 'patentLicense'),
        ...['trademarkTransfer', 'trademarkLicense', 'otherTransfer', 'otherLicense'].map((part) =>
          cell('transfers_licenses', '0', part),
        ),
      ])
    await leadTo('accepted', people.officer, period)
  }
  await leadTo('submitted', people.officer, '2020Q3')
})
afterAll(() => world.drop())

const nothing: TypedCorrection = { figures: [], withdrawn: [], added: [] }
const figure = (text: string, indicator = 'pledge_amount', part = ''): TypedCorrection => ({
  ...nothing,
  figures: [{ indicator, part, text }],
})
const ask = (
  correction: TypedCorrection,
  {
    by = people.officer,
    period = '2020Q1',
    baseVersion = 1,
    reasonCode = 'clerical',
    reason = 'typed wrongly',
  }: {
    by?: Actor
    period?: Period
    baseVersion?: number
    reasonCode?: string
    reason?: string
  } = {},
) =>
  requestRestatement(authorize(by, 'restatement.request', HOME), period, {
    baseVersion,
    reasonCode,
    reason,
    correction,
  })
const read = (seq: number, by: Actor = people.cnipa) =>
  readRestatement(authorize(by, 'report.read', HOME), seq)
const approve = async (seq: number, by = people.cnipa, hash?: string, remark = '') =>
  approveRestatement(
    authorize(by, 'restatement.decide', HOME),
    seq,
    hash ?? (await read(seq)).effectsHash ?? '',
    remark,
  )
const refuse = (seq: number, why: string, by = people.cnipa) =>
  refuseRestatement(authorize(by, 'restatement.decide', HOME), seq, why)
const withdraw = (seq: number, by: Actor = people.officer, why = 'asked too soon') =>
  withdrawRestatement(authorize(by, 'restatement.request', HOME), seq, why)

const reading = authorize(people.officer, 'report.prepare', HOME)
const factsOf = async (period: Period) =>
  (await begin(reading, readSummaries)).find((each) => each.period === period)?.facts ?? []
const valueOf = async (period: Period, indicator: string) =>
  (await factsOf(period)).find((fact) => fact.indicator === indicator)?.value
const rowId = async (period: Period, name: string) => {
  const sheet = await readRestatementSheet(authorize(people.officer, 'restatement.request', HOME), period)
  return sheet.chosen?.registers.flatMap(({ rows }) => rows).find((each) => each.name === name)?.id ?? ''
}

describe('asking for a restatement', () => {
  it('is refused where nothing is accepted, nothing differs, or what is typed cannot stand', async () => {
    const outcome = (correction: TypedCorrection, options = {}) => outcomeOf(() => ask(correction, options))
    expect(await outcome(figure('7'), { period: '2020Q3' })).toBe('notNow')
    expect(await outcome(figure('7'), { baseVersion: 2 })).toBe('contentChanged')
    expect(await outcome(figure('1,200.0'))).toBe('restatementSame')
    expect(await outcome(nothing)).toBe('restatementSame')
    expect(await outcome(figure('12abc'))).toBe('correctionWrong')
    expect(await outcome(figure('7', 'custody_smes'))).toBe('cellUnknown')
    expect(await outcome(figure('7'), { reason: ' ' })).toBe('reasonMissing')
    expect(await outcome(figure('7'), { reasonCode: 'whim' })).toBe('formWrong')
    expect(await outcome({ ...nothing, withdrawn: ['00000000-0000-7000-8000-000000000001'] })).toBe(
      'rowUnknown',
    )
    const added = { ...row('New', 'X'), indicator: 'custody_smes' }
    expect(await outcome({ ...nothing, added: [added] })).toBe('rowWrong')
    // Parts that do not make up their figure are an error in a report, and in a restatement.
    expect(await outcome(figure('9', 'transfers_licenses'), { period: '2020Q2' })).toBe('restatementChecks')
  })

  it('changes nothing, waits alone, and is taken back only by who asked', async () => {
    const before = await factsOf('2020Q1')
    const seq = await ask(figure('900'))
    expect(await factsOf('2020Q1')).toEqual(before)
    expect(await outcomeOf(() => ask(figure('901'), { by: people.cnipa }))).toBe('restatementOpen')
    expect((await read(seq)).restatement).toMatchObject({
      seq,
      answer: null,
      requestedByName: 'test officer',
    })
    expect(await outcomeOf(() => withdraw(seq, people.colleague))).toBe('notFound')
    expect(await outcomeOf(() => withdraw(seq, people.officer, ''))).toBe('reasonMissing')
    await withdraw(seq)
    expect(await outcomeOf(() => withdraw(seq))).toBe('restatementAnswered')
    expect(await outcomeOf(() => approve(seq))).toBe('restatementAnswered')
  })

  it('by a reviewer of CNIPA needs another one, who may refuse it with a reason', async () => {
    const seq = await ask(figure('900'), { by: people.cnipa })
    expect((await read(seq)).mayDecide).toBe(false)
    expect(await outcomeOf(() => approve(seq))).toBe('approverAsked')
    expect(await outcomeOf(() => refuse(seq, 'no'))).toBe('approverAsked')
    await withdraw(seq, people.cnipa)
    const second = await ask(figure('900'), { by: people.mof })
    expect(await outcomeOf(() => refuse(second, ''))).toBe('reasonMissing')
    await refuse(second, 'the register says otherwise')
    expect((await read(second, people.certifier)).restatement.answer).toMatchObject({
      kind: 'refused',
      reason: 'the register says otherwise',
    })
  })
})

describe('an approved restatement', () => {
  it('brings a version beside the old one, new facts, and new verdicts beside those that relied on the old', async () => {
    const all = () => begin(reading, (work) => readIssuedHistory(work))
    const issued = await all()
    const seq = await ask(figure('1000'), { by: people.province })
    const shown = await read(seq)
    expect(shown.effects.materiality).toMatchObject({
      isMaterial: true,
      figures: [{ indicator: 'pledge_amount', before: '1200', after: '1000', left: '20000', right: '6000' }],
    })
    expect(shown.effects.receipts).toMatchObject([{ period: '2020Q1', version: 1 }])
    expect(shown.effects.verdicts.length).toBeGreaterThan(0)
    expect(await outcomeOf(() => approve(seq, people.cnipa, 'f'.repeat(64)))).toBe('effectsChanged')
    expect(await outcomeOf(() => approve(seq, people.cnipa, undefined, 'x'.repeat(2001)))).toBe('tooLong')
    await approve(seq)

    expect(await valueOf('2020Q1', 'pledge_amount')).toBe('1000')
    expect(await valueOf('2020Q1', 'pledge_projects')).toBe('1200')
    const [, summary] = await begin(reading, readSummaries)
    expect(summary).toMatchObject({ status: 'accepted', version: 2, acceptedVersion: 2 })
    const after = await all()
    expect(after.filter(({ restatement }) => restatement === 0)).toEqual(issued)
    const added = after.filter(({ restatement }) => restatement === seq)
    expect(added.map(({ asOf, indicator, against }) => [asOf, indicator, against])).toEqual(
      shown.effects.verdicts.map(({ asOf, before, against }) => [asOf, before.indicator, against]),
    )
    // Each says on which figure it stands, with its version.
    for (const { explanation } of added) {
      const { inputs } = JSON.parse(explanation) as { inputs: { period: string; version: number | null }[] }
      for (const input of inputs.filter(({ period }) => period === '2020Q1')) expect(input.version).toBe(2)
    }
    const standing = await begin(reading, (work) => readIssuedVerdicts(work))
    expect(standing).toHaveLength(issued.length)

    const receipts = authorize(people.officer, 'report.read', HOME)
    for (const [version, restatement] of [
      [1, null],
      [2, seq],
    ] as const) {
      const { submission } = await readReceipt(receipts, '2020Q1', version)
      expect(submission).toMatchObject({ isIntact: true, restatement, isLatest: version === 2 })
    }
    const draft = await readDraft(authorize(people.officer, 'draft.read', HOME), '2020Q1')
    expect(draft.cells.find(({ indicator }) => indicator === 'pledge_amount')?.content).toMatchObject({
      value: '1000',
    })
    expect(draft.contentHash).toBe(draft.versions.at(-1)?.contentHash)
  })

  it('keeps the effects as they were approved, whatever is accepted later', async () => {
    const [first] = await world.owner
      .query<{ seq: number }>(`SELECT seq FROM restatement_answer WHERE kind = 'approved' ORDER BY seq`)
      .then(({ rows }) => rows)
    const seq = first?.seq ?? 0
    const { effects, verdicts } = await read(seq)
    const next = await ask(figure('1100'), { baseVersion: 2 })
    await approve(next)
    const again = await read(seq)
    expect(again.effects).toEqual(effects)
    expect(again.verdicts.map(({ before, after }) => [before?.restatement, after?.restatement])).toEqual(
      verdicts.map(() => [0, seq]),
    )
    expect(
      (await read(next)).verdicts.map(({ before, after }) => [before?.restatement, after?.restatement]),
    ).toEqual(verdicts.map(() => [seq, next]))
  })

  it('of a register takes rows out and puts rows in; later counts move by what really changes', async () => {
    expect(await valueOf('2020Q1', 'custody_smes')).toBe('2')
    expect(await valueOf('2020Q2', 'custody_smes')).toBe('3')
    const out = {
      ...nothing,
      withdrawn: [await rowId('2020Q1', 'Both'), await rowId('2020Q1', 'Works 2020Q1')],
    }
    const seq = await ask(out, { baseVersion: 3, reasonCode: 'duplicate' })
    expect((await read(seq)).effects.receipts.map(({ period }) => period)).toEqual(['2020Q1', '2020Q2'])
    await approve(seq)
    // "Both" is in the second quarter as well and goes on counting there.
    expect(await valueOf('2020Q1', 'custody_smes')).toBe('0')
    expect(await valueOf('2020Q2', 'custody_smes')).toBe('2')
    const added = { ...row('Left out', creditCode(5)), indicator: 'custody_smes', countedOn: '2020-02-01' }
    await approve(await ask({ ...nothing, added: [added] }, { baseVersion: 4, reasonCode: 'omission' }))
    expect(await valueOf('2020Q2', 'custody_smes')).toBe('3')
  })

  it('stands in the ledger of the city, which holds', async () => {
    const ledger = await begin(reading, readLedger)
    expect(verifyChain(HOME, ledger)).toBeNull()
    const kinds = ledger.map(({ kind }) => kind).filter((kind) => kind.startsWith('restatement.'))
    expect(new Set(kinds)).toEqual(
      new Set([
        'restatement.requested',
        'restatement.withdrawn',
        'restatement.refused',
        'restatement.approved',
      ]),
    )
  })
})

describe('the threshold from which a restatement is material', () => {
  it('is five per cent until two people decide otherwise, and the decision holds for restatements from then on', async () => {
    const propose = (percent: string) =>
      proposeDecision(authorize(people.cnipa, 'decision.propose'), {
        city: null,
        content: { kind: 'materiality', percent },
        documentNumber: '',
        reason: 'the audit asks for it',
        effectiveFrom: '2022-10-12',
        endsOn: null,
      })
    for (const wrong of ['0', '0.00', '100.01', '5.005', '-5', 'five'])
      expect(await outcomeOf(() => propose(wrong))).toBe('thresholdWrong')
    const threshold = async () =>
      (await readDecisionBook(authorize(people.province, 'decision.read'))).threshold.percent
    const id = await propose('100')
    const sign = async (who: Actor) =>
      signDecision(authorize(who, 'decision.sign'), id, {
        kind: 'approved',
        reason: '',
        effectsHash: (await readDecision(authorize(who, 'decision.read'), id)).now?.hash ?? '',
      })
    expect(await outcomeOf(() => sign(people.cnipa))).toBe('signerProposed')
    expect(await threshold()).toBe('5')
    const seq = await ask(figure('1311'), { baseVersion: 5 })
    expect((await read(seq)).effects.materiality.percent).toBe('5')
    await sign(people.mof)
    expect(await threshold()).toBe('100')
    expect((await read(seq)).effects.materiality.percent).toBe('100')
    await withdraw(seq)
    expect((await read(1)).effects.materiality.percent).toBe('5')
  })
})

describe('the database itself', () => {
  const asApplication = async (sql: string, values: unknown[]): Promise<string | undefined> => {
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    try {
      await app.query('BEGIN')
      await app.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [
        HOME,
      ])
      await app.query(sql, values)
      return undefined
    } catch (error) {
      return error instanceof pg.DatabaseError ? error.code : String(error)
    } finally {
      await app.end()
    }
  }
  const REQUEST = `INSERT INTO restatement SELECT city, 900, period, $1, reason_code, reason, content, content_hash, effects,
    requested_by, requested_by_name, requested_by_role, requested_at FROM restatement WHERE seq = 1`
  const ANSWER = `INSERT INTO restatement_answer VALUES ($1, $2, $3, 'why', '', '2020Q1', $4, $5, 'x', $6, chengji_now())`

  it('takes no request for another version than the accepted one, and none beside an open one', async () => {
    expect(await asApplication(REQUEST, [1])).toBe('CJ002')
    expect(await asApplication(REQUEST, [5])).toBeUndefined()
    await ask(figure('1300'), { baseVersion: 5 })
    expect(await asApplication(REQUEST, [5])).toBe('CJ005')
  })

  it('takes no answer of the same person, of another role, or for another version, and no version without one', async () => {
    const { rows } = await world.owner.query<{ seq: number }>(`SELECT max(seq)::int AS seq FROM restatement`)
    const seq = rows[0]?.seq
    const { officer, cnipa, mof } = people
    expect(await asApplication(ANSWER, [HOME, seq, 'approved', 6, officer.id, 'cnipa_reviewer'])).toBe(
      'CJ003',
    )
    expect(await asApplication(ANSWER, [HOME, seq, 'withdrawn', null, cnipa.id, 'cnipa_reviewer'])).toBe(
      'CJ003',
    )
    expect(await asApplication(ANSWER, [HOME, seq, 'approved', 7, cnipa.id, 'cnipa_reviewer'])).toBe('CJ002')
    expect(await asApplication(ANSWER, [HOME, seq, 'refused', null, mof.id, 'mof_reviewer'])).toBe('23514')
    const event = `INSERT INTO report_event VALUES ($1, '2020Q1',
      (SELECT max(seq) + 1 FROM report_event WHERE period = '2020Q1'), 'restated', 'accepted', 'accepted', 6, NULL, NULL, $2, 'x',
      'cnipa_reviewer', chengji_now())`
    expect(await asApplication(event, [HOME, cnipa.id])).toBe('CJ002')
  })
})
