import { describe, expect, it } from 'vitest'
import { GENERAL } from '@/lib/documents/tables/number-format'
import type { RowLine } from '@/lib/documents/tables/table-sink'
import { contentReader, type ContentHead } from '@/lib/imports/content-reader'
import type { ReadEntry } from '@/lib/imports/reading'
import { madeUpRow } from '../support/many-rows'

const FIRST = 2
const LAST = 40

/** A register of SMEs in custody in which formulas made the names of some rows. */
function read(formulasIn: readonly number[]): { entries: ReadEntry[]; soonest: number; head: ContentHead } {
  const entries: ReadEntry[] = []
  const heads: ContentHead[] = []
  let soonest = 0
  const sink = contentReader(
    { period: '2022Q3', register: 'custody_smes' },
    { onEntry: (entry) => void entries.push(entry), onEnd: (head) => void heads.push(head) },
  )
  const line = (row: number, texts: readonly string[]): RowLine => [
    row,
    0,
    ...texts.flatMap((text, column) => [column, 't', text, 0]),
  ]
  sink.begin({ name: '台账', visibility: 'visible' }, [GENERAL])
  sink.row(line(1, ['统一社会信用代码', '企业名称', '计数日期']), false)
  for (let row = FIRST; row <= LAST; row++) {
    const { name, creditCode } = madeUpRow(row)
    sink.row(line(row, [creditCode, name, '2022-07-15']), formulasIn.includes(row))
  }
  soonest = entries.length
  for (const row of formulasIn) sink.formula([row, 1, 'unverified', 'A1', null])
  sink.endTable({ rowCount: LAST, cellCount: 3 * LAST, merges: [], hiddenColumns: [] })
  sink.end({
    source: { kind: 'xlsx', date1904: false },
    formats: [GENERAL],
    properties: [],
    names: [],
    warnings: [],
  })
  const [head] = heads
  if (head === undefined) throw new Error('the file was not read to its end')
  return { entries, soonest, head }
}

const placesOf = (entries: readonly ReadEntry[]): string[] => entries.map(({ at }) => at.cell)

describe('rows of a register', () => {
  const plain = read([])

  it('are handed on as they come, in the order of the file', () => {
    expect(plain.soonest).toBe(LAST - FIRST + 1)
    expect(placesOf(plain.entries)).toEqual(Array.from({ length: LAST - 1 }, (_, i) => `A${i + FIRST}`))
  })

  it('wait for the formulas among them, and keep their order and everything they say', () => {
    const some = read([10, 25])
    expect(some.soonest).toBe(10 - FIRST)
    expect(placesOf(some.entries)).toEqual(placesOf(plain.entries))
    const remarks = some.entries.filter((entry) => entry.remarks.length > 0)
    expect(remarks.map(({ at }) => at.cell)).toEqual(['A10', 'A25'])
    expect(some.entries.map(({ content }) => content)).toEqual(plain.entries.map(({ content }) => content))
    expect(some.head).toEqual(plain.head)
  })
})
