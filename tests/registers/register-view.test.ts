import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, readView, viewQuery, WHOLE, type View, type ViewRow } from '@/lib/entry/register-view'
import { EMPTY_ROW, type RowText } from '@/lib/entry/row-content'
import { registerColumns } from '@/lib/notice'

const columns = registerColumns('securitisation_products')
const { compare } = new Intl.Collator('zh-CN')
const row = (id: string, text: Partial<RowText>, states: ViewRow['states'] = []): ViewRow => ({
  id,
  text: { ...EMPTY_ROW, ...text },
  states,
})
const rows = [
  row('a', { name: '丙产品', amount: '12.5', venue: 'sse' }),
  row('b', { name: '甲产品', amount: '9', venue: 'szse' }, ['finding']),
  row('c', { name: '乙产品', amount: '', venue: 'sse' }, ['attention']),
  row('d', { name: 'Ａ１ 产品', amount: '100000000000000000.25', venue: 'sse' }),
  row('e', { name: '旧产品', amount: '12.25' }, ['withdrawn']),
]
const shown = (view: Partial<View>) => arrange(rows, { ...WHOLE, ...view }, columns, compare).join('')

describe('what is shown of a register', () => {
  it('is everything that stands, in the order of entry', () => {
    expect(shown({})).toBe('abcd')
  })

  it('is found by any text in it, whatever its width, case or spaces', () => {
    expect(shown({ text: 'a1产品' })).toBe('d')
    expect(shown({ text: '旧' })).toBe('e')
    expect(shown({ text: '没有' })).toBe('')
  })

  it('is filtered by state and by what stands in a column', () => {
    expect(shown({ state: 'finding' })).toBe('b')
    expect(shown({ state: 'attention' })).toBe('c')
    expect(shown({ state: 'withdrawn' })).toBe('e')
    expect(shown({ column: { field: 'venue', value: 'sse' } })).toBe('acd')
    expect(shown({ column: { field: 'venue', value: 'sse' }, text: '丙' })).toBe('a')
    expect(shown({ column: { field: 'amount', value: '' } })).toBe('c')
  })

  it('is sorted both ways, names as Chinese sorts them, figures exactly, blanks last', () => {
    const by = (field: 'name' | 'amount', descending: boolean) => shown({ sort: { field, descending } })
    expect(by('name', false)).toBe('abcd')
    expect(by('name', true)).toBe('dcba')
    expect(by('amount', false)).toBe('badc')
    expect(by('amount', true)).toBe('dabc')
  })

  it('sorts decimals like numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2000), fc.nat(99)), { maxLength: 12 }), (numbers) => {
        const texts = numbers.map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
        const many = texts.map((amount, i) => row(String(i), { name: 'x', amount }))
        const sorted = arrange(
          many,
          { ...WHOLE, sort: { field: 'amount', descending: false } },
          columns,
          compare,
        )
        const values = sorted.map((id) => Number(texts[Number(id)]))
        expect(values).toEqual(values.toSorted((a, b) => a - b))
      }),
      { numRuns: 100 },
    )
  })

  it('travels in an address and comes back the same; what names no column is left out', () => {
    const view: View = {
      text: '甲&乙=',
      state: 'finding',
      column: { field: 'venue', value: 'a:b' },
      sort: { field: 'amount', descending: true },
    }
    expect(readView(new URLSearchParams(viewQuery(view)), columns)).toEqual(view)
    expect(readView(new URLSearchParams(viewQuery(WHOLE)), columns)).toEqual(WHOLE)
    expect(readView(new URLSearchParams('state=x&column=level:1&sort=-password'), columns)).toEqual(WHOLE)
  })
})
