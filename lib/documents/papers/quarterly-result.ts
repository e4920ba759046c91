import { formatNumber, formatPeriod, formulaOf, verdictSentence, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { CityReport } from '@/lib/review/read-city-report'
import { approximate, quarterNumberOf, type Locale, type Quarter } from '@/lib/values'
import type { PaperBlock, PaperChart } from '../paper'
import type { ReportFigure } from '../report-figures'
import { traceReference } from '../trace-reference'
import { facts, heading, left, numberOf, plain, right, table } from './pieces'

/** One result on its own: its sentence, where it comes from, its chart, its parts and its arithmetic. */
export function quarterlyResult(
  figure: ReportFigure,
  report: CityReport,
  link: (code: IndicatorCode) => string,
  locale: Locale,
): PaperBlock[] {
  const { papers } = words(locale)
  const said = papers.quarterly
  const judged = report.verdicts.find(({ verdict }) => verdict.indicator === figure.code)
  const subject = indicator(figure.code)
  const paths = report.paths[figure.code]
  const chart = paths === undefined || paths.isEmpty ? null : chartOf(figure, paths, locale)
  const steps = judged?.explanation.steps ?? []
  return [
    heading(2, figure.name),
    ...(judged === undefined
      ? []
      : [{ kind: 'paragraph', text: verdictSentence(locale, judged.verdict) } as const]),
    facts([
      [papers.trace, { text: referenceOf(report, figure.code), link: link(figure.code) }],
      [said.clause, plain(figure.clause)],
      ...(figure.office === null ? [] : [[said.office, plain(figure.office)] as const]),
      ...(figure.document === null ? [] : [[said.document, plain(figure.document)] as const]),
      ...(figure.explanation === null ? [] : [[said.explained, plain(figure.explanation)] as const]),
    ]),
    ...(chart === null ? [] : [chart]),
    ...(figure.parts.length === 0
      ? []
      : [
          table(
            said.parts(figure.name),
            [left(said.part.name, 3), right(said.part.value, 2)],
            figure.parts.map(({ name, value, stateWord }) => [
              plain(name),
              plain(numberOf(value, stateWord)),
            ]),
          ),
        ]),
    ...(steps.length === 0 || subject.kind === 'qualitative'
      ? []
      : [
          table(
            said.steps(figure.name),
            [left(said.step.name, 4), left(said.step.numbers, 6), right(said.step.result, 3)],
            steps.map((step) => {
              const formula = formulaOf(locale, step, subject.kind === 'growth' ? 'growth' : 'count')
              return [
                plain(formula.name),
                plain(
                  formula.parts === formula.numbers
                    ? formula.parts
                    : `${formula.parts}\n= ${formula.numbers}`,
                ),
                plain(formula.result),
              ]
            }),
          ),
        ]),
  ]
}

type Paths = NonNullable<CityReport['paths'][IndicatorCode]>

function chartOf(figure: ReportFigure, { quarters }: Paths, locale: Locale): PaperBlock {
  const said = words(locale).papers.quarterly
  const { names } = words(locale)
  const { chart: lineNames } = words(locale).explanation
  const isFlow = indicator(figure.code).kind === 'growth'
  // A flow begins each year at nothing: a gap parts the years.
  const spread = quarters.flatMap((each, i) =>
    isFlow && i > 0 && quarterNumberOf(each.quarter) === 1 ? [null, each] : [each],
  )
  const values = (of: 'actual' | 'required') =>
    spread.map((each) => {
      const value = each?.[of] ?? null
      return value === null ? null : approximate(value)
    })
  const chart: PaperChart = {
    unit: names.unit[indicator(figure.code).unit],
    periods: spread.map((each) => (each === null ? '' : shortName(each.quarter))),
    lines: [
      { name: lineNames.actual, look: 'actual', values: values('actual') },
      { name: lineNames.required, look: 'required', values: values('required') },
    ],
  }
  const last = (['actual', 'required'] as const)
    .map((of) => {
      const point = quarters.findLast((each) => each[of] !== null)
      return point === undefined
        ? ''
        : said.chartLast(
            lineNames[of],
            formatPeriod(locale, point.quarter),
            formatNumber(point[of] ?? '0', { places: 2 }),
          )
    })
    .join('')
  return { kind: 'chart', caption: said.chart(figure.name), alt: said.chartAlt(figure.name, last), chart }
}

/** `21Q2`: what fits under a chart in either language. */
const shortName = (quarter: Quarter): string => `${quarter.slice(2, 4)}Q${String(quarterNumberOf(quarter))}`

/** What is printed beside a result: with the city, so that it is unique in the portal. */
export const referenceOf = ({ city, period, head }: CityReport, code: IndicatorCode): string =>
  `${city.code}-${traceReference({ period, version: head.version, indicator: code })}`
