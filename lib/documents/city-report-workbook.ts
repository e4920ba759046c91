import { formatDateTime, formatPeriod } from '@/lib/i18n/format-time'
import { words } from '@/lib/i18n/words'
import type { IndicatorCode } from '@/lib/notice'
import { isQuarter, type Locale, type Period } from '@/lib/values'
import { figure, moment, text, type Cell } from './cell'
import { conversationSheet, type ReportTurn } from './conversation-sheet'
import { derogationSheet, type ReportDerogation } from './derogation-sheet'
import { evidenceSheet, type ReportEvidence } from './evidence-sheet'
import { noteSheet } from './note-sheet'
import {
  FIGURE,
  figureColumns,
  figureRows,
  withoutFigures,
  type ReportFigure,
  type ReportNarrative,
} from './report-figures'
import type { StreamedLink } from './streaming/streamed'
import { tracePath } from './trace-reference'
import type { Column, Sheet, Workbook } from './workbook'

/** The rows behind one headline count; what kind of cell each is, the caller knows. */
export interface ReportRegister {
  readonly code: IndicatorCode
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** One city's report for one period, as one export shows it. */
export interface CityReportDocument {
  readonly locale: Locale
  /** The portal's own address. */
  readonly origin: string
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
  readonly evidence: readonly ReportEvidence[]
  readonly derogations: readonly ReportDerogation[]
  readonly turns: readonly ReportTurn[]
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
        links: register.rows.map((cells) =>
          cells.flatMap(({ kind }, i) =>
            kind === 'number' ? linkTo(traceOf(document, register.code), i) : [],
          ),
        ),
        frozenColumns: 1,
      })),
      narrativeSheet(document),
      ...(document.evidence.length === 0 ? [] : [evidenceSheet(document.locale, document.evidence)]),
      ...(document.derogations.length === 0 ? [] : [derogationSheet(document.locale, document.derogations)]),
      ...(document.turns.length === 0 ? [] : [conversationSheet(document.locale, document.turns)]),
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
    ...[
      head.narrative,
      head.conversation,
      head.submittedAt,
      head.acceptedAt,
      head.knownAt,
      head.ruleVersion,
      head.hash,
    ],
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
    ...document.figures.flatMap((each) =>
      figureRows(document.locale, each).map((row, part) => [
        ...before,
        ...row,
        text(null),
        // Said once, beside the figure as a whole.
        text(part === 0 ? talkOf(document, each.code) : null),
        ...after,
      ]),
    ),
    ...document.narratives.flatMap((each) =>
      figureRows(document.locale, withoutFigures(each)).map((row) => [
        ...before,
        ...row,
        text(each.text),
        text(talkOf(document, each.code)),
        ...after,
      ]),
    ),
  ]
}

/** What was asked and answered about one result and its rows, one turn a line; null where nothing was. */
function talkOf({ locale, turns }: CityReportDocument, code: string): string | null {
  const { turn: said } = words(locale).conversation
  const lines = turns
    .filter((turn) => turn.code === code)
    .map(({ row, kindWord, by, roleWord, at, words: text }) =>
      said(kindWord, row ?? '', by, roleWord, formatDateTime(locale, at), text),
    )
  return lines.length === 0 ? null : lines.join('\n')
}

const version = (document: CityReportDocument): Cell =>
  figure(document.version === null ? null : String(document.version))

const title = ({ locale, city, period }: CityReportDocument): string =>
  words(locale).export.reportTitle(city.name, formatPeriod(locale, period))

/** Where a result of this report comes from. */
const traceOf = (
  { origin, city, period, version }: CityReportDocument,
  indicator: IndicatorCode,
): string | null => (version === null ? null : origin + tracePath(city.code, { period, version, indicator }))

const linkTo = (url: string | null, from: number, to = from): StreamedLink[] =>
  url === null ? [] : [{ from, to, url }]

/** What this report says leads to its trace; what earlier reports and the notice say, to the card that names them. */
function figureLinks(document: CityReportDocument, code: IndicatorCode): StreamedLink[] {
  const { origin, city, period } = document
  const trace = traceOf(document, code)
  const card = isQuarter(period) ? `${origin}/cities/${city.code}?asOf=${period}#${code}` : trace
  return [...linkTo(trace, FIGURE.value, FIGURE.added), ...linkTo(card, FIGURE.lastQuarter, FIGURE.required)]
}

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
    rows: document.figures.flatMap((each) => figureRows(document.locale, each)),
    links: document.figures.flatMap((each) => {
      const links = figureLinks(document, each.code)
      return [each, ...each.parts].map(() => links)
    }),
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
      { header: head.office, width: 28 },
      { header: head.sourceDocument, width: 24 },
    ],
    rows: narratives.map((each) => [
      text(each.code),
      text(each.name),
      text(each.clause),
      text(each.stateWord),
      text(each.text),
      text(each.office),
      text(each.document),
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
