import type { KeyboardEvent } from 'react'
import { gridMove, type GridKey } from '@/lib/entry/grid-move'

type Control = HTMLInputElement | HTMLTextAreaElement

const isControl = (element: HTMLElement): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/**
 * Moves between the boxes of a form by Enter and the arrows. `columns`: how many boxes stand beside one another. In the
 * last row Enter goes on at the top of the next column; after the last box nothing happens.
 */
export function moveByKeys(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const { target, currentTarget } = event
  if (!(target instanceof HTMLElement) || target.dataset.spot === undefined || event.defaultPrevented) return
  const spots = [...currentTarget.querySelectorAll<HTMLElement>('[data-spot]')]
  const at = spots.indexOf(target)
  const rows = Math.ceil(spots.length / columns)
  const pressed = readKey(event, target)
  if (pressed === null) return
  const place = { row: Math.floor(at / columns), column: at % columns }
  const move = gridMove(pressed, place, { rows, columns }, null)
  const isBelowLast = pressed.key === 'Enter' && !pressed.shift && place.row === rows - 1
  const next =
    move !== null && move !== 'restore'
      ? spots[move.to.row * columns + move.to.column]
      : isBelowLast
        ? columnTop(spots, place.column + 1, columns)
        : undefined
  // Enter goes from box to box; a way to a register lies between, where Enter would open it, so it is passed by.
  const to =
    pressed.key === 'Enter' && next instanceof HTMLAnchorElement
      ? nextBox(spots, spots.indexOf(next), pressed.shift ? -1 : 1)
      : next
  // Enter never sends the form, which has nothing to send.
  if (pressed.key === 'Enter') event.preventDefault()
  if (to === undefined) return
  event.preventDefault()
  to.focus()
}

const columnTop = (
  spots: readonly HTMLElement[],
  column: number,
  columns: number,
): HTMLElement | undefined => (column < columns ? spots[column] : undefined)

function nextBox(spots: readonly HTMLElement[], from: number, step: 1 | -1): HTMLElement | undefined {
  for (let i = from; i >= 0 && i < spots.length; i += step) {
    const spot = spots[i]
    if (spot !== undefined && !(spot instanceof HTMLAnchorElement)) return spot
  }
  return undefined
}

/** The key as the grid takes it; null where it belongs to the control. */
function readKey(event: KeyboardEvent<HTMLElement>, target: HTMLElement): GridKey | null {
  const { key, shiftKey, altKey, metaKey, ctrlKey, nativeEvent } = event
  const isText = target instanceof HTMLTextAreaElement
  // Enter opens a link; in a text it begins a line, and Ctrl with it moves on.
  if (key === 'Enter' && (target instanceof HTMLAnchorElement || (isText && !ctrlKey))) return null
  const { start, end, length } = caretOf(target)
  const isAll = start === 0 && end === length
  const caretAtStart = start === 0 && (end === 0 || (isAll && !isText))
  const caretAtEnd = end === length && (start === length || (isAll && !isText))
  // Within a text the upright arrows move between its lines.
  if ((isText && key === 'ArrowUp' && !caretAtStart) || (isText && key === 'ArrowDown' && !caretAtEnd))
    return null
  return {
    key,
    shift: shiftKey,
    command: altKey || metaKey || (ctrlKey && key !== 'Enter'),
    composing: nativeEvent.isComposing,
    list: target instanceof HTMLSelectElement,
    caretAtStart,
    caretAtEnd,
  }
}

function caretOf(target: HTMLElement): { start: number; end: number; length: number } {
  if (!isControl(target) || target.type === 'date') return { start: 0, end: 0, length: 0 }
  const { length } = target.value
  return { start: target.selectionStart ?? length, end: target.selectionEnd ?? length, length }
}
