import { rowText } from '@/lib/entry/row-content'
import {
  cityName,
  formatDateTime,
  formatDay,
  formatPeriod,
  inLocale,
  provinceName,
  whyNone,
  words,
} from '@/lib/i18n'
import { indicator, isRegisterCode } from '@/lib/notice'
import type { CityReport } from '@/lib/review/read-city-report'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import { isQuarter, type Locale, type Quarter } from '@/lib/values'
import type { CityReportDocument, ReportRegister } from './city-report-workbook'
import type { ReportTurn } from './conversation-sheet'
import type { ReportEvidence } from './evidence-sheet'
import { registerTable } from './register-table'
import { derogationOf } from './report-derogation'
import type { ReportFigure, ReportNarrative, ReportPart } from './report-figures'

/** One city's report of a quarter, or of the base year, as a document of the portal at `origin`. */
export function reportOfCity(
  report: CityReport,
  { locale, origin, demonstration }: Pick<CityReportDocument, 'locale' | 'origin' | 'demonstration'>,
): CityReportDocument {
  const { city, head, lines } = report
  const measured = lines.filter(({ row }) => row.kind !== 'qualitative')
  return {
    locale,
    origin,
    city: { code: city.code, name: cityName(locale, city), province: provinceName(locale, city) },
    period: report.period,
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
    evidence: report.evidence.map((each) => evidenceOf(each, report, locale)),
    derogations: report.derogations.map((each) => derogationOf(each, locale)),
    turns: report.conversations.flatMap((each) => turnsOf(each, locale)),
  }
}

/** What a report's file is called, without its ending. */
export function reportFileName({ city, period }: CityReport, locale: Locale): string {
  return words(locale).export.reportFile(cityName(locale, city), formatPeriod(locale, period))
}

/** What the evidence pack is called, without its ending. */
export function packFileName({ city, period }: CityReport, locale: Locale): string {
  return words(locale).export.packFile(cityName(locale, city), formatPeriod(locale, period))
}

/** What the file of the explanations is called. */
export function explanationsFileName(city: CityReport['city'], quarter: Quarter, locale: Locale): string {
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
    stateWord: stateWord(line, locale),
    basisWord: basisOf(line, report, locale),
    added: row.counted !== null && stateOf(line) === 'figure' ? row.counted.added : null,
    reason: whyNoFigure(line, locale) ?? why,
    explanation: explanationOf(line, locale),
    value: valueOf(line),
    lastQuarter: row.beside?.previous.value ?? null,
    sameQuarterLastYear: row.beside?.lastYear.value ?? null,
    yearToDate: row.kind === 'growth' ? (progress?.toDate ?? null) : null,
    required: row.beside?.required ?? null,
    verdictWord: verdict ? words(locale).verdict.word[verdict.code] : null,
    ...sourceOf(line),
    parts: partsOf(line, locale),
  }
}

function evidenceOf(
  { indicator: code, kind, target, name, bytes, sha256 }: CityReport['evidence'][number],
  { rowNames }: CityReport,
  locale: Locale,
): ReportEvidence {
  return {
    code,
    name: inLocale(locale, indicator(code)),
    kindWord: words(locale).evidence.kind[kind],
    target: kind === 'figure' ? null : (rowNames.get(target) ?? target),
    file: name,
    bytes,
    sha256,
  }
}

type Content = SubmittedLine['row']['cells'][number]['content']

/** The answer as a whole: of a quarter, or of the base year its total. */
const wholeOf = ({ row }: SubmittedLine): Content | undefined =>
  row.cells.find(({ part }) => part === '' || part === 'Y')?.content

/** "None this quarter" is another answer than a cumulative figure, though both are figures. */
function stateWord(line: SubmittedLine, locale: Locale): string {
  const { names, entry } = words(locale)
  const isNone = line.row.counted?.rows === 0 && stateOf(line) === 'figure'
  return isNone ? entry.box.none : names.cellState[stateOf(line)]
}

function basisOf({ row }: SubmittedLine, { period }: CityReport, locale: Locale): string {
  const { basis } = words(locale).export
  return row.counted !== null ? basis.cumulative : isQuarter(period) ? basis.quarter : basis.year
}

function sourceOf(line: SubmittedLine): Pick<ReportFigure, 'office' | 'document'> {
  const { office = '', document = '' } = wholeOf(line)?.source ?? {}
  return { office: office === '' ? null : office, document: document === '' ? null : document }
}

function partsOf({ row, parts }: SubmittedLine, locale: Locale): ReportPart[] {
  const { part: named, cellState } = words(locale).names
  const quarters = row.cells.flatMap(({ part, content }) =>
    part === '' || part === 'Y' ? [] : [{ part, content }],
  )
  return [...quarters, ...parts].map(({ part, content }) => ({
    code: part,
    name: named[part],
    stateWord: cellState[content.state],
    value: content.state === 'figure' ? content.value : null,
  }))
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
function stateOf(line: SubmittedLine) {
  const { row } = line
  const state = wholeOf(line)?.state ?? 'blank'
  return state === 'blank' && (row.counted?.rows ?? 0) > 0 ? 'figure' : state
}

function valueOf(line: SubmittedLine): string | null {
  const content = wholeOf(line)
  if (stateOf(line) !== 'figure') return null
  if (line.row.counted !== null) return line.row.counted.cumulative
  return content?.state === 'figure' ? content.value : null
}

function whyNoFigure(line: SubmittedLine, locale: Locale): string | null {
  const content = wholeOf(line)
  if (content?.state === 'notApplicable') return content.reason
  if (content?.state !== 'notYetAvailable') return null
  return words(locale).export.expected(content.reason, formatDay(locale, content.expectedOn))
}

function turnsOf(
  { indicator: code, row, name, turns }: CityReport['conversations'][number],
  locale: Locale,
): ReportTurn[] {
  const { conversation: said, names } = words(locale)
  const roles: Readonly<Record<string, string>> = names.role
  return turns.map((turn) => ({
    code,
    name: inLocale(locale, indicator(code)),
    row: row === '' ? null : (name ?? row),
    kindWord: said.kind[turn.kind],
    stateWord: said.state[turns.at(-1)?.kind ?? 'asked'],
    words: turn.words,
    by: turn.actorName,
    roleWord: roles[turn.actorRole] ?? turn.actorRole,
    at: turn.at.toISOString(),
    version: turn.version,
  }))
}

function narrativeOf(line: SubmittedLine, locale: Locale): ReportNarrative {
  const content = wholeOf(line)
  return {
    ...about(line, locale),
    stateWord: words(locale).names.cellState[stateOf(line)],
    text: content?.state === 'narrative' ? content.narrative : whyNoFigure(line, locale),
    ...sourceOf(line),
  }
}

function registerOf({ row, register }: SubmittedLine, locale: Locale): ReportRegister {
  const { register: said } = words(locale)
  const code = row.indicator
  if (!isRegisterCode(code)) return { code, title: inLocale(locale, indicator(code)), columns: [], rows: [] }
  const texts = register.map(({ row: each }) => rowText(each))
  return { code, title: said.short[code], ...registerTable(locale, code, texts) }
}
