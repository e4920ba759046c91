import type { IndicatorUnit } from '@/lib/values'
import type { ClipboardCell, ClipboardTable } from './clipboard-table'
import type { CellKind } from './content'
import {
  headedColumns,
  headLines,
  isSaid,
  plainColumns,
  textsOf,
  unitBeside,
  unitOfHead,
} from './pasted-columns'
import { isTotal, nameIn, type NameMatch } from './pasted-labels'
import { readPastedNumber, type Did, type PastedRefusalCode } from './pasted-number'

/** One result of the form, as a paste may fill it. */
export interface PasteRow {
  readonly code: string
  /** What a spreadsheet may call it, in every language. */
  readonly names: readonly string[]
  readonly kind: CellKind
  readonly unit: IndicatorUnit
  readonly isEditable: boolean
  /** Its cells from left to right; null where there is none to fill in. */
  readonly keys: readonly (string | null)[]
}

/** What a pasted cell would do. */
export type Outcome =
  | { readonly kind: 'figure'; readonly value: string; readonly did: readonly Did[] }
  | { readonly kind: 'narrative'; readonly text: string }
  /** It says that there is no figure: nothing is filled in, and never zero. */
  | { readonly kind: 'none' }
  /** A count comes from the rows of its register. */
  | { readonly kind: 'register' }
  | { readonly kind: 'closed' }
  /** The same cell was filled further up. */
  | { readonly kind: 'twice' }
  | { readonly kind: 'refused'; readonly code: PastedRefusalCode }

export interface ProposedCell {
  readonly code: string
  /** Null where nothing can be filled in. */
  readonly key: string | null
  /** Which of the cells of its row. */
  readonly place: number
  readonly original: string
  readonly by: NameMatch['by'] | 'position'
  readonly outcome: Outcome
}

/** What a paste was read as, before anything of it is entered. */
export interface FigureProposal {
  readonly cells: readonly ProposedCell[]
  /** Heads of the columns that were taken, where heads decided. */
  readonly heads: readonly string[]
  /** Rows that sum up others. */
  readonly totals: number
  /** Rows that belong to no result, by what stands first in them. */
  readonly ignored: readonly string[]
  readonly table: Pick<ClipboardTable, 'hiddenRows' | 'hiddenColumns' | 'merged'>
}

export type PasteRefusal = 'severalColumns' | 'nothing'

/**
 * Reads a block copied from a spreadsheet for a form: rows that name a result by code or name go to that result, else the
 * block goes down from the box it was pasted into; of several columns the one headed by this period is taken. Nothing is
 * guessed where two could be meant.
 * @param period of the report: its quarter, or the base year
 */
export function readPastedFigures(
  table: ClipboardTable,
  rows: readonly PasteRow[],
  start: string,
  period: string,
): FigureProposal | PasteRefusal {
  const lines = table.rows.slice(0, table.rows.findLastIndex((line) => line.some(isSaid)) + 1)
  const matches = lines.map((line) =>
    nameIn(
      line.map(({ text }) => text),
      rows,
    ),
  )
  const isNamed = matches.some((match) => match !== null)
  const top = rows.findIndex(({ keys }) => keys.includes(start))
  const body = isNamed ? matches.findIndex((match) => match !== null) : headLines(lines, rows[top])
  const heads = lines.slice(0, body)
  const totals = new Set(
    [...lines.keys()].filter((i) => i >= body && matches[i] === null && isTotal(textsOf(lines[i]))),
  )
  const used = lines.map((line, i) =>
    i < body || totals.has(i) || (isNamed && matches[i] === null) ? [] : line,
  )
  const width = rows[top]?.keys.length ?? 1
  const left = Math.max(rows[top]?.keys.indexOf(start) ?? 0, 0)
  const headed = headedColumns(heads, period, width)
  const columns =
    headed === null || headed.length > 0 ? headed : plainColumns(used, rows, width, isNamed ? 0 : left)
  if (headed === null || columns === null) return 'severalColumns'

  const cells: ProposedCell[] = []
  const ignored: string[] = []
  const seen = new Set<string>()
  let next = top
  for (const [i, line] of lines.entries()) {
    if (i < body || totals.has(i)) continue
    const match = matches[i] ?? null
    const row = isNamed ? match?.row : rows[next++]
    if (row === undefined) {
      if (line.some(isSaid)) ignored.push(textsOf(line).find((text) => text !== '') ?? '')
      continue
    }
    for (const { at, place, head } of columns) {
      const cell = line[at]
      if (cell === undefined || !isSaid(cell) || at === match?.at) continue
      const unit = unitBeside(line, match?.at ?? -1, at) ?? match?.unit ?? unitOfHead(head, row.unit)
      const key = row.keys[place] ?? null
      const id = `${row.code}/${place}`
      cells.push({
        code: row.code,
        key,
        place,
        original: cell.text,
        by: match?.by ?? 'position',
        outcome: seen.has(id) ? { kind: 'twice' } : outcomeOf(cell, row, key, unit),
      })
      seen.add(id)
    }
  }
  const { hiddenRows, hiddenColumns, merged } = table
  return cells.length === 0
    ? 'nothing'
    : {
        cells,
        heads: headed.map(({ head }) => head),
        totals: totals.size,
        ignored,
        table: { hiddenRows, hiddenColumns, merged },
      }
}

function outcomeOf(cell: ClipboardCell, row: PasteRow, key: string | null, unit: string | null): Outcome {
  if (!row.isEditable) return { kind: 'closed' }
  const read = readPastedNumber(cell.text, row.unit === '' ? '万元' : row.unit, {
    unit: unit ?? '',
    ...(cell.stored === null ? {} : { stored: cell.stored }),
  })
  if (read.kind === 'none' || read.kind === 'blank') return { kind: 'none' }
  if (row.kind === 'qualitative') return { kind: 'narrative', text: cell.text }
  if (read.kind === 'refused') return read
  if (row.kind === 'count' && (read.value !== '0' || key === null)) return { kind: 'register' }
  return key === null ? { kind: 'closed' } : read
}
