import { describe, expect, it } from 'vitest'
import { countHistory, type HistoryRow } from '@/lib/rules/count-history'
import type { Quarter } from '@/lib/values'

const at = '2021-01-20T02:00:00.000Z'
const row = (
  id: string,
  period: Quarter,
  creditCode: string | null,
  changed: Partial<HistoryRow> = {},
): HistoryRow => ({
  id,
  period,
  version: 1,
  name: `名${id}`,
  creditCode,
  details: {},
  withdrawn: '',
  acceptedAt: at,
  isLatest: true,
  ...changed,
})
const history = (rows: readonly HistoryRow[], cases: Parameters<typeof countHistory>[1] = []) =>
  countHistory(rows, cases, 'certified_entities', '2022-10-12')
const fates = (rows: readonly HistoryRow[], cases: Parameters<typeof countHistory>[1] = []) =>
  Object.fromEntries(
    history(rows, cases)
      .entities.flatMap(({ sources }) => sources)
      .map(({ id, fate }) => [id, fate]),
  )

describe('how a count came about', () => {
  it('counts each entity from the first quarter in which it was accepted, and keeps every row that brought it', () => {
    const rows = [
      row('3', '2021Q1', 'B'),
      row('2', '2021Q1', 'A'),
      row('1', '2020Q4', 'A'),
      row('4', '2021Q1', 'C'),
    ]
    const { total, quarters, entities } = history(rows)
    expect(total).toBe(3)
    expect(quarters).toEqual([
      { period: '2020Q4', added: 1, total: 1 },
      { period: '2021Q1', added: 2, total: 3 },
    ])
    expect(entities.map(({ since, name }) => [since, name])).toEqual([
      ['2020Q4', '名1'],
      ['2021Q1', '名3'],
      ['2021Q1', '名4'],
    ])
    expect(fates(rows)).toEqual({ '1': 'counts', '2': 'merged', '3': 'counts', '4': 'counts' })
  })

  it('of two rows of one quarter counts the one entered first, and lists those that began together by name', () => {
    const twice = [row('2', '2021Q1', 'A'), row('1', '2021Q1', 'A')]
    expect(fates(twice)).toEqual({ '1': 'counts', '2': 'merged' })
    const { entities } = history([
      row('3', '2021Q1', 'B', { name: '乙' }),
      row('4', '2021Q1', 'C', { name: '丙' }),
    ])
    expect(entities.map(({ name }) => name)).toEqual(['丙', '乙'])
  })

  it('names an entity as the row that counts does, and says of each other what became of it and why', () => {
    const mark = { number: 3, indicator: 'certified_entities', identity: 'A', counts: true }
    const [entity] = history(
      [
        row('1', '2020Q1', 'A', { withdrawn: '误登', name: '旧名' }),
        row('2', '2020Q2', 'A', { version: 2, name: '新名' }),
      ],
      [mark],
    ).entities
    expect(entity).toEqual({
      identity: 'A',
      name: '新名',
      creditCode: 'A',
      since: '2020Q2',
      acceptedAt: at,
      validity: null,
      case: mark,
      sources: [
        { id: '1', period: '2020Q1', version: 1, name: '旧名', fate: 'withdrawn', reason: '误登' },
        { id: '2', period: '2020Q2', version: 2, name: '新名', fate: 'counts', reason: '' },
      ],
    })
    expect(history([row('1', '2020Q1', 'A', { withdrawn: '误登', name: '旧名' })]).entities).toMatchObject([
      { name: '旧名', since: null, acceptedAt: null },
    ])
  })

  it('counts neither what is of another type nor what another city has', () => {
    const elsewhere = [{ number: 3, indicator: 'certified_entities', identity: 'E', counts: false }]
    const rows = [row('1', '2020Q1', 'D', { details: { projectType: 'talent' } }), row('2', '2020Q1', 'E')]
    expect(history(rows, elsewhere)).toMatchObject({ total: 0, quarters: [] })
    expect(history([...rows, row('3', '2020Q2', 'E')], [])).toMatchObject({ total: 1 })
  })

  it('counts from accepted versions only, and says what became of every other row', () => {
    expect(
      fates(
        [
          row('1', '2020Q1', 'A', { acceptedAt: null }),
          row('2', '2020Q1', 'B', { acceptedAt: null, isLatest: false }),
          row('3', '2020Q1', 'C', { withdrawn: '误登' }),
          row('4', '2020Q1', 'D', { details: { projectType: 'talent' } }),
          row('5', '2020Q1', 'E'),
          // Accepted as version 1; a later version that is only submitted does not unsay it.
          row('6', '2020Q1', 'F', { isLatest: false }),
          row('6', '2020Q1', 'F', { version: 2, acceptedAt: null, name: '改名' }),
          row('7', '2020Q1', 'G', { version: 1, acceptedAt: null, isLatest: false }),
          row('7', '2020Q1', 'G', { version: 2 }),
        ],
        [{ number: 3, indicator: 'certified_entities', identity: 'E', counts: false }],
      ),
    ).toEqual({
      '1': 'pending',
      '2': 'superseded',
      '3': 'withdrawn',
      '4': 'otherType',
      '5': 'elsewhere',
      '6': 'counts',
      '7': 'counts',
    })
  })

  it('goes, while no version is accepted, by the latest, in whatever order they come', () => {
    const versions = [1, 2, 3].map((version) =>
      row('1', '2020Q1', 'A', { version, acceptedAt: null, isLatest: version === 3 }),
    )
    for (const rows of [versions, versions.toReversed()]) {
      const { total, quarters, entities } = history(rows)
      expect([total, quarters]).toEqual([0, []])
      expect(entities).toMatchObject([
        { since: null, acceptedAt: null, sources: [{ version: 3, fate: 'pending' }] },
      ])
    }
  })

  it('goes by the accepted version, whichever comes first', () => {
    const versions = [
      row('1', '2020Q1', 'A', { acceptedAt: null, isLatest: false }),
      row('1', '2020Q1', 'A', { version: 2, isLatest: false, name: '受理' }),
      row('1', '2020Q1', 'A', { version: 3, acceptedAt: null }),
    ]
    for (const rows of [versions, versions.toReversed()]) {
      expect(history(rows).entities).toMatchObject([{ name: '受理', since: '2020Q1', acceptedAt: at }])
    }
  })

  it('counts an expired certificate and says so; one that holds on the day is enough (R9)', () => {
    const valid = (validFrom: string, validTo: string) => ({ details: { validFrom, validTo } })
    const found = history([
      row('1', '2020Q1', 'A', valid('2019-10-13', '2022-10-12')),
      row('2', '2020Q1', 'B', valid('2019-10-12', '2022-10-11')),
      row('3', '2020Q1', 'C', valid('2019-01-01', '2021-12-31')),
      row('4', '2022Q1', 'C', valid('2022-01-01', '2024-12-31')),
      row('5', '2020Q1', 'D'),
      row('7', '2020Q1', 'F', { details: { validTo: '2022-10-12' } }),
      row('8', '2020Q1', 'G', valid('2022-10-13', '2024-12-31')),
      row('9', '2020Q1', 'H', { ...valid('2022-01-01', '2024-12-31'), acceptedAt: null }),
      row('91', '2020Q1', 'I', valid('2022-10-12', '2024-12-31')),
      row('6', '2020Q1', 'E', { ...valid('2022-01-01', '2024-12-31'), withdrawn: '误登' }),
    ])
    expect(found).toMatchObject({ total: 7, valid: 4, expired: 2 })
    expect(found.entities.map(({ creditCode, validity }) => [creditCode, validity])).toEqual([
      ['A', 'valid'],
      ['B', 'expired'],
      ['C', 'valid'],
      ['D', null],
      ['F', 'valid'],
      ['G', 'expired'],
      ['I', 'valid'],
      ['E', null],
      ['H', null],
    ])
  })

  it('of nothing is nothing', () => {
    expect(history([])).toEqual({ total: 0, valid: 0, expired: 0, entities: [], quarters: [] })
  })
})
