import { describe, expect, it } from 'vitest'
import {
  isSendable,
  leaveRow,
  newRow,
  savedRow,
  setTakenOut,
  shownText,
  typeInto,
  type GridRow,
  type SavedRow,
} from '@/lib/entry/grid-row'
import { keptOf, mergeKept, readKept } from '@/lib/entry/kept-rows'
import { EMPTY_ROW } from '@/lib/entry/row-content'
import { rowId } from '@/lib/entry/row-id'
import { registerColumns } from '@/lib/notice'

const rules = { columns: registerColumns('custody_smes'), lastDay: '2022-09-30' }
const typed = { ...EMPTY_ROW, name: '甲公司', creditCode: '91350100M000100Y43', countedOn: '2022-09-12' }
const saved = (version: number, note = ''): SavedRow => ({
  content: {
    name: typed.name,
    creditCode: typed.creditCode,
    noCodeReason: null,
    countedOn: typed.countedOn,
    level: null,
    details: {},
    evidence: '',
    note,
  },
  removed: false,
  version,
  by: '周文静',
  at: '2022-10-12T01:00:00.000Z',
})
const reload = (rows: readonly GridRow[]) => rows.flatMap((row) => readKept(JSON.stringify(keptOf(row))))

describe('rows kept by the browser', () => {
  it('are those not yet saved: half-typed, changed, wrong, to be taken out; never empty ones', () => {
    const rows = [
      newRow('1', rules),
      savedRow('2', saved(1)),
      typeInto(newRow('3', rules), rules, 'name', '乙'),
      leaveRow(typeInto(savedRow('4', saved(2)), rules, 'name', '')),
      setTakenOut(savedRow('5', saved(3)), rules, true),
    ]
    expect(reload(rows).map(({ id, version, removed }) => [id, version, removed])).toEqual([
      ['3', 0, false],
      ['4', 2, false],
      ['5', 3, true],
    ])
  })

  it('come to nothing where the server has just that, since only its answer was lost', () => {
    const kept = reload([leaveRow(newRow('1', rules, typed))])
    expect(mergeKept([savedRow('1', saved(1))], kept, rules)).toEqual([savedRow('1', saved(1))])
  })

  it('come back after a reload, to be sent from the version they were made from', () => {
    const kept = reload([typeInto(savedRow('1', saved(1)), rules, 'note', '我的'), newRow('2', rules, typed)])
    const [changed, added] = mergeKept([savedRow('1', saved(2, '同事的'))], kept, rules)
    expect(changed?.draft?.base?.version).toBe(1)
    expect([changed && shownText(changed).note, changed && isSendable(changed)]).toEqual(['我的', true])
    expect([added?.id, added && isSendable(added)]).toEqual(['2', true])
  })

  it('do not bring back a row that was only to be taken out and is gone', () => {
    const kept = reload([setTakenOut(savedRow('1', saved(1)), rules, true)])
    expect(mergeKept([], kept, rules)).toEqual([])
  })

  it.each([
    null,
    '',
    '{',
    '3',
    '{"a":1}',
    '[1,null,{"id":1},{"id":"x","version":1.5,"removed":false,"typed":{}}]',
  ])('from %j are none', (text) => {
    expect(readKept(text)).toEqual([])
  })
})

describe('ids of rows made in the browser', () => {
  it('are UUIDs of version 7 that only grow, also within one millisecond and when the clock goes back', () => {
    const ids = [rowId(1_000), rowId(1_000), rowId(500), rowId(2_000)]
    expect(ids.toSorted()).toEqual(ids)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
