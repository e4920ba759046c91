import { expect, it } from 'vitest'
import { packRows, unpackRows } from '@/lib/entry/packed-rows'
import type { PageRow } from '@/lib/entry/rows-autosave'

it('rows come out of their packing as they went in', () => {
  const content = {
    name: '“甲”,\n公司',
    creditCode: null,
    noCodeReason: '境外机构',
    countedOn: '2022-09-12',
    level: null,
    details: { venue: 'sse', amount: '12.5' },
    evidence: '',
    note: '备注',
  } as const
  const saved = { content, removed: false, version: 3, by: '周文静', at: '2022-10-12T01:00:00.123Z' }
  const rows: PageRow[] = [
    { id: 'a', saved },
    { id: 'b', saved: { ...saved, removed: true, by: '陈一' } },
    {
      id: 'c',
      saved: { ...saved, content: { ...content, level: 'national', creditCode: 'X', noCodeReason: null } },
    },
  ]
  expect(unpackRows(packRows(rows))).toEqual(rows)
  expect(unpackRows(packRows([]))).toEqual([])
})
