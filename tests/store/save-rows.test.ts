import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { saveRows, type RowEdit } from '@/lib/registers/save-rows'
import { readDraft } from '@/lib/reporting/read-draft'
import { saveCells } from '@/lib/reporting/save-cells'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  BASE_YEAR,
  cell,
  creditCode,
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
const nextQuarter = (): Period => OPEN_QUARTERS[used++] ?? OPEN

const save = (
  period: Period,
  edits: readonly RowEdit[],
  { by = people.officer, indicator = 'custody_smes' } = {},
) => saveRows(authorize(by, 'report.prepare', HOME), period, indicator, edits)

async function saved(period: Period, edit: RowEdit, by = people.officer) {
  const [outcome] = (await save(period, [edit], { by })).outcomes
  if (outcome?.outcome !== 'saved') throw new Error(JSON.stringify(outcome))
  return outcome.row
}

describe('a register', () => {
  it('is where a count comes from: rows are added, changed and taken out, and all of it stays in history', async () => {
    const period = nextQuarter()
    const first = await saved(period, row('First', creditCode(1)))
    await saved(period, row('Second', creditCode(2)))
    const renamed = await saved(period, {
      ...row('First, renamed', creditCode(1)),
      id: first.id,
      baseVersion: 1,
    })
    expect(renamed).toMatchObject({ name: 'First, renamed', version: 2, removed: false })
    await saved(period, {
      ...row('First, renamed', creditCode(1)),
      id: first.id,
      baseVersion: 2,
      removed: true,
    })
    const draft = await readDraft(authorize(people.officer, 'draft.read', HOME), period)
    expect(draft.rows.map(({ name }) => name)).toEqual(['Second'])
    const { rows } = await world.owner.query<{ version: number }>(
      'SELECT version FROM register_row_change WHERE row_id = $1 ORDER BY version',
      [first.id],
    )
    expect(rows.map(({ version }) => version)).toEqual([1, 2, 3])
  })

  it('has no row of an account or a file that there is not, and no account that changed a row is taken away', async () => {
    const { id } = await saved(nextQuarter(), row('First', creditCode(1)))
    const copy = (table: string, columns: string, changed: string) =>
      world.owner.query(
        `INSERT INTO ${table} (city, period, changed_by_name, changed_at, ${columns}, ${changed.split(' = ')[0] ?? ''})
         SELECT city, period, changed_by_name, changed_at, ${columns.replace('version,', 'version + 9,')}, ${changed.split(' = ')[1] ?? ''}
         FROM ${table} WHERE city = $1 AND ${table === 'register_row' ? 'id' : 'row_id'} = $2`,
        [HOME, id],
      )
    const change = 'row_id, version, report_version, content'
    const nobody = `changed_by = '${randomUUID()}'`
    const refused = { code: '23503' }
    await expect(copy('register_row_change', change, nobody)).rejects.toMatchObject(refused)
    await expect(
      copy(
        'register_row_change',
        `${change}, changed_by`,
        `proposal, sheet, cell = '${randomUUID()}', 'a', 'A1'`,
      ),
    ).rejects.toMatchObject(refused)
    await expect(
      world.owner.query(`UPDATE register_row SET ${nobody} WHERE city = $1 AND id = $2`, [HOME, id]),
    ).rejects.toMatchObject(refused)
    const { id: officer } = people.officer
    for (const deed of ['DELETE FROM account', 'UPDATE account SET id = gen_random_uuid()'])
      await expect(world.owner.query(`${deed} WHERE id = $1`, [officer])).rejects.toMatchObject(refused)
  })

  it('belongs to a report that there is, and no report that has rows is taken away or becomes another', async () => {
    const period = nextQuarter()
    const { id } = await saved(period, row('First', creditCode(1)))
    const refused = { code: '23503' }
    const to = (table: string, columns: string) =>
      world.owner.query(
        `INSERT INTO ${table} (city, period, changed_by, changed_by_name, changed_at, version, ${columns})
         SELECT city, '2019', changed_by, changed_by_name, changed_at, 1, ${columns.replace(/^id/, 'gen_random_uuid()')}
         FROM ${table} WHERE city = $1 AND ${table === 'register_row' ? 'id' : 'row_id'} = $2`,
        [HOME, id],
      )
    await world.owner.query(`DELETE FROM report WHERE city = $1 AND period = '2019'`, [HOME])
    await expect(
      to('register_row', 'id, indicator, name, credit_code, no_code_reason, counted_on'),
    ).rejects.toMatchObject(refused)
    await expect(to('register_row_change', 'row_id, report_version, content')).rejects.toMatchObject(refused)
    for (const deed of ['DELETE FROM report', `UPDATE report SET period = '2019'`])
      await expect(
        world.owner.query(`${deed} WHERE city = $1 AND period = $2`, [HOME, period]),
      ).rejects.toThrow('a report that has rows cannot be taken away')
    await expect(world.owner.query('TRUNCATE report CASCADE')).rejects.toThrow(/append-only/)
  })

  it('counts an enterprise once, however often it is entered', async () => {
    const period = nextQuarter()
    const { standing } = await save(period, [
      row('Twice', creditCode(11)),
      row('Twice Ltd', creditCode(11)),
      row('Once', creditCode(12)),
    ])
    expect(standing).toMatchObject({ total: 2 })
  })

  it('takes back “none this quarter” when a row comes', async () => {
    const period = nextQuarter()
    await saveCells(authorize(people.officer, 'report.prepare', HOME), period, [cell('custody_smes', '0')])
    const { declaration } = await save(period, [row('There is one')])
    expect(declaration?.content).toEqual({ state: 'blank' })
  })
})

describe('two officers at the same row', () => {
  it('overwrite nothing: the second is shown the row as it is', async () => {
    const period = nextQuarter()
    const { id } = await saved(period, row('Original'))
    await saved(period, { ...row('Mine'), id, baseVersion: 1 })
    const { outcomes } = await save(period, [{ ...row('Hers'), id, baseVersion: 1 }], {
      by: people.colleague,
    })
    expect(outcomes).toMatchObject([
      { outcome: 'conflict', theirs: { name: 'Mine', version: 2, changedByName: people.officer.name } },
    ])
    const removal = await save(period, [{ ...row('Hers'), id, baseVersion: 1, removed: true }], {
      by: people.colleague,
    })
    expect(removal.outcomes).toMatchObject([{ outcome: 'conflict', theirs: { name: 'Mine' } }])
  })
})

describe('a request', () => {
  it('that is repeated after a lost answer adds its row once', async () => {
    const period = nextQuarter()
    const edit = { ...row('Sent twice'), id: randomUUID() }
    const first = await save(period, [edit])
    expect(await save(period, [edit])).toEqual(first)
    const { rows } = await world.owner.query('SELECT version FROM register_row_change WHERE row_id = $1', [
      edit.id,
    ])
    expect(rows).toEqual([{ version: 1 }])
  })

  it('cannot reach a row of another report, of another register, or none at all', async () => {
    const [period, other] = [nextQuarter(), nextQuarter()]
    const { id } = await saved(period, row('Belongs elsewhere'))
    await saved(other, row('Belongs here', creditCode(3)))
    const before = await world.owner.query('SELECT * FROM register_row t ORDER BY t')
    for (const baseVersion of [0, 1]) {
      expect(await outcomeOf(() => save(other, [{ ...row('Taken over'), id, baseVersion }]))).toBe(
        'rowUnknown',
      )
    }
    expect(
      await outcomeOf(() =>
        save(period, [{ ...row('Moved'), id, baseVersion: 1 }], { indicator: 'certified_entities' }),
      ),
    ).toBe('rowUnknown')
    expect(await outcomeOf(() => save(period, [{ ...row('Gone'), id: randomUUID(), baseVersion: 3 }]))).toBe(
      'rowUnknown',
    )
    expect((await world.owner.query('SELECT * FROM register_row t ORDER BY t')).rows).toEqual(before.rows)
  })

  it('is refused where there is no register', async () => {
    expect(await outcomeOf(async () => save(OPEN, [row('x')], { indicator: 'pledge_amount' }))).toBe(
      'cellUnknown',
    )
    expect(await outcomeOf(async () => save(OPEN, [row('x')], { indicator: 'happiness' }))).toBe(
      'cellUnknown',
    )
    expect(await outcomeOf(async () => save(BASE_YEAR, [row('x')]))).toBe('cellUnknown')
  })
})

describe('a row', () => {
  const good = row('Good Ltd')
  it.each([
    ['without a name', { name: ' ' }, 'nameMissing'],
    ['with a code that does not hold', { creditCode: '91910100MA0000001X' }, 'creditCodeUnreadable'],
    ['with neither a code nor a reason for having none', { creditCode: '' }, 'identityWrong'],
    ['with both', { noCodeReason: 'a branch' }, 'identityWrong'],
    ['counted after the quarter ended', { countedOn: '2099-01-01' }, 'dateWrong'],
    ['counted on no day', { countedOn: '30.6.2020' }, 'dateWrong'],
    ['with a level where there are none', { level: 'national' }, 'fieldNotAsked'],
    ['with a novel for its evidence', { evidence: 'x'.repeat(5000) }, 'tooLong'],
  ])('%s is refused, and the good one beside it is saved', async (_, fault, code) => {
    const period = '2022Q2'
    const { outcomes } = await save(period, [{ ...good, ...fault }, row('Beside it', creditCode(900))])
    expect(outcomes).toMatchObject([{ outcome: 'refused', refusals: [{ code }] }, { outcome: 'saved' }])
  })
})

it('a row keeps what its register asks, in the working copy and in its history', async () => {
  const period = '2022Q2'
  const details = {
    standard: 'gbt29490_2013',
    certificateNumber: 'IPMS1',
    validFrom: '2021-06-01',
    validTo: '2024-05-31',
  }
  const { outcomes } = await save(period, [{ ...row('Certified Ltd', creditCode(950)), ...details }], {
    indicator: 'certified_entities',
  })
  expect(outcomes).toMatchObject([{ outcome: 'saved', row: { details } }])
  const { rows } = await world.owner.query<{ details: unknown }>(
    `SELECT content -> 'details' AS details FROM register_row_change WHERE content ->> 'name' = 'Certified Ltd'`,
  )
  expect(rows).toEqual([{ details }])
})

it('a supporting register takes rows, and counts nothing', async () => {
  const period = '2022Q2'
  const { outcomes, declaration } = await save(
    period,
    [{ ...row('Model University', creditCode(951)), schoolKind: 'model' }],
    { indicator: 'model_universities' },
  )
  expect(outcomes).toMatchObject([{ outcome: 'saved', row: { details: { schoolKind: 'model' } } }])
  expect(declaration).toBeNull()
})

it('rows typed for another version of the report are not written', async () => {
  const period = nextQuarter()
  const permit = authorize(people.officer, 'report.prepare', HOME)
  await expect(saveRows(permit, period, 'custody_smes', [row('Third')], 2)).rejects.toMatchObject({
    code: 'versionPassed',
  })
  expect((await saveRows(permit, period, 'custody_smes', [row('Third')], 1)).outcomes).toMatchObject([
    { outcome: 'saved' },
  ])
})
