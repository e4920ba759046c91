import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { collectMessages } from '@/lib/jobs/collect-messages'
import { saveRows } from '@/lib/registers/save-rows'
import { withdrawRow } from '@/lib/registers/withdraw-row'
import { answerReviewer } from '@/lib/reporting/answer-reviewer'
import { readDraft } from '@/lib/reporting/read-draft'
import { saveCells } from '@/lib/reporting/save-cells'
import { askCity, closeConversation } from '@/lib/review/ask-city'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { returnReport } from '@/lib/review/return-report'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import { cell, creditCode, leadTo, life, makeWorld, outcomeOf, row, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const prepare = authorize(people.officer, 'report.prepare', HOME)
const giveBack = authorize(people.cnipa, 'report.return', HOME)
const ask = authorize(people.cnipa, 'conversation.ask', HOME)
const answer = authorize(people.officer, 'conversation.answer', HOME)
const draft = (period: Period) => readDraft(authorize(people.officer, 'draft.read', HOME), period)
const submitted = (period: Period) =>
  readSubmittedReport(authorize(people.cnipa, 'report.read', HOME), period)

describe('a return', () => {
  it('of chosen rows unlocks those, within a register that stays closed', async () => {
    const period = '2021Q1'
    await life.prepare(people.officer, period)
    await life.addRows(people.officer, period, 'custody_smes', [
      row('the wrong one', creditCode(71)),
      row('another one', creditCode(72)),
    ])
    await life.certify(people.officer, period)
    await life.submit(people.officer, period)
    const { head, content } = await submitted(period)
    await life.forward(HOME, period, head.contentHash)
    const idOf = (name: string): string => content.rows.find((each) => each.name === name)?.id ?? ''
    const nowhere = '00000000-0000-7000-8000-0000000000ff'
    const back = (id: string) =>
      returnReport(giveBack, period, head.contentHash, 'see below', [], [{ id, reason: 'another company' }])
    expect(await outcomeOf(() => back(nowhere))).toBe('rowUnknown')
    await back(idOf('the wrong one'))
    const { returned, scope } = await draft(period)
    expect(scope).toEqual([])
    expect(returned?.returnedRows).toEqual([
      {
        id: idOf('the wrong one'),
        indicator: 'custody_smes',
        name: 'the wrong one',
        reason: 'another company',
      },
    ])
    const edit = (name: string, code: number) => ({
      ...row(`${name}, corrected`, creditCode(code)),
      id: idOf(name),
      baseVersion: 1,
    })
    const { outcomes } = await saveRows(prepare, period, 'custody_smes', [
      edit('the wrong one', 73),
      edit('another one', 74),
      row('a new one', creditCode(75)),
    ])
    const refused = { outcome: 'refused', refusals: [{ code: 'rowNotReturned' }] }
    expect(outcomes).toMatchObject([{ outcome: 'saved' }, refused, refused])
    const withdraw = (name: string, baseVersion: number) =>
      withdrawRow(prepare, period, 'custody_smes', { id: idOf(name), baseVersion, reason: 'not ours' })
    expect(await outcomeOf(() => withdraw('another one', 1))).toBe('rowNotReturned')
    expect(await outcomeOf(() => withdraw('the wrong one', 2))).toBe('done')
    expect(await outcomeOf(() => saveRows(prepare, period, 'certified_entities', [row('no')]))).toBe(
      'figureNotReturned',
    )
    const [other] = (await saveCells(prepare, period, [{ ...cell('pledge_amount', '1300'), baseVersion: 1 }]))
      .outcomes
    expect(other).toMatchObject({ outcome: 'refused', refusal: { code: 'figureNotReturned' } })
    // The database refuses it too, whoever writes.
    const behind = (table: string, rest: string) =>
      world.owner.query(`UPDATE ${table} SET version = version + 1 WHERE period = $1 AND ${rest}`, [period])
    await expect(behind('report_cell', `indicator = 'pledge_amount'`)).rejects.toThrow(/was not returned/)
    await expect(behind('register_row', `name = 'another one'`)).rejects.toThrow(/was not returned/)
    await expect(
      world.owner.query(
        `INSERT INTO register_row SELECT (jsonb_populate_record(r, '{"id": "00000000-0000-7000-8000-0000000000ee"}')).*
         FROM register_row r WHERE period = $1 LIMIT 1`,
        [period],
      ),
    ).rejects.toThrow(/was not returned/)
    expect((await behind('register_row', `name = 'the wrong one, corrected'`)).rowCount).toBe(1)
  })
})

describe('a conversation beside a figure', () => {
  const about = { indicator: 'pledge_amount', row: '' }
  const turns = async (period: Period) =>
    (await submitted(period)).conversations.map((each) => each.turns.map(({ kind, words }) => [kind, words]))

  it('is asked by a reviewer, answered by the city, closed by a reviewer, and goes on in the next version', async () => {
    const period = '2021Q2'
    expect(await outcomeOf(() => askCity(ask, period, about, 'why?'))).toBe('nothingSubmitted')
    const hash = await leadTo('forwarded', people.officer, period)
    expect(await outcomeOf(() => answerReviewer(answer, period, about, 'unasked'))).toBe('conversationClosed')
    expect(await outcomeOf(() => closeConversation(ask, period, about, ''))).toBe('conversationClosed')
    expect(await outcomeOf(() => askCity(ask, period, about, ' '))).toBe('reasonMissing')
    expect(await outcomeOf(() => askCity(ask, period, { indicator: 'joy', row: '' }, 'why?'))).toBe(
      'cellUnknown',
    )
    const nowhere = { indicator: 'custody_smes', row: '00000000-0000-7000-8000-0000000000ff' }
    expect(await outcomeOf(() => askCity(ask, period, nowhere, 'why?'))).toBe('rowUnknown')
    await askCity(ask, period, about, 'which register says so?')
    await answerReviewer(answer, period, about, 'that of the regulator')
    await closeConversation(ask, period, about, '')
    expect(await outcomeOf(() => answerReviewer(answer, period, about, 'one more'))).toBe(
      'conversationClosed',
    )
    await life.giveBack(people.cnipa, HOME, period, hash, [
      { indicator: 'pledge_amount', reason: 'too high' },
    ])
    await askCity(ask, period, about, 'and the document?')
    const [conversation] = (await draft(period)).conversations
    expect(conversation?.turns.map(({ kind, version }) => [kind, version])).toEqual([
      ['asked', 1],
      ['answered', 1],
      ['closed', 1],
      ['asked', 1],
    ])
  })

  it('may be about a row, and is told to the other side once', async () => {
    const period = '2021Q3'
    await life.prepare(people.officer, period)
    await life.addRows(people.officer, period, 'custody_smes', [row('asked about', creditCode(81))])
    await life.certify(people.officer, period)
    await life.submit(people.officer, period)
    const id = (await submitted(period)).content.rows[0]?.id ?? ''
    await askCity(ask, period, { indicator: 'custody_smes', row: id }, 'is this contract ours?')
    await answerReviewer(answer, period, { indicator: 'custody_smes', row: id }, 'it is')
    expect((await submitted(period)).conversations).toMatchObject([{ row: id, name: 'asked about' }])
    await collectMessages()
    await collectMessages()
    const { rows: told } = await world.owner.query<{ kind: string; role: string }>(
      `SELECT m.kind, a.role FROM message m JOIN account a ON a.id = m.account
       WHERE m.matter LIKE 'turn % ${period} %' ORDER BY m.kind, a.role`,
    )
    expect(told.filter(({ kind }) => kind === 'answered')).toEqual([
      { kind: 'answered', role: 'cnipa_reviewer' },
    ])
    expect(new Set(told.filter(({ kind }) => kind === 'asked').map(({ role }) => role))).toEqual(
      new Set(['city_officer', 'city_certifier']),
    )
  })

  it('is kept in order by the database itself, and by sides', async () => {
    const period = '2021Q4'
    await leadTo('submitted', people.officer, period)
    await askCity(ask, period, about, 'which one?')
    expect(await turns(period)).toEqual([[['asked', 'which one?']]])
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    const say = async (seq: number, kind: string, role: string): Promise<string> => {
      await app.query('BEGIN')
      await app.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [
        HOME,
      ])
      try {
        await app.query(
          `INSERT INTO conversation_turn VALUES ($1, $2, 'pledge_amount', '', $3, $4, 'words', 1, $5, 'x', $6, now())`,
          [HOME, period, seq, kind, people.officer.id, role],
        )
        return 'written'
      } catch (error) {
        return (error as { code: string }).code
      } finally {
        await app.query('ROLLBACK')
      }
    }
    try {
      expect(await say(2, 'answered', 'city_officer')).toBe('written')
      expect(await say(3, 'answered', 'city_officer')).toBe('CJ002')
      expect(await say(2, 'answered', 'cnipa_reviewer')).toBe('23514')
      expect(await say(2, 'closed', 'city_officer')).toBe('23514')
    } finally {
      await app.end()
    }
  })
})
