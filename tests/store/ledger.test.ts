import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { digest } from '@/lib/ledger/canonical'
import { verifyChain } from '@/lib/ledger/chain'
import { setTarget } from '@/lib/reporting/set-target'
import { readLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { HOME, NEIGHBOUR, people } from '../support/actors'
import { leadTo, makeWorld, OPEN, OPEN_QUARTERS, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await leadTo('accepted', people.officer, OPEN)
  await leadTo('submitted', people.neighbourOfficer, OPEN)
})
afterAll(() => world.drop())

const chain = () => begin(authorize(people.officer, 'report.read', HOME), readLedger)

/** Does what only the owner of the whole server can: writes past the triggers. Undone afterwards. */
async function tampered<T>(sql: string, look: () => Promise<T>): Promise<T> {
  const before = await world.owner.query<{ row: unknown }>(
    'SELECT to_jsonb(t) AS row FROM ledger_entry t WHERE city = $1',
    [HOME],
  )
  const forge = async (...statements: string[]) => {
    await world.owner.query('ALTER TABLE ledger_entry DISABLE TRIGGER ALL')
    for (const statement of statements) await world.owner.query(statement)
    await world.owner.query('ALTER TABLE ledger_entry ENABLE TRIGGER ALL')
  }
  await forge(sql)
  try {
    return await look()
  } finally {
    await forge(`DELETE FROM ledger_entry WHERE city = '${HOME}'`)
    await world.owner.query(
      'INSERT INTO ledger_entry SELECT * FROM jsonb_populate_recordset(NULL::ledger_entry, $1)',
      [JSON.stringify(before.rows.map(({ row }) => row))],
    )
  }
}

describe('the ledger of a city', () => {
  it('has an entry for every deed, in order, and holds', async () => {
    const entries = await chain()
    expect(verifyChain(HOME, entries)).toBeNull()
    expect(entries.map(({ kind }) => kind)).toEqual([
      ...['started', 'certified', 'submitted', 'forwarded', 'accepted'].map((kind) => `report.${kind}`),
      'verdicts.issued',
    ])
  })

  it('names the hash of exactly what was submitted', async () => {
    const { rows } = await world.owner.query<{ content: string; content_hash: string }>(
      'SELECT content, content_hash FROM report_version WHERE city = $1 AND period = $2',
      [HOME, OPEN],
    )
    const [version] = rows
    const entry = (await chain()).find(({ kind }) => kind === 'report.submitted')
    expect(digest(version?.content ?? '')).toBe(version?.content_hash)
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({
      contentHash: version?.content_hash,
      version: 1,
      actor: { id: people.officer.id },
    })
  })

  it.each([
    [
      'a changed body',
      `UPDATE ledger_entry SET body = replace(body, '2022Q3', '2022Q2') WHERE city = '${HOME}' AND seq = 3`,
      { seq: 3, fault: 'hash' },
    ],
    [
      'a moment earlier',
      `UPDATE ledger_entry SET at = at - interval '1 ms' WHERE city = '${HOME}' AND seq = 4`,
      { seq: 4, fault: 'hash' },
    ],
    [
      'an entry taken out',
      `DELETE FROM ledger_entry WHERE city = '${HOME}' AND seq = 2`,
      { seq: 3, fault: 'gap' },
    ],
    [
      'another city’s entry slipped in',
      `UPDATE ledger_entry SET (kind, body, hash) = (SELECT kind, body, hash FROM ledger_entry WHERE city = '${NEIGHBOUR}' AND seq = 2) WHERE city = '${HOME}' AND seq = 2`,
      { seq: 2, fault: 'hash' },
    ],
  ])('shows %s, although the triggers were switched off', async (_, sql, fault) => {
    expect(await tampered(sql, async () => verifyChain(HOME, await chain()))).toEqual(fault)
    expect(verifyChain(HOME, await chain())).toBeNull()
  })

  it('stays one chain when much happens at once', async () => {
    const length = (await chain()).length
    const target = authorize(people.officer, 'target.set', HOME)
    await Promise.all([
      ...OPEN_QUARTERS.slice(0, 5).map((period) => leadTo('certified', people.officer, period)),
      ...['pledge_amount', 'pledge_projects', 'custody_smes', 'certified_entities', 'transfers_licenses'].map(
        (code) => setTarget(target, code, '9000', 'tried at once'),
      ),
    ])
    const entries = await chain()
    expect(verifyChain(HOME, entries)).toBeNull()
    expect(entries.length).toBe(length + 15)
  })
})
