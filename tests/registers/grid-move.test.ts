import { describe, expect, it } from 'vitest'
import { gridMove, type GridKey } from '@/lib/entry/grid-move'

const size = { rows: 3, columns: 4 }
const press = (key: string, more: Partial<GridKey> = {}): GridKey => ({
  key,
  shift: false,
  command: false,
  composing: false,
  list: false,
  caretAtStart: false,
  caretAtEnd: false,
  ...more,
})
const at = (row: number, column: number) => ({ row, column })

describe('keys in the grid', () => {
  it('Enter goes down, Shift+Enter up, and neither wraps around', () => {
    expect(gridMove(press('Enter'), at(0, 2), size, null)).toEqual({ to: at(1, 2) })
    expect(gridMove(press('Enter', { shift: true }), at(1, 2), size, null)).toEqual({ to: at(0, 2) })
    expect(gridMove(press('Enter'), at(2, 2), size, null)).toBeNull()
    expect(gridMove(press('Enter', { shift: true }), at(0, 2), size, null)).toBeNull()
  })

  it('Enter after a row of Tabs begins the next row where they began', () => {
    expect(gridMove(press('Enter'), at(0, 3), size, 0)).toEqual({ to: at(1, 0) })
  })

  it('upright arrows change rows, but not in a list of choices', () => {
    expect(gridMove(press('ArrowDown'), at(0, 1), size, null)).toEqual({ to: at(1, 1) })
    expect(gridMove(press('ArrowUp'), at(1, 1), size, null)).toEqual({ to: at(0, 1) })
    expect(gridMove(press('ArrowDown', { list: true }), at(0, 1), size, null)).toBeNull()
  })

  it('sideways arrows leave a field only from the end of its text', () => {
    expect(gridMove(press('ArrowRight'), at(0, 1), size, null)).toBeNull()
    expect(gridMove(press('ArrowRight', { caretAtEnd: true }), at(0, 1), size, null)).toEqual({
      to: at(0, 2),
    })
    expect(gridMove(press('ArrowLeft', { caretAtStart: true }), at(0, 1), size, null)).toEqual({
      to: at(0, 0),
    })
    expect(gridMove(press('ArrowLeft', { caretAtStart: true }), at(0, 0), size, null)).toBeNull()
    expect(gridMove(press('ArrowRight', { caretAtEnd: true }), at(0, 3), size, null)).toBeNull()
  })

  it('Escape restores; what an input method or the browser needs is theirs', () => {
    expect(gridMove(press('Escape'), at(0, 0), size, null)).toBe('restore')
    expect(gridMove(press('Enter', { composing: true }), at(0, 0), size, null)).toBeNull()
    expect(gridMove(press('ArrowDown', { command: true }), at(0, 0), size, null)).toBeNull()
    expect(gridMove(press('a'), at(0, 0), size, null)).toBeNull()
    expect(gridMove(press('Tab'), at(0, 0), size, null)).toBeNull()
  })
})
