import { verdictSentence, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { CityReport } from '@/lib/review/read-city-report'
import type { Locale } from '@/lib/values'
import type { PaperBlock } from '../paper'
import type { ReportFigure } from '../report-figures'
import { printedReference } from '../trace-reference'
import { inputTable } from './input-table'
import { pathChart } from './path-chart'
import { facts, heading, left, numberOf, plain, right, table } from './pieces'
import type { PaperRequest } from './quarterly-report'
import { stepTable } from './step-table'

/** One result on its own: its sentence, where it comes from, its chart, its parts and its arithmetic. */
export function quarterlyResult(
  figure: ReportFigure,
  report: CityReport,
  link: (code: IndicatorCode) => string,
  card: (code: IndicatorCode) => string,
  request: PaperRequest,
  locale: Locale,
): PaperBlock[] {
  const { papers } = words(locale)
  const said = papers.quarterly
  const judged = report.verdicts.find(({ verdict }) => verdict.indicator === figure.code)
  const subject = indicator(figure.code)
  const paths = report.paths[figure.code]
  const chart = paths === undefined ? null : pathChart(figure.code, figure.name, paths, locale)
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
              value === null
                ? plain(stateWord)
                : { text: numberOf(value, stateWord), link: link(figure.code) },
            ]),
          ),
        ]),
    ...(judged === undefined
      ? []
      : inputTable(report.city, judged.explanation, figure.name, request, locale)),
    ...(subject.kind === 'qualitative'
      ? []
      : stepTable(figure.name, steps, subject.kind, card(figure.code), locale)),
  ]
}

/** What is printed beside a result: with the city, so that it is unique in the portal. */
export const referenceOf = ({ city, period, head }: CityReport, code: IndicatorCode): string =>
  printedReference(city.code, { period, version: head.version, indicator: code })
