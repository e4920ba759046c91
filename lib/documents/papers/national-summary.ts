import { formatDate, formatFigure, formatList, formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { ArrangedDashboard } from '@/lib/review/arrange-dashboard'
import type { Dashboard } from '@/lib/review/read-dashboard'
import type { Locale } from '@/lib/values'
import { matrixOfDashboard } from '../matrix-of-dashboard'
import type { MatrixCity, MatrixDocument, MatrixIndicator } from '../matrix-document'
import type { Paper, PaperBlock, PaperPart, PaperText } from '../paper'
import { tracePath } from '../trace-reference'
import { center, facts, heading, left, numberOf, plain, right, table, titled } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** What a PDF still sets quickly; more cities are read in the workbook. */
export const MOST_CITIES = 150

/**
 * 全国绩效汇总: the cities shown on the dashboard with their verdicts, result by result, and the money. What is submitted and
 * not accepted stands in a column of its own where it is shown; either way the paper says which.
 */
export function nationalSummary(
  dashboard: Dashboard,
  arranged: ArrangedDashboard,
  request: PaperRequest,
  unaccepted: 'shown' | 'hidden',
): Paper {
  const [first, ...others] = request.locales
  const part = (locale: Locale) =>
    partOf(
      matrixOfDashboard(dashboard, arranged, { locale, demonstration: request.demonstration, unaccepted }),
      dashboard.now,
      request,
    )
  return {
    number: `CJ-${dashboard.asOf}-${String(arranged.cities.length)}`,
    moment: dashboard.now,
    parts: [part(first), ...others.map(part)],
  }
}

/** What its file is called, without its ending. */
export const nationalSummaryName = ({ asOf }: Dashboard, locale: Locale): string =>
  words(locale).papers.national.file(formatPeriod(locale, asOf))

function partOf(matrix: MatrixDocument, now: Date, request: PaperRequest): PaperPart {
  const { locale, asOf } = matrix
  const { papers, common, beside, export: exporting } = words(locale)
  const said = papers.national
  return {
    locale,
    ...titled(said.title, locale),
    subtitle: [formatPeriod(locale, asOf), said.cities(formatNumber(String(matrix.cities.length)))],
    issuer: common.productLine,
    day: formatDate(locale, now),
    contentsTitle: papers.contents,
    demonstration: request.demonstration ? common.demo.title : null,
    blocks: [
      heading(1, said.summary),
      { kind: 'paragraph', text: said.said(formatPeriod(locale, asOf)) },
      { kind: 'paragraph', text: beside.unaccepted.inFile[matrix.unaccepted] },
      { kind: 'paragraph', text: exporting.note.referenceText },
      facts([
        [papers.quarterly.facts.ruleVersion, plain(matrix.ruleVersion)],
        [papers.quarterly.facts.known, plain(formatDate(locale, now))],
      ]),
      countTable(matrix, request.origin),
      heading(1, said.results),
      ...matrix.indicators.flatMap((each) => resultBlocks(each, matrix, request.origin)),
      heading(1, said.money),
      moneyTable(matrix, request.origin),
      { kind: 'note', text: papers.national.source },
    ],
  }
}

/** How many cities stand how, result by result. */
function countTable({ locale, asOf, indicators, cities }: MatrixDocument, origin: string): PaperBlock {
  const { papers, verdict } = words(locale)
  const said = papers.national
  const codes = (Object.keys(verdict.word) as (keyof typeof verdict.word)[]).filter((code) =>
    indicators.some((each) => cities.some(({ verdicts }) => verdicts[each.code]?.code === code)),
  )
  return table(
    said.countCaption,
    [left(said.result, 4), ...codes.map((code) => right(verdict.word[code], 1.8))],
    indicators.map((each) => [
      plain(each.name),
      ...codes.map((code) => {
        const count = cities.filter(({ verdicts }) => verdicts[each.code]?.code === code).length
        return count === 0
          ? plain(papers.noFigure)
          : { text: String(count), link: `${origin}/dashboard?asOf=${asOf}&verdict=${code}` }
      }),
    ]),
  )
}

function resultBlocks(each: MatrixIndicator, matrix: MatrixDocument, origin: string): PaperBlock[] {
  const { locale, cities, reference, asOf } = matrix
  const { papers, beside } = words(locale)
  const said = papers.national
  const hasPending = cities.some(({ pending }) => pending[each.code] !== undefined)
  const missing = cities.filter(({ verdicts }) => verdicts[each.code]?.actual == null)
  const row = (name: string, city: MatrixCity | null, verdicts: MatrixCity['verdicts']): PaperText[] => {
    const verdict = verdicts[each.code]
    const card =
      city === null
        ? `${origin}/dashboard?asOf=${asOf}#published-${each.code}`
        : `${origin}/cities/${city.code}?asOf=${asOf}#${each.code}`
    const exact = verdict?.exact ?? null
    const trace = city === null || exact === null ? card : origin + tracePath(city.code, exact)
    const number = (value: string | null | undefined, text: string, link: string): PaperText =>
      value == null ? plain(text) : { text, link }
    const pending = city?.pending[each.code]
    return [
      { text: name, link: card },
      number(verdict?.actual, numberOf(verdict?.actual ?? null, papers.noFigure), trace),
      number(verdict?.required, numberOf(verdict?.required ?? null, papers.noFigure), card),
      number(
        verdict?.gap,
        verdict?.gap == null ? papers.noFigure : formatFigure(verdict.gap, { signed: true }),
        card,
      ),
      plain(verdict?.word ?? papers.noFigure),
      ...(hasPending ? [number(pending, numberOf(pending ?? null, ''), card)] : []),
    ]
  }
  return [
    heading(2, each.name),
    { kind: 'note', text: said.resultSaid(each.clause, each.unit) },
    table(
      said.resultCaption(each.name),
      [
        left(said.city, 3.6),
        right(said.actual, 2.2),
        right(said.required, 2.2),
        right(said.gap, 2.2),
        center(said.verdict, 2.6),
        ...(hasPending ? [right(beside.unaccepted.column.shown, 2.4)] : []),
      ],
      [
        ...cities.map((city) => row(city.name, city, city.verdicts)),
        ...reference
          .filter(({ verdicts }) => verdicts[each.code]?.actual != null)
          .map(({ name, verdicts }) => row(name, null, verdicts)),
      ],
    ),
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'note',
            text: said.missing(
              formatList(
                locale,
                missing.map(({ name, verdicts }) => {
                  const why = verdicts[each.code]?.reason
                  return why == null ? name : said.missingWhy(name, why)
                }),
              ),
            ),
          } as const,
        ]),
  ]
}

/** What is decided and paid stands with the city, which leads on to the decision; the first instalment is the notice's. */
function moneyTable({ locale, cities, asOf }: MatrixDocument, origin: string): PaperBlock {
  const said = words(locale).papers.national
  return table(
    said.moneyCaption,
    [left(said.city, 3), left(said.province, 2.8), right(said.first, 2.4), right(said.second, 4.6)],
    cities.map(({ code, name, province, instalments }) => [
      plain(name),
      plain(province),
      ...[instalments.first, instalments.second].map(({ word }) => ({
        text: word,
        link: `${origin}/cities/${code}?asOf=${asOf}#money`,
      })),
    ]),
  )
}
