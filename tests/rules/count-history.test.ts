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
    const rows = [row('2', '2021Q1', 'A'), row('1', '2020Q4', 'A'), row('3', '2021Q1', 'B')]
    const { total, quarters, entities } = history(rows)
    expect(total).toBe(2)
    expect(quarters).toEqual([
      { period: '2020Q4', added: 1, total: 1 },
      { period: '2021Q1', added: 1, total: 2 },
    ])
    expect(entities.map(({ since, name }) => [since, name])).toEqual([
      ['2020Q4', '名1'],
      ['2021Q1', '名3'],
    ])
    expect(fates(rows)).toEqual({ '1': 'counts', '2': 'merged', '3': 'counts' })
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

  it('counts an expired certificate and says so; one that holds on the day is enough (R9)', () => {
    const valid = (validFrom: string, validTo: string) => ({ details: { validFrom, validTo } })
    const found = history([
      row('1', '2020Q1', 'A', valid('2019-10-13', '2022-10-12')),
      row('2', '2020Q1', 'B', valid('2019-10-12', '2022-10-11')),
      row('3', '2020Q1', 'C', valid('2019-01-01', '2021-12-31')),
      row('4', '2022Q1', 'C', valid('2022-01-01', '2024-12-31')),
      row('5', '2020Q1', 'D'),
      row('6', '2020Q1', 'E', { ...valid('2022-01-01', '2024-12-31'), withdrawn: '误登' }),
    ])
    expect(found).toMatchObject({ total: 4, valid: 2, expired: 1 })
    expect(found.entities.map(({ creditCode, validity }) => [creditCode, validity])).toEqual([
      ['A', 'valid'],
      ['B', 'expired'],
      ['C', 'valid'],
      ['D', null],
      ['E', null],
    ])
  })

  it('of nothing is nothing', () => {
    expect(history([])).toEqual({ total: 0, valid: 0, expired: 0, entities: [], quarters: [] })
  })
})
