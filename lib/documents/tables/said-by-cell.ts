import { cellTextOf } from './cell-text'
import type { NumberFormat } from './number-format'
import { isoDay, serialDay } from './serial-day'
import type { StoredCell } from './sheet-cells'
import { storedNumber, type Said } from './stored-number'
import { damaged } from './zip-parts'

/** What is needed to understand a stored value. */
export interface Surroundings {
  readonly strings: readonly string[]
  readonly date1904: boolean
  readonly part: string
}

const text = (value: string): Said => ({ kind: value === '' ? 'blank' : 'text', text: value, doubt: null })

/** What a cell says, by its type and the format it is shown in. @throws Refusal where it leads to nothing */
export function saidByCell(
  { type, value }: StoredCell,
  { kind: format }: NumberFormat,
  { strings, date1904, part }: Surroundings,
): Said {
  if (value === '') return text('')
  switch (type) {
    case 's': {
      const string = /^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined
      if (string === undefined) throw damaged(part)
      return text(string)
    }
    case 'str':
    case 'inlineStr':
      return text(cellTextOf(value))
    case 'b':
      return { kind: 'boolean', text: value === '1' || value === 'true' ? 'true' : 'false', doubt: null }
    case 'e':
      return { kind: 'error', text: cellTextOf(value).slice(0, 100), doubt: null }
    case 'd':
      return isoDay(value)
    case 'n': {
      const number = storedNumber(value)
      const isDate = number.kind === 'number' && (format === 'date' || format === 'time')
      return isDate ? serialDay(number.text, format, date1904) : number
    }
    default:
      throw damaged(part)
  }
}
