import type { ReadCell, ReadRow } from '@/lib/documents/read-table'
import type { Place, Problem, Remark, Wrong } from './reading'

/** Collects what is wrong with a table, cell by cell. */
export interface Objections {
  readonly problems: Problem[]
  readonly object: (cell: ReadCell | Place, wrong: Wrong, got?: string) => void
}

/** Begins to collect for one sheet. */
export function objectionsTo(sheet: string): Objections {
  const problems: Problem[] = []
  return {
    problems,
    object: (cell, wrong, got) => {
      const at = 'address' in cell ? cell.address : cell.cell
      const text = got ?? ('address' in cell ? cell.shown || cell.text : '')
      problems.push({ sheet, cell: at, got: text.slice(0, 200), wrong })
    },
  }
}

/** The cell of a row in a column, where it says something. */
export const cellAt = (row: ReadRow, column: number | undefined): ReadCell | undefined =>
  column === undefined ? undefined : row.at(column)

/**
 * What a cell says, with what is to be said of it. Errors of formulas, formulas that cannot be believed and digits that were
 * lost are objected to; a formula whose result nobody can check is remarked.
 */
export function said(
  cell: ReadCell | undefined,
  { object }: Objections,
): { readonly text: string; readonly remarks: readonly Remark[]; readonly isWrong: boolean } {
  if (cell === undefined) return { text: '', remarks: NONE, isWrong: false }
  const { formula } = cell
  if (formula === null && cell.doubt === null && cell.kind !== 'error')
    return { text: textOf(cell), remarks: NONE, isWrong: false }
  const nothing = { text: '', remarks: NONE, isWrong: true } as const
  const wrong = (code: Extract<Wrong, { kind: 'file' }>['code'], detail = {}): typeof nothing => {
    object(cell, { kind: 'file', code, detail })
    return nothing
  }
  if (formula !== null && formula.state !== 'verified' && formula.state !== 'unverified') {
    return wrong(`formula.${formula.state}`, { computed: formula.computed ?? '' })
  }
  if (cell.kind === 'error') return wrong('sheetError')
  if (cell.doubt === 'digitsLost') return wrong('digitsLost')
  if (cell.doubt === 'noSuchDay') return wrong('noSuchDay')
  const remarks: Remark[] =
    formula?.state === 'unverified' ? [{ code: 'formula', text: formula.text.slice(0, 200) }] : []
  return { text: textOf(cell), remarks, isWrong: false }
}

const NONE: readonly Remark[] = []
const textOf = ({ kind, text, shown }: ReadCell): string => (kind === 'text' ? text : shown).trim()
