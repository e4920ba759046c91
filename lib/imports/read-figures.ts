import type { FigureField } from '@/lib/documents/figures-to-fill'
import type { ReadCell, ReadRow } from '@/lib/documents/read-table'
import { readContent, type CellText } from '@/lib/entry/content'
import { isTotal, nameIn } from '@/lib/entry/pasted-labels'
import { readPastedNumber } from '@/lib/entry/pasted-number'
import { readDay } from '@/lib/entry/row-content'
import { askedCells, breakdownCells, isBreakdownPart, type AskedCell } from '@/lib/reporting/asked-cells'
import { isQuarter, type Period } from '@/lib/values'
import { answerWord } from './answer-word'
import { cellAt, objectionsTo, said, type Objections } from './cell-at'
import { expectedInReason } from './expected-in-reason'
import type { Problem, ReadFigure, Remark, Skipped } from './reading'
import type { FigureHeads, ValueColumn } from './table-heads'

interface ReadFigures {
  readonly figures: readonly ReadFigure[]
  readonly problems: readonly Problem[]
  readonly skipped: readonly Skipped[]
}

/** Reads the lines below the heads as results of this period. A line that names none is left out and counted. */
export function readFigures(
  sheet: string,
  rows: Iterable<ReadRow>,
  heads: FigureHeads,
  period: Period,
): ReadFigures {
  const objections = objectionsTo(sheet)
  const figures = new Map<string, ReadFigure>()
  const skipped: Skipped[] = []
  const asked = [...askedCells(period), ...breakdownCells(period)]
  let lines = 0
  let totals = 0
  for (const row of rows) {
    if (row.number <= heads.row) continue
    const named = resultOf(row, heads, asked, period)
    if (named === 'total') totals++
    else if (named === 'unknown')
      objections.object(cellAt(row, heads.columns.get('code')) ?? row.cells[0] ?? nowhere(sheet, row), {
        kind: 'file',
        code: 'codeUnknown',
        detail: {},
      })
    else if (named === null) lines++
    else {
      for (const value of valuesOf(heads, named, period)) {
        const figure = readLine({ sheet, row, heads, objections, skipped }, named, value, asked)
        if (figure === null) continue
        const key = `${figure.indicator}/${figure.part}`
        if (figures.has(key)) objections.object(figure.at, { kind: 'file', code: 'twice', detail: {} })
        else figures.set(key, figure)
      }
    }
  }
  if (lines > 0) skipped.push({ code: 'lines', sheet, count: lines })
  if (totals > 0) skipped.push({ code: 'totals', sheet, count: totals })
  return { figures: [...figures.values()], problems: objections.problems, skipped }
}

const nowhere = (sheet: string, row: ReadRow) => ({ sheet, cell: `A${row.number}` })

interface Named {
  readonly code: string
  /** Null where the line is the result as a whole, and the column says which part. */
  readonly part: string | null
}

/** Which result a line is of: by its code `pledge_amount` or `transfers_licenses.patentTransfer`, or else by its name. */
function resultOf(
  row: ReadRow,
  { columns }: FigureHeads,
  asked: readonly AskedCell[],
  period: Period,
): Named | 'unknown' | 'total' | null {
  const code = cellAt(row, columns.get('code'))?.text.trim() ?? ''
  if (/^[a-z_]+(?:\.\w+)?$/.test(code)) {
    const [of = '', part = null] = code.split('.')
    const isAsked = asked.some(
      ({ indicator, part: at }) => indicator.code === of && (part === null || at === part),
    )
    return isAsked ? { code: of, part } : 'unknown'
  }
  const name = cellAt(row, columns.get('name'))?.text.trim() ?? ''
  if (isTotal([code, name].filter((text) => text !== ''))) return 'total'
  const results = [...new Set(asked.map(({ indicator }) => indicator))]
  const match = nameIn(
    [code, name],
    results.map((each) => ({ code: each.code, names: [each.zh, each.en] })),
  )
  if (match === null) return null
  return { code: match.row.code, part: isQuarter(period) ? '' : null }
}

/** The columns that hold this line's figures. */
function valuesOf({ values }: FigureHeads, { part }: Named, period: Period): readonly ValueColumn[] {
  if (values.length === 0) return [{ column: -1, part: '' }]
  return part !== null || isQuarter(period) ? values.slice(0, 1) : values
}

interface Line {
  readonly sheet: string
  readonly row: ReadRow
  readonly heads: FigureHeads
  readonly objections: Objections
  readonly skipped: Skipped[]
}

function readLine(
  { sheet, row, heads, objections, skipped }: Line,
  named: Named,
  value: ValueColumn,
  asked: readonly AskedCell[],
): ReadFigure | null {
  const wanted =
    named.part ?? (value.part === '' && asked.every(({ part }) => part !== '') ? 'Y' : value.part)
  const cell = asked.find(({ indicator, part }) => indicator.code === named.code && part === wanted)
  if (cell === undefined) return null
  const at = (field: FigureField): ReadCell | undefined => cellAt(row, heads.columns.get(field))
  const number = cellAt(row, value.column)
  const place = number ?? at('state') ?? at('narrative') ?? at('code') ?? at('name') ?? row.cells[0]
  if (place === undefined) return null
  const office = said(at('office'), objections).text
  const document = said(at('document'), objections).text
  const read = answerOf(cell, { number, at, objections })
  if (read === 'counted') skipped.push({ code: 'countFromRegister', at: { sheet, cell: place.address } })
  const { answer = null, remarks = [] } = typeof read === 'object' ? (read ?? {}) : {}
  if (answer === null && office === '' && document === '') return null
  return {
    indicator: cell.indicator.code,
    part: cell.part,
    answer,
    office: office === '' ? null : office,
    document: document === '' ? null : document,
    at: { sheet, cell: place.address },
    remarks,
  }
}

interface Answered {
  readonly answer: CellText
  readonly remarks: readonly Remark[]
}

interface Asked {
  readonly number: ReadCell | undefined
  readonly at: (field: FigureField) => ReadCell | undefined
  readonly objections: Objections
}

/** What a line answers; null for nothing, which leaves the report as it is; 'counted' for a number of a register. */
function answerOf(cell: AskedCell, { number, at, objections }: Asked): Answered | 'counted' | null {
  const state = at('state')
  const word = state === undefined ? null : answerWord(state.text)
  if (state !== undefined && word === null) {
    objections.object(state, { kind: 'file', code: 'answerUnknown', detail: {} })
    return null
  }
  const given = said(number, objections)
  if (given.isWrong) return null
  if (word === 'notApplicable' || word === 'notYetAvailable') {
    if (number !== undefined && given.text !== '' && cell.kind === 'growth') {
      objections.object(number, { kind: 'file', code: 'bothSaid', detail: {} })
      return null
    }
    // Why there is no figure is said of the whole; a part that there is none of is zero.
    if (isBreakdownPart(cell.part)) {
      const detail = { expected: 'figure', got: word }
      if (state !== undefined)
        objections.object(state, { kind: 'rule', refusal: { code: 'contentWrong', detail } })
      return null
    }
    return checked(cell, noFigure(cell.kind, word, at, objections), { number: state, at, objections }, [])
  }
  if (cell.kind === 'qualitative') {
    const told = said(at('narrative'), objections)
    if (told.text === '') return null
    const answer: CellText = { state: 'narrative', text: told.text }
    return checked(cell, answer, { number: at('narrative'), at, objections }, told.remarks)
  }
  if (word === 'none') return { answer: { state: 'figure', text: '0' }, remarks: [] }
  if (number === undefined || given.text === '') return null
  return readNumber(cell, given.text, { number, at, objections }, given.remarks)
}

function readNumber(
  cell: AskedCell,
  text: string,
  asked: Asked & { readonly number: ReadCell },
  remarks: readonly Remark[],
): Answered | 'counted' | null {
  const { number, at, objections } = asked
  const unit = at('unit')?.text.trim() ?? ''
  const read = readPastedNumber(number.kind === 'number' ? number.text : text, cell.indicator.unit, { unit })
  switch (read.kind) {
    case 'blank':
      return null
    case 'none':
      objections.object(number, { kind: 'file', code: 'saysNone', detail: {} })
      return null
    case 'refused':
      objections.object(number, { kind: 'number', code: read.code })
      return null
    case 'figure':
      if (cell.kind === 'count' && read.value !== '0') return 'counted'
      return checked(cell, { state: 'figure', text: read.value }, asked, [...read.did, ...remarks])
  }
}

/** Exports write the expected day into the reason, and why there is no narrative where the narrative would stand. */
function noFigure(
  kind: AskedCell['kind'],
  state: 'notApplicable' | 'notYetAvailable',
  at: Asked['at'],
  objections: Objections,
): CellText {
  const given = said(at('reason'), objections).text
  const why = given === '' && kind === 'qualitative' ? said(at('narrative'), objections).text : given
  const dated = said(at('expectedOn'), objections).text.slice(0, 10)
  const both = dated === '' && state === 'notYetAvailable' ? expectedInReason(why) : null
  const { reason, day } = both ?? { reason: why, day: readDay(dated) }
  return state === 'notApplicable' ? { state, reason } : { state, reason, expectedOn: day }
}

/** The answer if the form would take it; objected to where it would not. */
function checked(
  cell: AskedCell,
  answer: CellText,
  { number, at, objections }: Asked,
  remarks: readonly Remark[],
): Answered | null {
  const content = readContent(cell.indicator.unit, cell.kind, answer)
  if (content.ok) return { answer, remarks }
  const { error } = content
  const where =
    (error.code === 'reasonMissing' || error.code === 'tooLong' ? at('reason') : undefined) ??
    (error.code === 'dateWrong' ? at('expectedOn') : undefined) ??
    number
  if (where !== undefined) {
    objections.object(
      where,
      error.code === 'figureWrong'
        ? { kind: 'figure', refusal: error.figure }
        : { kind: 'rule', refusal: { code: error.code, detail: error.detail } },
    )
  }
  return null
}
