import type { CellKind, FormulaState } from '../read-table'
import { circularFormulas } from './circular-formulas'
import type { Deadline } from './deadline'
import { exactSum } from './exact-sum'
import { movedFormula, sizeOf } from './formula-references'
import { sumTerms, type SumTerm } from './formula-sum'
import { heldValues } from './held-values'
import type { StoredFormula } from './sheet-cells'
import { storedNumber } from './stored-number'
import type { FormulaLine } from './table-sink'
import type { ZipParts } from './zip-parts'

/** A cell whose value a formula made. */
export interface FormulaCell {
  readonly row: number
  readonly column: number
  readonly formula: StoredFormula
  readonly kind: CellKind
  /** As stored. */
  readonly value: string
}

/** How many cells are added up in all; sums beyond that stay unverified. */
const ADDITIONS = 500_000
/** Of a formula's text, as it is shown. */
const SHOWN = 1000

/**
 * How far each formula's stored result can be believed. What a program stored there is not taken silently: sums of cells of the
 * same sheet are worked out again, for which the sheet is read a second time.
 */
export async function judgeFormulas(
  zip: ZipParts,
  part: string,
  cells: readonly FormulaCell[],
  deadline: Deadline,
): Promise<FormulaLine[]> {
  const formulas = spelledOut(cells)
  const circular = circularFormulas(formulas, deadline)
  let additions = 0
  const sums = formulas.map(({ text }): SumTerm[] | null => {
    const terms = sumTerms(text)
    if (terms === null) return null
    additions += terms.reduce((sum, { of }) => sum + (typeof of === 'string' ? 1 : sizeOf(of)), 0)
    return additions > ADDITIONS ? null : terms
  })
  const areas = sums.flatMap((terms) => terms ?? []).flatMap(({ of }) => (typeof of === 'string' ? [] : [of]))
  const held = areas.length === 0 ? new Map<number, string>() : await heldValues(zip, part, areas, deadline)
  return formulas.map(({ row, column, kind, value, text }, i): FormulaLine => {
    const shown = text.slice(0, SHOWN)
    if (circular.has(i)) return [row, column, 'cyclic', shown, null]
    if (/\[\d+\]/.test(text)) return [row, column, 'external', shown, null]
    if (kind === 'blank') return [row, column, 'valueless', shown, null]
    deadline.check()
    const terms = sums[i]
    const [state, computed] = terms == null || held === null ? UNVERIFIED : judged(kind, value, terms, held)
    return [row, column, state, shown, computed]
  })
}

type Judged = readonly [state: FormulaState, computed: string | null]
const UNVERIFIED: Judged = ['unverified', null]

function judged(
  kind: CellKind,
  value: string,
  terms: readonly SumTerm[],
  held: ReadonlyMap<number, string>,
): Judged {
  const sum = exactSum(terms, held)
  if (sum === null) return UNVERIFIED
  if (kind === 'text' || kind === 'boolean') return ['contradicted', sum.value]
  const stored = storedNumber(value)
  if (stored.kind !== 'number') return UNVERIFIED
  return sum.isAbout(stored.text) ? ['verified', null] : ['contradicted', sum.value]
}

/** Every formula with its own text: cells that share one hold it only once. */
function spelledOut(cells: readonly FormulaCell[]): (FormulaCell & { readonly text: string })[] {
  const masters = new Map<string, FormulaCell>()
  return cells.map((cell) => {
    const { text, shared } = cell.formula
    if (shared === null) return { ...cell, text }
    if (text !== '') {
      masters.set(shared, cell)
      return { ...cell, text }
    }
    const master = masters.get(shared)
    const own =
      master === undefined
        ? ''
        : movedFormula(master.formula.text, cell.row - master.row, cell.column - master.column)
    return { ...cell, text: own }
  })
}
