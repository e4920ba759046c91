import { describe, expect, it } from 'vitest'
import { RowSlots } from '@/components/register/row-slots'

describe('the keys under which rows of a grid are drawn', () => {
  const keysIn = (slots: RowSlots, ids: string, here: string) => [...slots.keysOf([...ids], here).values()]

  it('stay with their rows while the person stays in one, so that the focus stays', () => {
    const slots = new RowSlots()
    expect(keysIn(slots, 'abcd', 'a')).toEqual([0, 1, 2, 3])
    expect(keysIn(slots, 'acde', 'a')).toEqual([0, 2, 3, 4])
    expect(keysIn(slots, 'abc', 'a')).toEqual([0, 5, 2])
  })

  it('stay with their rows while the person goes among those that are drawn', () => {
    const slots = new RowSlots()
    keysIn(slots, 'abcd', 'a')
    expect(keysIn(slots, 'bcd', 'c')).toEqual([1, 2, 3])
  })

  it('stay in their places where the person goes to rows that were not drawn', () => {
    const slots = new RowSlots()
    keysIn(slots, 'abc', 'a')
    expect(keysIn(slots, 'cdef', 'f')).toEqual([0, 1, 2, 3])
    expect(keysIn(slots, 'cdef', 'f')).toEqual([0, 1, 2, 3])
  })
})
