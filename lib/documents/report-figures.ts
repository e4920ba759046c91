import { words } from '@/lib/i18n/words'
import type { IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { figure, text, type Cell } from './cell'
import { exactValues } from './exact-values'
import type { Column } from './workbook'

/** One result of the report: finished words, exact numbers. */
export interface ReportFigure {
  readonly code: IndicatorCode
  readonly name: string
  readonly unit: string
  readonly clause: string
  /** Figure, blank, not applicable … in words. */
  readonly stateWord: string
  readonly reason: string | null
  /** What the city says of soft findings on this result, with who and when. */
  readonly explanation: string | null
  /** Whether the value is of the period itself or cumulative since the start, in words. */
  readonly basisWord: string
  /** Of a count `value` is cumulative; this is what the period added, 0 for none. Null for what is no count. */
  readonly added: string | null
  readonly value: string | null
  readonly lastQuarter: string | null
  readonly sameQuarterLastYear: string | null
  readonly yearToDate: string | null
  readonly required: string | null
  readonly verdictWord: string | null
  /** Who supplied it, and by which document. */
  readonly office: string | null
  readonly document: string | null
  /** What it is made of: by right and kind, or the quarters of a year. */
  readonly parts: readonly ReportPart[]
}

/** A part of a figure: finished words, an exact number. */
export interface ReportPart {
  readonly code: string
  readonly name: string
  readonly stateWord: string
  readonly value: string | null
}

export interface ReportNarrative {
  readonly code: IndicatorCode
  readonly name: string
  readonly clause: string
  readonly stateWord: string
  readonly text: string | null
  readonly office: string | null
  readonly document: string | null
}

/** Where their numbers stand, from 0: those of this report, and from `lastQuarter` on those of others. */
export const FIGURE = { value: 5, added: 6, lastQuarter: 7, required: 10 } as const

/** The columns of the rows below. */
export function figureColumns(locale: Locale): readonly Column[] {
  const { head } = words(locale).export
  const widths: readonly (readonly [header: string, width: number])[] = [
    [head.indicatorCode, 26],
    [head.indicator, 40],
    [head.unit, 8],
    [head.state, 12],
    [head.basis, 12],
    [head.value, 16],
    [head.added, 12],
    [head.lastQuarter, 16],
    [head.sameQuarterLastYear, 16],
    [head.yearToDate, 16],
    [head.required, 16],
    [head.verdict, 14],
    [head.reason, 30],
    [head.explanation, 40],
    [head.office, 28],
    [head.sourceDocument, 24],
    [head.exact, 30],
    [head.clause, 14],
  ]
  return widths.map(([header, width]) => ({ header, width }))
}

/** A result and, below it, the parts it was reported by. */
export function figureRows(locale: Locale, each: ReportFigure): readonly (readonly Cell[])[] {
  return [
    figureRow(locale, each),
    ...each.parts.map(({ code, name, stateWord, value }) =>
      figureRow(locale, {
        ...withoutFigures({ ...each, name, stateWord, text: null, office: null, document: null }),
        partCode: `${each.code}.${code}`,
        unit: each.unit,
        basisWord: each.basisWord,
        value,
      }),
    ),
  ]
}

function figureRow(locale: Locale, each: ReportFigure & { readonly partCode?: string }): readonly Cell[] {
  const { head, exactly } = words(locale).export
  return [
    text(each.partCode ?? each.code),
    text(each.name),
    text(each.unit),
    text(each.stateWord),
    text(each.basisWord),
    figure(each.value),
    figure(each.added),
    figure(each.lastQuarter),
    figure(each.sameQuarterLastYear),
    figure(each.yearToDate),
    figure(each.required),
    text(each.verdictWord),
    text(each.reason),
    text(each.explanation),
    text(each.office),
    text(each.document),
    exactValues(exactly, [
      [head.value, each.value],
      [head.lastQuarter, each.lastQuarter],
      [head.sameQuarterLastYear, each.sameQuarterLastYear],
      [head.yearToDate, each.yearToDate],
      [head.required, each.required],
    ]),
    text(each.clause),
  ]
}

/** The row of what has no figure. */
export function withoutFigures({
  code,
  name,
  clause,
  stateWord,
  office,
  document,
}: ReportNarrative): ReportFigure {
  const none = { value: null, lastQuarter: null, sameQuarterLastYear: null, yearToDate: null, required: null }
  return {
    code,
    name,
    clause,
    stateWord,
    unit: '',
    reason: null,
    explanation: null,
    verdictWord: null,
    basisWord: '',
    added: null,
    office,
    document,
    parts: [],
    ...none,
  }
}
