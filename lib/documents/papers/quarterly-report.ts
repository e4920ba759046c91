import {
  cityName,
  formatDate,
  formatDateTime,
  formatList,
  formatNumber,
  formatPeriod,
  words,
} from '@/lib/i18n'
import { indicator, isNumeric, type IndicatorCode } from '@/lib/notice'
import type { CityReport } from '@/lib/review/read-city-report'
import { isQuarter, type Locale } from '@/lib/values'
import type { Paper, PaperBlock, PaperPart, PaperText } from '../paper'
import type { ReportFigure } from '../report-figures'
import { baseYearTable } from './base-year-table'
import { derogationTable, derogationsPath } from './derogation-table'
import { facts, heading, inPieces, left, center, none, numberOf, plain, right, table, titled } from './pieces'
import { quarterlyResult, referenceOf } from './quarterly-result'
import { reportOfCity } from '../report-of-city'
import { tracePath } from '../trace-reference'

/** What a document says besides the report: in which languages, where its references lead, whether its figures are invented. */
export interface PaperRequest {
  readonly locales: readonly [Locale, ...Locale[]]
  /** The portal's own address, without a path. */
  readonly origin: string
  readonly demonstration: boolean
}

/** 季度绩效报告: one submitted report of a city with its verdicts, their arithmetic, registers, evidence and conversation. */
export function quarterlyReport(report: CityReport, request: PaperRequest): Paper {
  const [first, ...others] = request.locales
  return {
    number: report.head.receiptNumber,
    moment: report.acceptedAt ?? report.head.submittedAt,
    parts: [partOf(report, request, first), ...others.map((locale) => partOf(report, request, locale))],
  }
}

/** What its file is called, without its ending. */
export const quarterlyReportName = ({ city, period }: CityReport, locale: Locale): string =>
  words(locale).papers.quarterly.file(cityName(locale, city), formatPeriod(locale, period))

function partOf(report: CityReport, request: PaperRequest, locale: Locale): PaperPart {
  const { papers, names, common } = words(locale)
  const said = papers.quarterly
  const name = cityName(locale, report.city)
  const isBase = !isQuarter(report.period)
  return {
    locale,
    ...titled(isBase ? said.baseTitle(name) : said.title(name), locale),
    subtitle: [
      formatPeriod(locale, report.period),
      said.version(String(report.head.version), names.status[report.status]),
    ],
    issuer: said.issuer(name),
    day: formatDate(locale, report.head.submittedAt),
    contentsTitle: papers.contents,
    demonstration: request.demonstration ? common.demo.title : null,
    blocks: blocksOf(report, request, locale),
  }
}

function blocksOf(report: CityReport, request: PaperRequest, locale: Locale): PaperBlock[] {
  const document = reportOfCity(report, { ...request, locale })
  const { papers } = words(locale)
  const said = papers.quarterly
  const card = cardOf(report, request)
  const link = (code: IndicatorCode): string =>
    request.origin +
    tracePath(report.city.code, { period: report.period, version: report.head.version, indicator: code })
  return [
    heading(1, said.summary),
    ...summary(report, document.statusWord, request, locale),
    heading(1, said.results),
    isQuarter(report.period)
      ? resultTable(document.figures, link, card, locale)
      : baseYearTable(document.figures, link, locale),
    heading(1, said.each),
    ...document.figures.flatMap((figure) => quarterlyResult(figure, report, link, card, request, locale)),
    // A base year asks for none.
    ...(document.narratives.length === 0 ? [] : [heading(1, said.narratives)]),
    ...document.narratives.flatMap(({ code, name, text: words_, stateWord }): PaperBlock[] => [
      heading(2, name),
      { kind: 'paragraph', text: words_ ?? stateWord },
      facts([[papers.trace, { text: referenceOf(report, code), link: link(code) }]]),
    ]),
    heading(1, said.registers),
    ...(document.registers.length === 0
      ? [none(locale)]
      : [
          { kind: 'note', text: said.registersNote } as const,
          table(
            said.registers,
            [left(said.register.name, 4), right(said.register.rows, 1)],
            document.registers.map(({ code, title, rows }) => [
              plain(title),
              { text: formatNumber(String(rows.length)), link: link(code) },
            ]),
          ),
        ]),
    heading(1, said.evidence),
    document.evidence.length === 0
      ? none(locale)
      : table(
          said.evidence,
          [
            left(said.evidenceColumns.result, 3),
            left(said.evidenceColumns.file, 3),
            left(said.evidenceColumns.digest, 5),
          ],
          document.evidence.map(({ code, name, file, sha256 }) => [
            plain(name),
            { text: file, link: link(code) },
            plain(inPieces(sha256)),
          ]),
        ),
    heading(1, said.derogations),
    derogationTable(document.derogations, derogationsPath(report.city, request), locale),
    heading(1, said.turns),
    document.turns.length === 0
      ? none(locale)
      : table(
          said.turns,
          [left(said.turnColumns.about, 3), left(said.turnColumns.words, 5), left(said.turnColumns.by, 3)],
          document.turns.map(({ name, row, kindWord, words: text, by, at }) => [
            plain([name, row].filter(Boolean).join('\n')),
            plain(`${kindWord}\n${text}`),
            plain(said.by(by, formatDateTime(locale, at))),
          ]),
        ),
    { kind: 'note', text: papers.source },
  ]
}

function summary(
  report: CityReport,
  statusWord: string,
  { origin }: PaperRequest,
  locale: Locale,
): PaperBlock[] {
  const { papers, verdict } = words(locale)
  const said = papers.quarterly
  const { head, city, period } = report
  const counts = new Map<string, number>()
  for (const { verdict: each } of report.verdicts)
    if (isNumeric(indicator(each.indicator)))
      counts.set(verdict.word[each.code], (counts.get(verdict.word[each.code]) ?? 0) + 1)
  const parts = isQuarter(period)
    ? [...counts].map(([word, count]) => said.verdictPart(word, String(count)))
    : []
  return [
    {
      kind: 'paragraph',
      text: said.said(
        cityName(locale, city),
        formatDate(locale, head.submittedAt),
        formatPeriod(locale, period),
      ),
    },
    ...(parts.length > 0
      ? []
      : [{ kind: 'paragraph', text: isQuarter(period) ? said.notJudged : said.baseNotJudged } as const]),
    facts([
      ...(parts.length > 0
        ? [
            [
              said.verdicts,
              { text: formatList(locale, parts), link: `${origin}/cities/${city.code}?asOf=${period}` },
            ] as const,
          ]
        : []),
      [
        said.facts.receipt,
        { text: head.receiptNumber, link: `${origin}/verify/${encodeURIComponent(head.receiptNumber)}` },
      ],
      [said.facts.certified, plain(said.by(head.certifiedByName, formatDateTime(locale, head.certifiedAt)))],
      [said.facts.submitted, plain(said.by(head.submittedByName, formatDateTime(locale, head.submittedAt)))],
      [
        said.facts.accepted,
        plain(report.acceptedAt === null ? statusWord : formatDateTime(locale, report.acceptedAt)),
      ],
      [said.facts.ruleVersion, plain(report.ruleVersion)],
      [said.facts.known, plain(formatDateTime(locale, report.now))],
      [said.facts.hash, plain(inPieces(head.contentHash))],
    ]),
  ]
}

/** Where a verdict of the report is shown with its arithmetic. */
const cardOf =
  ({ city, period }: CityReport, { origin }: PaperRequest) =>
  (code: IndicatorCode): string =>
    `${origin}/cities/${city.code}${isQuarter(period) ? `?asOf=${period}` : ''}#${code}`

/** A number with where it leads, or what stands in its place. */
const numbered = (value: string | null, otherwise: string, link: string): PaperText =>
  value === null ? plain(otherwise) : { text: numberOf(value, otherwise), link }

function resultTable(
  figures: readonly ReportFigure[],
  link: (code: IndicatorCode) => string,
  card: (code: IndicatorCode) => string,
  locale: Locale,
): PaperBlock {
  const { papers } = words(locale)
  const { columns, resultsCaption } = papers.quarterly
  return table(
    resultsCaption,
    [
      left(columns.result, 4.6),
      center(columns.unit, 1.8),
      right(columns.value, 2.6),
      right(columns.toDate, 2.6),
      right(columns.required, 2.6),
      center(columns.verdict, 2),
    ],
    figures.map((each) => [
      plain(each.name),
      plain(each.unit),
      numbered(each.value === null ? null : (each.added ?? each.value), each.stateWord, link(each.code)),
      // Of a count the value is cumulative, and what the period added stands apart.
      each.added === null
        ? numbered(each.yearToDate, papers.noFigure, card(each.code))
        : numbered(each.value, papers.noFigure, link(each.code)),
      numbered(each.required, papers.noFigure, card(each.code)),
      plain(each.verdictWord ?? papers.noFigure),
    ]),
  )
}
