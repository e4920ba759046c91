import type { IndicatorUnit } from '@/lib/values'
import type { ClipboardCell } from './clipboard-table'
import type { CellKind } from './content'
import { nameIn } from './pasted-labels'
import { readPastedNumber } from './pasted-number'
import { readPeriodHead } from './period-head'
import { unitPower } from './unit-words'

type Line = readonly ClipboardCell[]

/** A column of a pasted block that is taken, and the cell of each row it goes to. */
interface Column {
  readonly at: number
  readonly place: number
  /** As a head says, in brackets or alone. */
  readonly head: string
}

/** Whether a cell says anything. */
export const isSaid = ({ text }: ClipboardCell): boolean => text.trim() !== ''

/** The texts of a line. */
export const textsOf = (line: Line | undefined): string[] => (line ?? []).map(({ text }) => text.trim())

/** How many lines at the top are heads, where no line names a result. */
export function headLines(lines: readonly Line[], first: { readonly kind: CellKind } | undefined): number {
  const isHead = (line: Line): boolean => {
    const said = textsOf(line).filter((text) => text !== '')
    if (
      said.some((text) => readPeriodHead(text) !== null && readPastedNumber(text, '万元').kind !== 'figure')
    )
      return true
    return (
      first?.kind !== 'qualitative' &&
      said.length > 0 &&
      said.every(
        (text) => !/\d/.test(text.normalize('NFKC')) && readPastedNumber(text, '万元').kind === 'refused',
      )
    )
  }
  const body = lines.findIndex((line) => line.some(isSaid) && !isHead(line))
  return lines.length > 1 && body > 0 ? body : 0
}

/** The columns that heads give to this period; null where two heads mean the same. */
export function headedColumns(heads: readonly Line[], period: string, width: number): Column[] | null {
  const year = Number(period.slice(0, 4))
  const places = width === 1 ? [period.slice(4)] : ['Q1', 'Q2', 'Q3', 'Q4', 'Y']
  const last = Math.max(0, ...heads.map((line) => line.length))
  const spoken = [...Array(last).keys()].flatMap((at) => {
    const said = heads.map((line) => spokenOver(line, at)).filter((text) => text !== '')
    // A year over its quarters: both lines together are the head.
    const [one] = [said.join(''), said.at(-1) ?? ''].flatMap((head) => {
      const of = readPeriodHead(head)
      return of === null ? [] : [{ at, head, ...of }]
    })
    return one === undefined || (one.year !== null && one.year !== year) ? [] : [one]
  })
  const columns: Column[] = []
  for (const [place, part] of places.entries()) {
    const named = spoken.filter((one) => one.part === part)
    const meant = named.length > 0 || width > 1 ? named : spoken.filter((one) => one.part === 'this')
    if (meant.length > 1) return null
    columns.push(...meant.map(({ at, head }) => ({ at, place, head })))
  }
  return columns
}

/** What a line of heads says over a column: its own cell, or the merged one that covers it. */
function spokenOver(line: Line, at: number): string {
  for (let i = at; i >= 0; i--) if (line[i]?.isCovered !== true) return line[i]?.text.trim() ?? ''
  return ''
}

/** Without heads: the one column of figures, or from left to right; null where several could be meant. */
export function plainColumns(
  lines: readonly Line[],
  rows: readonly { readonly code: string; readonly names: readonly string[] }[],
  width: number,
  left: number,
): Column[] | null {
  const columns = [...Array(Math.max(0, ...lines.map((line) => line.length))).keys()]
  const column = (at: number): string[] =>
    lines.map((line) => line[at]?.text.trim() ?? '').filter((text) => text !== '')
  const isLabel = (at: number): boolean => {
    const found = column(at).map((text) => ({ text, by: nameIn([text], rows)?.by }))
    // A sentence may speak of one result; names stand in every row.
    return (
      found.some(({ by }) => by === 'code' || by === 'name') ||
      found.every(({ text, by }) => by === 'part' || isUnit(text))
    )
  }
  // A first column that only numbers the rows, where there are more columns than boxes.
  const isNumbering = (at: number): boolean => {
    const said = column(at)
    return said.length > 1 && said.every((text, i) => text === String(Number(said[0]) + i))
  }
  const said = columns.filter((at) => column(at).length > 0 && !isLabel(at))
  const free = said.length > width - left && isNumbering(said[0] ?? 0) ? said.slice(1) : said
  const numeric = free.filter((at) =>
    column(at).some((text) => {
      const { kind } = readPastedNumber(text, '万元')
      return kind === 'figure' || (kind === 'refused' && /^[^\p{L}]*\d/u.test(text.normalize('NFKC')))
    }),
  )
  const taken = width > 1 || free.length === 1 ? free : numeric
  if (taken.length > width - left) return null
  return taken.map((at, i) => ({ at, place: left + i, head: '' }))
}

const isUnit = (text: string): boolean =>
  unitPower(text) !== null && readPastedNumber(text, '万元').kind !== 'figure'

/** The unit in a cell of its own between the name and the figure. */
export function unitBeside(line: Line, from: number, to: number): string | null {
  const [low, high] = from < 0 ? [-1, line.length] : [Math.min(from, to), Math.max(from, to)]
  const cell = line.find(({ text }, i) => i > low && i < high && i !== to && isUnit(text.trim()))
  return cell?.text.trim() ?? null
}

/** The unit that the head of a column says in brackets: only for what is measured in such, since a head stands over all rows. */
export function unitOfHead(head: string, unit: IndicatorUnit): string | null {
  const said = /\(([^)]+)\)\s*$/.exec(head.normalize('NFKC'))?.[1] ?? ''
  return unitPower(said)?.of === unitPower(unit)?.of ? said : null
}
