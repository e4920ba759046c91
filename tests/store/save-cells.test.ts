import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { saveRows } from '@/lib/registers/save-rows'
import { readDraft } from '@/lib/reporting/read-draft'
import { saveCells, type CellEdit, type CellOutcome } from '@/lib/reporting/save-cells'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  BASE_YEAR,
  cell,
  LOCKED,
  makeWorld,
  NOT_YET_OPEN,
  OPEN,
  outcomeOf,
  row,
  type World,
} from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

interface How {
  readonly by?: Actor
  readonly period?: Period
}

const save = (edits: readonly CellEdit[], { by = people.officer, period = OPEN }: How = {}) =>
  saveCells(authorize(by, 'report.prepare', HOME), period, edits)

async function saveOne(edit: CellEdit, by?: Actor): Promise<CellOutcome> {
  const [outcome] = (await save([edit], by === undefined ? {} : { by })).outcomes
  if (outcome === undefined) throw new Error('no outcome')
  return outcome
}

const stored = async (indicator: string, part = '') =>
  (await readDraft(authorize(people.officer, 'draft.read', HOME), OPEN)).cells.find(
    (each) => each.indicator === indicator && each.part === part,
  )

/** All that is kept of the home city's working copies, history and audit trail. */
const everything = async (): Promise<string> => {
  const tables = [
    'report',
    'report_cell',
    'report_cell_change',
    'report_event',
    'quarter_summary',
    'ledger_entry',
    'audit_event',
  ]
  const found: unknown[] = []
  for (const table of tables)
    found.push((await world.owner.query(`SELECT * FROM ${table} t ORDER BY t`)).rows)
  return JSON.stringify(found)
}

it('what was typed for another version of the report is not written, however unchanged its cell', async () => {
  const before = await everything()
  const permit = authorize(people.officer, 'report.prepare', HOME)
  await expect(saveCells(permit, OPEN, [cell('pledge_amount', '7')], 2)).rejects.toMatchObject({
    code: 'versionPassed',
    detail: { typedFor: '2', inHand: '1' },
  })
  expect(await everything()).toBe(before)
})

describe('a figure', () => {
  it.each([
    ['1234.56', '1234.56'],
    ['１２３４．５６', '1234.56'],
    ['1,234,567', '1234567'],
    ['１，２３４，５６７', '1234567'],
    [' 1 234 567 ', '1234567'],
    ['0', '0'],
    ['-0', '0'],
    ['007.500', '7.5'],
    ['999999999999999999.999999', '999999999999999999.999999'],
  ])('typed as %j is kept as %s, exactly', async (text, value) => {
    const before = await stored('pledge_amount')
    const outcome = await saveOne({ ...cell('pledge_amount', text), baseVersion: before?.version ?? 0 })
    expect(outcome).toMatchObject({ outcome: 'saved', cell: { content: { state: 'figure', value } } })
    expect((await stored('pledge_amount'))?.content).toEqual({ state: 'figure', value })
  })

  it.each([
    ['abc', 'notANumber'],
    ['', 'empty'],
    ['12 of them', 'notANumber'],
    ['=1+1', 'notANumber'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['1e400', 'exponent'],
    ['1E5', 'exponent'],
    ['Infinity', 'notANumber'],
    ['0.1234567890123456789012345678901234567890', 'tooPrecise'],
    ['1234567890123456789', 'tooLarge'],
    ['1,23,456', 'grouping'],
    ['1.2.3', 'notANumber'],
    ['9'.repeat(10_000), 'notANumber'],
  ])('typed as %j is refused as %s, and what was there stays', async (text, code) => {
    await saveOne({
      ...cell('patent_contract_value', '42'),
      baseVersion: (await stored('patent_contract_value'))?.version ?? 0,
    })
    const before = await everything()
    const outcome = await saveOne({ ...cell('patent_contract_value', text), baseVersion: 1 })
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'figureWrong', figure: { code } } })
    expect(await everything()).toBe(before)
  })

  it('of things that are counted is whole', async () => {
    const outcome = await saveOne(cell('transfers_licenses', '10.5'))
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'figureWrong', figure: { code: 'notWhole' } },
    })
  })
})

describe('blank, zero, not applicable and not yet available', () => {
  const contents = [
    { state: 'figure', value: '0' },
    { state: 'blank' },
    { state: 'notApplicable', reason: 'no such thing here' },
    { state: 'notYetAvailable', reason: 'counted in spring', expectedOn: '2023-03-31' },
  ] as const

  it('are four different things, kept apart and kept in history', async () => {
    for (const [i, content] of contents.entries()) {
      const text = content.state === 'figure' ? { text: content.value } : {}
      await saveOne({ ...content, ...text, indicator: 'pledge_projects', part: '', baseVersion: i })
      expect((await stored('pledge_projects'))?.content).toEqual(content)
    }
    const { rows } = await world.owner.query<{ state: string }>(
      `SELECT state FROM report_cell_change WHERE indicator = 'pledge_projects' ORDER BY version`,
    )
    expect(rows.map(({ state }) => state)).toEqual(contents.map(({ state }) => state))
  })

  it('count as answered, all but the blank', async () => {
    const before = await save([{ indicator: 'gi_output_value', part: '', baseVersion: 0, state: 'blank' }])
    const after = await save([
      {
        indicator: 'gi_output_value',
        part: '',
        baseVersion: 1,
        state: 'notApplicable',
        reason: 'no such product',
      },
    ])
    expect(after.answered).toBe(before.answered + 1)
    expect(after.asked).toBe(19)
  })
})

describe('a cell is refused', () => {
  it.each([
    [
      'a narrative in a number box',
      { indicator: 'pledge_amount', state: 'narrative', text: 'many' },
      'contentWrong',
    ],
    [
      'a figure where a narrative is asked',
      { indicator: 'regional_brands', state: 'figure', text: '3' },
      'contentWrong',
    ],
    [
      'a count that is typed and not derived from rows',
      { indicator: 'custody_smes', state: 'figure', text: '12' },
      'contentWrong',
    ],
    [
      'not applicable without a reason',
      { indicator: 'pledge_amount', state: 'notApplicable', reason: ' ' },
      'reasonMissing',
    ],
    [
      'a reason longer than a page',
      { indicator: 'pledge_amount', state: 'notApplicable', reason: 'x'.repeat(501) },
      'tooLong',
    ],
    [
      'a day that is none',
      { indicator: 'pledge_amount', state: 'notYetAvailable', reason: 'later', expectedOn: '2023-02-30' },
      'dateWrong',
    ],
    [
      'an indicator that does not exist',
      { indicator: 'happiness', state: 'figure', text: '1' },
      'cellUnknown',
    ],
    [
      'a part that this report does not have',
      { indicator: 'pledge_amount', part: 'Q1', state: 'figure', text: '1' },
      'cellUnknown',
    ],
  ] as const)('for %s', async (_, edit, code) => {
    const before = await everything()
    expect(await saveOne({ part: '', baseVersion: 0, ...edit })).toMatchObject({
      outcome: 'refused',
      refusal: { code },
    })
    expect(await everything()).toBe(before)
  })

  it('alone: the good ones of the same request are saved', async () => {
    const { outcomes } = await save([
      cell('happiness', '1'),
      cell('model_universities', 'none'),
      { ...cell('service_cluster', 'two parks'), state: 'narrative' },
    ])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'saved'])
    expect((await stored('service_cluster'))?.content).toEqual({ state: 'narrative', narrative: 'two parks' })
  })
})

describe('two officers at the same cell', () => {
  it('overwrite nothing: the second gets both values, and may then choose', async () => {
    const period = '2021Q1'
    await save([cell('pledge_amount', '100')], { period })
    const [first] = (await save([{ ...cell('pledge_amount', '200'), baseVersion: 1 }], { period })).outcomes
    const [second] = (
      await save([{ ...cell('pledge_amount', '300'), baseVersion: 1 }], { period, by: people.colleague })
    ).outcomes
    expect(first).toMatchObject({ outcome: 'saved', cell: { version: 2 } })
    expect(second).toMatchObject({
      outcome: 'conflict',
      mine: { value: '300' },
      theirs: { content: { value: '200' }, version: 2, changedByName: people.officer.name },
    })
    const [chosen] = (
      await save([{ ...cell('pledge_amount', '300'), baseVersion: 2 }], { period, by: people.colleague })
    ).outcomes
    expect(chosen).toMatchObject({
      outcome: 'saved',
      cell: { version: 3, changedByName: people.colleague.name },
    })
  })

  it('who type it for the first time at the same moment: one is saved, the other is shown it', async () => {
    const period = '2021Q2'
    const both = await Promise.all([
      save([cell('pledge_amount', '1')], { period }),
      save([cell('pledge_amount', '2')], { period, by: people.colleague }),
    ])
    expect(both.map(({ outcomes }) => outcomes[0]?.outcome).sort()).toEqual(['conflict', 'saved'])
    const { rows } = await world.owner.query(`SELECT kind FROM report_event WHERE period = $1`, [period])
    expect(rows).toEqual([{ kind: 'started' }])
  })

  it('who are refused altogether start no report', async () => {
    const period = '2022Q2'
    const [only] = (await save([cell('pledge_amount', '1e400')], { period })).outcomes
    expect(only).toMatchObject({ outcome: 'refused' })
    const { rows } = await world.owner.query(`SELECT kind FROM report_event WHERE period = $1`, [period])
    expect(rows).toEqual([])
  })

  it('who mean the same are not in conflict', async () => {
    const period = '2021Q3'
    await save([cell('pledge_amount', '8.50')], { period })
    const [same] = (await save([cell('pledge_amount', '8.5')], { period, by: people.colleague })).outcomes
    expect(same).toMatchObject({ outcome: 'saved', cell: { version: 1, changedByName: people.officer.name } })
  })
})

describe('“none this quarter”', () => {
  it('cannot be said beside rows, and can where there are none', async () => {
    const permit = authorize(people.officer, 'report.prepare', HOME)
    const period = '2020Q3'
    await saveRows(permit, period, 'custody_smes', [row('There is one')])
    const { outcomes } = await save([cell('custody_smes', '0'), cell('certified_entities', '0')], { period })
    expect(outcomes).toMatchObject([
      { outcome: 'refused', refusal: { code: 'rowsContradict' } },
      { outcome: 'saved' },
    ])
  })
})

describe('a request', () => {
  it('that is repeated changes nothing', async () => {
    const edits = [
      cell('pledge_amount', '77'),
      { ...cell('service_providers', 'six of them'), state: 'narrative' as const },
    ]
    const period = '2021Q4'
    const first = await save(edits, { period })
    const before = await everything()
    await world.setClock('2022-10-12T01:30:00Z')
    expect(await save(edits, { period })).toEqual(first)
    expect(await everything()).toBe(before)
    await world.setClock('2022-10-12T01:00:00Z')
  })

  it('that names a cell twice means the later', async () => {
    const period = '2020Q4'
    await save([cell('pledge_amount', '1'), cell('pledge_amount', '2')], { period })
    const { rows } = await world.owner.query<{ value: string }>(
      `SELECT value::float8 AS value FROM report_cell_change WHERE period = $1`,
      [period],
    )
    expect(rows).toEqual([{ value: 2 }])
  })

  it('for the base year fills its quarters or its total, and nothing else', async () => {
    const { outcomes, asked } = await save(
      [
        cell('pledge_amount', '10', 'Q1'),
        cell('pledge_amount', '40', 'Y'),
        cell('pledge_amount', '1'),
        cell('custody_smes', '0', 'Y'),
      ],
      { period: BASE_YEAR },
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'saved', 'refused', 'refused'])
    expect(asked).toBe(4)
  })
})

describe('a report', () => {
  it.each([
    ['that is not open yet', NOT_YET_OPEN, 'periodNotOpen'],
    ['that is locked', LOCKED, 'periodLocked'],
    ['that nobody asks for', '1999Q1', 'periodUnknown'],
  ] as const)('%s takes nothing', async (_, period, code) => {
    const before = await everything()
    expect(await outcomeOf(() => save([cell('pledge_amount', '1')], { period }))).toBe(code)
    expect(await everything()).toBe(before)
  })

  it('locks by the clock of the database, at the moment named', async () => {
    const period = '2020Q2'
    await world.owner.query(
      `UPDATE reporting_period SET locked_after = '2022-11-01T00:00:00Z' WHERE period = $1`,
      [period],
    )
    await world.setClock('2022-11-01T00:00:00Z')
    expect(await outcomeOf(() => save([cell('pledge_amount', '1')], { period }))).toBe('done')
    await world.setClock('2022-11-01T00:00:01Z')
    expect(await outcomeOf(() => save([cell('pledge_amount', '1')], { period }))).toBe('periodLocked')
    await world.setClock('2022-10-12T01:00:00Z')
  })
})
