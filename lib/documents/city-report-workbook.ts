import { formatPeriod } from '@/lib/i18n/format-time'
import { words } from '@/lib/i18n/words'
import type { IndicatorCode } from '@/lib/notice'
import type { Locale, Period } from '@/lib/values'
import { figure, moment, text, type Cell } from './cell'
import { derogationSheet, type ReportDerogation } from './derogation-sheet'
import { exactValues } from './exact-values'
import { noteSheet } from './note-sheet'
import type { Column, Sheet, Workbook } from './workbook'

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
  readonly value: string | null
  readonly lastQuarter: string | null
  readonly sameQuarterLastYear: string | null
  readonly yearToDate: string | null
  readonly required: string | null
  readonly verdictWord: string | null
}

/** The rows behind one headline count; what kind of cell each is, the caller knows. */
export interface ReportRegister {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface ReportNarrative {
  readonly code: IndicatorCode
  readonly name: string
  readonly clause: string
  readonly stateWord: string
  readonly text: string | null
}

/** One city's report for one period, as one export shows it. */
export interface CityReportDocument {
  readonly locale: Locale
  readonly city: { readonly code: string; readonly name: string; readonly province: string }
  readonly period: Period
  /** Where the report stands, in words, and whether that is accepted. */
  readonly statusWord: string
  readonly accepted: boolean
  readonly version: number | null
  readonly hash: string | null
  readonly submittedAt: string | null
  readonly acceptedAt: string | null
  readonly knownAt: string
  readonly ruleVersion: string
  readonly demonstration: boolean
  readonly figures: readonly ReportFigure[]
  readonly registers: readonly ReportRegister[]
  readonly narratives: readonly ReportNarrative[]
  readonly derogations: readonly ReportDerogation[]
}

/** The report as a workbook: results, the rows behind the counts, narratives, and how to read it. */
export function cityReportWorkbook(document: CityReportDocument): Workbook {
  return {
    title: title(document),
    knownAt: document.knownAt,
    sheets: [
      figureSheet(document),
      ...document.registers.map((register): Sheet => ({
        name: register.title,
        columns: register.columns,
        rows: register.rows,
        frozenColumns: 1,
      })),
      narrativeSheet(document),
      ...(document.derogations.length === 0 ? [] : [derogationSheet(document.locale, document.derogations)]),
      notes(document),
    ],
  }
}

/** All nineteen results as rows for writeCsv, heads first; every row says which report it is from. */
export function cityReportCsv(document: CityReportDocument): readonly (readonly Cell[])[] {
  const { head } = words(document.locale).export
  const figureHeads = figureColumns(document.locale).map(({ header }) => header)
  const heads = [
    ...[head.cityCode, head.city, head.province, head.period, head.status, head.version],
    ...figureHeads,
    ...[head.narrative, head.submittedAt, head.acceptedAt, head.knownAt, head.ruleVersion, head.hash],
  ]
  const { city } = document
  const before: readonly Cell[] = [
    text(city.code),
    text(city.name),
    text(city.province),
    text(document.period),
    text(document.statusWord),
    version(document),
  ]
  const after: readonly Cell[] = [
    moment(document.submittedAt),
    moment(document.acceptedAt),
    moment(document.knownAt),
    text(document.ruleVersion),
    text(document.hash),
  ]
  return [
    heads.map((each) => text(each)),
    ...document.figures.map((each) => [...before, ...figureRow(document.locale, each), text(null), ...after]),
    ...document.narratives.map((each) => [
      ...before,
      ...figureRow(document.locale, withoutFigures(each)),
      text(each.text),
      ...after,
    ]),
  ]
}

const version = (document: CityReportDocument): Cell =>
  figure(document.version === null ? null : String(document.version))

const title = ({ locale, city, period }: CityReportDocument): string =>
  words(locale).export.reportTitle(city.name, formatPeriod(locale, period))

function figureSheet(document: CityReportDocument): Sheet {
  const { sheet, note, demonstration } = words(document.locale).export
  return {
    name: sheet.figures,
    head: [
      title(document),
      ...(document.demonstration ? [demonstration] : []),
      document.accepted ? note.reportScopeAccepted : note.reportScopeOpen,
    ],
    frozenColumns: 2,
    columns: figureColumns(document.locale),
    rows: document.figures.map((each) => figureRow(document.locale, each)),
  }
}

function figureColumns(locale: Locale): readonly Column[] {
  const { head } = words(locale).export
  const widths: readonly (readonly [header: string, width: number])[] = [
    [head.indicatorCode, 26],
    [head.indicator, 40],
    [head.unit, 8],
    [head.state, 12],
    [head.value, 16],
    [head.lastQuarter, 16],
    [head.sameQuarterLastYear, 16],
    [head.yearToDate, 16],
    [head.required, 16],
    [head.verdict, 14],
    [head.reason, 30],
    [head.explanation, 40],
    [head.exact, 30],
    [head.clause, 14],
  ]
  return widths.map(([header, width]) => ({ header, width }))
}

function figureRow(locale: Locale, each: ReportFigure): readonly Cell[] {
  const { head, exactly } = words(locale).export
  return [
    text(each.code),
    text(each.name),
    text(each.unit),
    text(each.stateWord),
    figure(each.value),
    figure(each.lastQuarter),
    figure(each.sameQuarterLastYear),
    figure(each.yearToDate),
    figure(each.required),
    text(each.verdictWord),
    text(each.reason),
    text(each.explanation),
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

function withoutFigures({ code, name, clause, stateWord }: ReportNarrative): ReportFigure {
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
    ...none,
  }
}

function narrativeSheet({ locale, narratives }: CityReportDocument): Sheet {
  const { sheet, head } = words(locale).export
  return {
    name: sheet.narratives,
    columns: [
      { header: head.indicatorCode, width: 26 },
      { header: head.indicator, width: 40 },
      { header: head.clause, width: 14 },
      { header: head.state, width: 12 },
      { header: head.narrative, width: 90 },
    ],
    rows: narratives.map((each) => [
      text(each.code),
      text(each.name),
      text(each.clause),
      text(each.stateWord),
      text(each.text),
    ]),
  }
}

function notes(document: CityReportDocument): Sheet {
  const { head, note, product, demonstration } = words(document.locale).export
  const { city, locale } = document
  return noteSheet(locale, [
    ...(document.demonstration ? ([[product, demonstration]] as const) : []),
    [note.source, note.reportSourceText],
    [note.document, note.documentText],
    [head.city, city.name],
    [head.cityCode, city.code],
    [head.province, city.province],
    [head.period, formatPeriod(locale, document.period)],
    [head.status, document.statusWord],
    [note.reportScope, document.accepted ? note.reportScopeAccepted : note.reportScopeOpen],
    [head.version, version(document)],
    [head.submittedAt, moment(document.submittedAt)],
    [head.acceptedAt, moment(document.acceptedAt)],
    [head.hash, text(document.hash)],
    [head.knownAt, moment(document.knownAt)],
    [head.ruleVersion, document.ruleVersion],
    [note.rounding, note.roundingText],
    [note.blank, note.blankText],
  ])
}
