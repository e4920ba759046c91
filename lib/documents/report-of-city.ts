import {
  cityName,
  formatDateTime,
  formatDay,
  formatNumber,
  formatPeriod,
  formatWithUnit,
  inLocale,
  provinceName,
  whyNone,
  words,
} from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CityReport } from '@/lib/review/read-city-report'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'
import { text } from './cell'
import type {
  CityReportDocument,
  ReportFigure,
  ReportNarrative,
  ReportRegister,
} from './city-report-workbook'
import type { ReportDerogation } from './derogation-sheet'

/** One city's report of a quarter as a document. */
export function reportOfCity(report: CityReport, locale: Locale, demonstration: boolean): CityReportDocument {
  const { city, head, lines } = report
  const measured = lines.filter(({ row }) => row.kind !== 'qualitative')
  return {
    locale,
    city: { code: city.code, name: cityName(locale, city), province: provinceName(locale, city) },
    period: report.quarter,
    statusWord: words(locale).names.status[report.status],
    accepted: report.acceptedAt !== null,
    version: head.version,
    hash: head.contentHash,
    submittedAt: head.submittedAt.toISOString(),
    acceptedAt: report.acceptedAt?.toISOString() ?? null,
    knownAt: report.now.toISOString(),
    ruleVersion: report.ruleVersion,
    demonstration,
    figures: measured.map((line) => figureOf(line, report, locale)),
    registers: measured.filter(({ register }) => register.length > 0).map((line) => registerOf(line, locale)),
    narratives: lines
      .filter(({ row }) => row.kind === 'qualitative')
      .map((line) => narrativeOf(line, locale)),
    derogations: report.derogations.map((each) => derogationOf(each, locale)),
  }
}

/** What a report's file is called, without its ending. */
export function reportFileName({ city, quarter }: CityReport, locale: Locale): string {
  return words(locale).export.reportFile(cityName(locale, city), formatPeriod(locale, quarter))
}

/** What the file of the explanations is called. */
export function explanationsFileName(
  city: CityReport['city'],
  quarter: CityReport['quarter'],
  locale: Locale,
): string {
  return words(locale).export.explanationsFile(cityName(locale, city), formatPeriod(locale, quarter))
}

function about({ row }: SubmittedLine, locale: Locale) {
  const subject = indicator(row.indicator)
  return {
    code: subject.code,
    name: inLocale(locale, subject),
    clause: words(locale).notice.clauseNumber(subject.clause),
  }
}

function figureOf(line: SubmittedLine, report: CityReport, locale: Locale): ReportFigure {
  const { row, progress } = line
  const subject = indicator(row.indicator)
  const verdict = report.verdicts.find((each) => each.verdict.indicator === row.indicator)?.verdict
  const why = verdict && (verdict.reason ?? verdict.missing) !== null ? whyNone(locale, verdict) : null
  return {
    ...about(line, locale),
    unit: words(locale).names.unit[subject.unit],
    stateWord: words(locale).names.cellState[stateOf(line)],
    reason: whyNoFigure(line, locale) ?? why,
    explanation: explanationOf(line, locale),
    value: valueOf(line),
    lastQuarter: row.beside?.previous.value ?? null,
    sameQuarterLastYear: row.beside?.lastYear.value ?? null,
    yearToDate: row.kind === 'growth' ? (progress?.toDate ?? null) : null,
    required: row.beside?.required ?? null,
    verdictWord: verdict ? words(locale).verdict.word[verdict.code] : null,
  }
}

/** What the city says of soft findings, one a line. */
function explanationOf({ explained }: SubmittedLine, locale: Locale): string | null {
  const { export: said, names } = words(locale)
  const lines = explained.map(({ finding, explanation }) =>
    said.explained(
      names.check[finding.rule],
      explanation.text,
      explanation.byName,
      formatDateTime(locale, explanation.at),
    ),
  )
  return lines.length === 0 ? null : lines.join('\n')
}

/** A count is answered by its rows; its cell then stays blank. */
function stateOf({ row }: SubmittedLine) {
  const state = row.cells[0]?.content.state ?? 'blank'
  return state === 'blank' && (row.counted?.rows ?? 0) > 0 ? 'figure' : state
}

function valueOf(line: SubmittedLine): string | null {
  const content = line.row.cells[0]?.content
  if (stateOf(line) !== 'figure') return null
  if (line.row.counted !== null) return line.row.counted.cumulative
  return content?.state === 'figure' ? content.value : null
}

function whyNoFigure({ row }: SubmittedLine, locale: Locale): string | null {
  const content = row.cells[0]?.content
  if (content?.state === 'notApplicable') return content.reason
  if (content?.state !== 'notYetAvailable') return null
  return words(locale).export.expected(content.reason, formatDay(locale, content.expectedOn))
}

function derogationOf(
  { decision, state }: CityReport['derogations'][number],
  locale: Locale,
): ReportDerogation {
  const { city, verdict } = words(locale)
  const { indicator: code, lowest } = decision.content
  const subject = indicator(code)
  return {
    name: inLocale(locale, subject),
    lowest:
      subject.kind === 'growth'
        ? verdict.percentAYear(formatNumber(lowest))
        : formatWithUnit(locale, lowest, subject.unit),
    from: decision.effectiveFrom,
    until: decision.endsOn,
    stateWord: city.derogations.state[state],
    documentNumber: decision.documentNumber,
    reason: decision.reason,
    proposedBy: decision.proposedByName,
    proposedAt: decision.proposedAt.toISOString(),
    agreedBy: decision.second?.byName ?? null,
    agreedAt: decision.second?.at.toISOString() ?? null,
  }
}

function narrativeOf(line: SubmittedLine, locale: Locale): ReportNarrative {
  const content = line.row.cells[0]?.content
  return {
    ...about(line, locale),
    stateWord: words(locale).names.cellState[stateOf(line)],
    text: content?.state === 'narrative' ? content.narrative : whyNoFigure(line, locale),
  }
}

function registerOf({ row, register }: SubmittedLine, locale: Locale): ReportRegister {
  const { register: said } = words(locale)
  const subject = indicator(row.indicator)
  const kind = subject.register ?? 'entities'
  const columns = [
    { header: said.head.name[kind], width: 36 },
    { header: said.head.creditCode, width: 24 },
    { header: said.head.noCodeReason, width: 30 },
    { header: said.head.countedOn, width: 14 },
    { header: said.head.level, width: 10 },
    { header: said.head.evidence, width: 30 },
    { header: said.head.note, width: 30 },
  ]
  return {
    title: subject.kind === 'count' ? said.short[subject.code] : inLocale(locale, subject),
    columns,
    rows: register.map(({ row: each }) => [
      text(each.name),
      text(each.creditCode),
      text(each.noCodeReason),
      { kind: 'day', value: each.countedOn },
      text(each.level && said.level[each.level]),
      text(each.evidence),
      text(each.note),
    ]),
  }
}
