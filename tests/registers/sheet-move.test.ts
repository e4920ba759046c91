import { describe, expect, it } from 'vitest'
import { sheetMove, type SheetKey, type SheetMode } from '@/lib/entry/sheet-move'

const size = { rows: 5000, columns: 7, page: 15 }
const at = (row: number, column: number) => ({ row, column })
/** What a key does in the cell of row 100, column 3, unless said otherwise. */
const press = (
  key: string,
  more: Partial<SheetKey> = {},
  where = at(100, 3),
  mode: SheetMode = 'moving',
  from: number | null = null,
) =>
  sheetMove(
    { key, shift: false, control: false, alt: false, composing: false, ...more },
    where,
    size,
    mode,
    from,
  )

describe('keys in the grid', () => {
  it('Enter goes down and Shift+Enter up; after a row of Tabs, down to where they began', () => {
    expect(press('Enter')).toEqual({ to: at(101, 3) })
    expect(press('Enter', { shift: true })).toEqual({ to: at(99, 3) })
    expect(press('Enter', {}, at(100, 6), 'typing', 0)).toEqual({ to: at(101, 0) })
  })

  it('Tab goes right and Shift+Tab left; at the ends they leave the grid, so that nobody is caught in it', () => {
    expect(press('Tab')).toEqual({ to: at(100, 4) })
    expect(press('Tab', { shift: true })).toEqual({ to: at(100, 2) })
    expect(press('Tab', {}, at(100, 6))).toBeNull()
    expect(press('Tab', { shift: true }, at(100, 0))).toBeNull()
  })

  it.each([
    ['ArrowDown', at(101, 3)],
    ['ArrowUp', at(99, 3)],
    ['ArrowLeft', at(100, 2)],
    ['ArrowRight', at(100, 4)],
    ['PageDown', at(115, 3)],
    ['PageUp', at(85, 3)],
    ['Home', at(100, 0)],
    ['End', at(100, 6)],
  ])('%s moves, also out of a cell in which somebody has begun to type', (key, to) => {
    expect(press(key)).toEqual({ to })
    expect(press(key, {}, at(100, 3), 'typing')).toEqual({ to })
  })

  it.each([
    ['Home', at(0, 0)],
    ['End', at(4999, 6)],
    ['ArrowDown', at(4999, 3)],
    ['ArrowUp', at(0, 3)],
    ['ArrowLeft', at(100, 0)],
    ['ArrowRight', at(100, 6)],
  ])('Ctrl+%s goes to the edge', (key, to) => {
    expect(press(key, { control: true })).toEqual({ to })
  })

  it('the last cell does not wrap', () => {
    for (const key of ['Enter', 'ArrowDown', 'ArrowRight', 'PageDown']) {
      expect(press(key, {}, at(4999, 6))).toEqual({ to: at(4999, 6) })
    }
    expect(press('ArrowLeft', {}, at(0, 0))).toEqual({ to: at(0, 0) })
  })

  it('F2 goes into the text, where arrows, Home and End move the caret', () => {
    expect(press('F2')).toBe('caret')
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'Home', 'End', 'PageDown', 'F2']) {
      expect(press(key, {}, at(100, 3), 'caret')).toBeNull()
    }
    expect(press('Enter', {}, at(100, 3), 'caret')).toEqual({ to: at(101, 3) })
  })

  it('Escape restores what somebody has begun to change', () => {
    expect(press('Escape', {}, at(100, 3), 'typing')).toBe('restore')
    expect(press('Escape', {}, at(100, 3), 'caret')).toBe('restore')
    expect(press('Escape')).toBeNull()
  })

  it('Ctrl+Z takes the last change of the register back, within a text being typed that of the text', () => {
    expect(press('z', { control: true })).toBe('undo')
    expect(press('z', { control: true }, at(100, 3), 'typing')).toBeNull()
    expect(press('d', { control: true })).toBe('above')
  })

  it('what an input method or the browser needs is theirs', () => {
    expect(press('Enter', { composing: true })).toBeNull()
    expect(press('ArrowDown', { alt: true })).toBeNull()
    expect(press('ArrowRight', { shift: true })).toBeNull()
    expect(press('a')).toBeNull()
  })
})
