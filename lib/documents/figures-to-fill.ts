import { words } from '@/lib/i18n/words'
import type { Locale } from '@/lib/values'
import { blank, figure, text, type Cell } from './cell'
import { hint } from './input-checks'
import { columnLetters, headerRow } from './sheet-xml'
import type { Sheet, SheetToFill } from './workbook'

/** The columns of the sheet of figures, from left to right. */
export const FIGURE_FIELDS = [
  'code',
  'name',
  'unit',
  'lastQuarter',
  'sameQuarterLastYear',
  'yearToDate',
  'value',
  'state',
  'reason',
  'expectedOn',
  'narrative',
  'office',
  'document',
  'clause',
] as const

export type FigureField = (typeof FIGURE_FIELDS)[number]

const WIDTHS: Readonly<Record<FigureField, number>> = {
  code: 36,
  name: 42,
  unit: 8,
  lastQuarter: 16,
  sameQuarterLastYear: 16,
  yearToDate: 18,
  value: 18,
  state: 18,
  reason: 30,
  expectedOn: 16,
  narrative: 50,
  office: 26,
  document: 24,
  clause: 14,
}

/** One line of the sheet: a result, or a part of one, with what the portal has; finished words, exact numbers. */
export interface FigureLine {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly clause: string
  /** What it counts, as a note on its name. */
  readonly about: string | null
  readonly kind: 'growth' | 'count' | 'qualitative'
  /** A part takes a number and nothing else. */
  readonly isPart: boolean
  /** Whether it may be changed now: after a return of chosen figures only those. */
  readonly isOpen: boolean
  readonly lastQuarter: string | null
  readonly sameQuarterLastYear: string | null
  readonly yearToDate: string | null
  readonly value: string | null
  readonly stateWord: string | null
  readonly reason: string | null
  readonly expectedOn: string | null
  readonly narrative: string | null
  readonly office: string | null
  readonly document: string | null
}

/** Which kinds of answer a line offers, each a list of its own. */
const answerList = (kind: FigureLine['kind']): string => `answers_${kind}`

/** The sheet of figures: what was said before is locked, what is asked is open. */
export function figuresSheet(
  locale: Locale,
  head: readonly string[],
  lines: readonly FigureLine[],
): SheetToFill {
  const { workbook: said, names, entry } = words(locale)
  const columns = FIGURE_FIELDS.map((field) => ({ header: said.head[field], width: WIDTHS[field] }))
  const sheet: Sheet = {
    name: said.sheet.figures,
    head,
    columns,
    frozenColumns: 2,
    isLocked: true,
    rows: lines.map(lineCells),
  }
  const first = headerRow(sheet) + 1
  const at = (field: FigureField, row: number): string =>
    `${columnLetters(FIGURE_FIELDS.indexOf(field))}${row}`
  const none = { notApplicable: names.cellState.notApplicable, later: names.cellState.notYetAvailable }
  const answers = (first: string): string[] => [first, none.notApplicable, none.later]
  const last = first + lines.length - 1
  const all = (field: FigureField): string => `${at(field, first)}:${at(field, last)}`
  const state = `$${at('state', first)}`
  return {
    sheet: {
      ...sheet,
      notes: lines.flatMap(({ about }, i) =>
        about === null ? [] : [{ at: at('name', first + i), text: about }],
      ),
      checks: [
        ...lines.flatMap(({ kind, isPart, isOpen }, i) =>
          !isOpen || isPart ? [] : [hint(at('state', first + i), said.prompt.state, answerList(kind))],
        ),
        ...lines.flatMap(({ kind, isOpen }, i) =>
          !isOpen || kind === 'qualitative'
            ? []
            : [hint(at('value', first + i), kind === 'count' ? said.prompt.count : said.prompt.value)],
        ),
        hint(all('expectedOn'), said.prompt.expectedOn),
        hint(all('narrative'), said.prompt.narrative),
      ],
      marks: [
        {
          range: all('reason'),
          formula: `AND(OR(${state}="${none.notApplicable}",${state}="${none.later}"),$${at('reason', first)}="")`,
        },
        { range: all('expectedOn'), formula: `AND(${state}="${none.later}",$${at('expectedOn', first)}="")` },
      ],
    },
    lists: new Map([
      [answerList('growth'), answers(names.cellState.figure)],
      [answerList('count'), answers(entry.box.none)],
      [answerList('qualitative'), answers(names.cellState.narrative)],
    ]),
  }
}

function lineCells(line: FigureLine): readonly Cell[] {
  const open = (cell: Cell, isAsked = true): Cell =>
    isAsked && line.isOpen ? { ...cell, look: 'open' } : cell
  const { kind, isPart } = line
  return [
    text(line.code),
    text(line.name),
    text(line.unit),
    figure(line.lastQuarter),
    figure(line.sameQuarterLastYear),
    figure(line.yearToDate),
    open(figure(line.value), kind !== 'qualitative'),
    open(text(line.stateWord), !isPart),
    open(text(line.reason), !isPart),
    open(line.expectedOn === null ? blank : { kind: 'day', value: line.expectedOn }, !isPart),
    open(text(line.narrative), kind === 'qualitative'),
    open(text(line.office), !isPart),
    open(text(line.document), !isPart),
    text(line.clause),
  ]
}
