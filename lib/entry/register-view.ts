import type { RegisterColumn, RowField } from '@/lib/notice/register-columns'
import { matches } from './matches'
import type { RowText } from './row-content'

/** Which rows, by how they stand: with something to correct, with a finding, claimed by another city too. */
export const VIEW_STATES = ['all', 'attention', 'finding', 'elsewhere', 'withdrawn'] as const
export type ViewState = (typeof VIEW_STATES)[number]

/** Which rows of a register are shown, and in what order. Nothing that is stored changes by it. */
export interface View {
  readonly text: string
  readonly state: ViewState
  /** Rows with just this text in a column; `null` for all. */
  readonly column: { readonly field: RowField; readonly value: string } | null
  /** `null`: in the order of entry. */
  readonly sort: { readonly field: RowField; readonly descending: boolean } | null
}

export const WHOLE: View = { text: '', state: 'all', column: null, sort: null }

/** Whether a view shows every row in the order of entry. */
export const isWhole = ({ text, state, column, sort }: View): boolean =>
  text.trim() === '' && state === 'all' && column === null && sort === null

/** A row as a view looks at it. */
export interface ViewRow {
  readonly id: string
  readonly text: RowText
  readonly states: readonly ViewState[]
}

/**
 * The ids of the rows that a view shows, in its order. Rows that are equal by the column sorted by keep the order of entry,
 * and blanks come last either way.
 * @param compare of texts, as the language sorts them
 */
export function arrange(
  rows: readonly ViewRow[],
  view: View,
  columns: readonly RegisterColumn[],
  compare: (a: string, b: string) => number,
): string[] {
  const { column, sort } = view
  const shown = rows.filter(
    ({ text, states }) =>
      (view.state === 'all'
        ? !states.includes('withdrawn') || view.text !== ''
        : states.includes(view.state)) &&
      (column === null || text[column.field] === column.value) &&
      matches(view.text, ...columns.map(({ field }) => text[field])),
  )
  const by = columns.find(({ field }) => field === sort?.field)
  if (sort === null || by === undefined) return shown.map(({ id }) => id)
  const order = by.kind === 'amount' || by.kind === 'whole' ? byNumber : compare
  const sign = sort.descending ? -1 : 1
  return shown
    .map(({ id, text }) => ({ id, key: text[by.field] }))
    .toSorted((a, b) =>
      a.key === '' || b.key === '' ? blanksLast(a.key, b.key) : sign * order(a.key, b.key),
    )
    .map(({ id }) => id)
}

const blanksLast = (a: string, b: string): number => Number(a === '') - Number(b === '')

/** Plain decimals exactly, without a floating-point number; what is none comes after them. */
function byNumber(a: string, b: string): number {
  const [x, y] = [parts(a), parts(b)]
  if (x === null || y === null) return Number(x === null) - Number(y === null) || (a < b ? -1 : a > b ? 1 : 0)
  if (x.whole.length !== y.whole.length) return x.whole.length - y.whole.length
  const [s, t] = [x.whole + x.rest, y.whole + y.rest]
  return s < t ? -1 : s > t ? 1 : 0
}

function parts(text: string): { readonly whole: string; readonly rest: string } | null {
  const found = /^0*(\d+)(?:\.(\d*?)0*)?$/.exec(text.replaceAll(',', ''))
  return found === null ? null : { whole: found[1] ?? '', rest: found[2] ?? '' }
}

/** A view as the query of an address, for a file of what is shown. */
export function viewQuery({ text, state, column, sort }: View): string {
  const query = new URLSearchParams()
  if (text.trim() !== '') query.set('text', text)
  if (state !== 'all') query.set('state', state)
  if (column !== null) query.set('column', `${column.field}:${column.value}`)
  if (sort !== null) query.set('sort', `${sort.descending ? '-' : ''}${sort.field}`)
  return query.toString()
}

/** Reads what viewQuery wrote; whatever names no column of this register is left out. */
export function readView(query: URLSearchParams, columns: readonly RegisterColumn[]): View {
  const fieldOf = (name: string): RowField | null =>
    columns.find(({ field }) => field === name)?.field ?? null
  const [name = '', ...value] = (query.get('column') ?? '').split(':')
  const [filtered, sorted] = [fieldOf(name), fieldOf((query.get('sort') ?? '').replace(/^-/, ''))]
  return {
    text: query.get('text') ?? '',
    state: VIEW_STATES.find((state) => state === query.get('state')) ?? 'all',
    column: filtered === null ? null : { field: filtered, value: value.join(':') },
    sort: sorted === null ? null : { field: sorted, descending: query.get('sort')?.startsWith('-') === true },
  }
}
