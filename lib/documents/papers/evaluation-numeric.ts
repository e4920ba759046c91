import { inLocale, verdictSentence, words } from '@/lib/i18n'
import { indicator, isNumeric, type IndicatorCode } from '@/lib/notice'
import type { PathLines } from '@/lib/review/path-lines'
import type { Judgement } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { latestReference } from '../trace-reference'
import { evaluationLink, latestFigure, referenceTo, type EvaluationSubject } from './evaluation-part'
import { inputTable } from './input-table'
import { pathChart } from './path-chart'
import { center, facts, heading, left, numberOf, plain, right, table } from './pieces'
import type { PaperRequest } from './quarterly-report'
import { stepTable } from './step-table'

/** What the numeric results of a city rest on. */
export interface JudgedFigures extends EvaluationSubject {
  readonly judgements: readonly Judgement[]
  readonly paths: Partial<Record<IndicatorCode, PathLines>>
}

/** More that stands in the row of a result. */
interface MoreColumns {
  readonly names: readonly string[]
  readonly of: (code: IndicatorCode) => readonly string[]
}

/** The eleven numeric results in one table; an actual number leads to the figure that it is, or to what it was worked out in. */
export function numericTable(
  page: Omit<JudgedFigures, 'paths'>,
  caption: string,
  request: PaperRequest,
  locale: Locale,
  more: MoreColumns = { names: [], of: () => [] },
): PaperBlock {
  const { papers, names, verdict: said } = words(locale)
  const { columns } = papers.quarterly
  const { actual, required } = papers.national
  const whole = evaluationLink(page, request)
  return table(
    caption,
    [
      left(columns.result, 4.4),
      center(columns.unit, 1.8),
      right(actual, 2.5),
      right(required, 2.5),
      center(columns.verdict, 1.9),
      ...more.names.map((name) => right(name, 1.8)),
    ],
    numericOf(page.judgements).map(({ verdict, explanation }): PaperText[] => {
      const subject = indicator(verdict.indicator)
      const exact = latestReference(explanation, verdict.actual)
      const { link } = exact === null ? whole : referenceTo(page.city, exact, request)
      return [
        plain(inLocale(locale, subject)),
        plain(names.unit[subject.unit]),
        {
          text: numberOf(verdict.actual, papers.noFigure),
          ...(verdict.actual === null ? {} : { link }),
        },
        verdict.required === null
          ? plain(papers.noFigure)
          : { text: numberOf(verdict.required, papers.noFigure), link: whole.link },
        plain(said.word[verdict.code]),
        ...more.of(verdict.indicator).map(plain),
      ]
    }),
  )
}

/** Each numeric result on its own: sentence, reference, path, the figures used with a reference each, the arithmetic. */
export function numericResults(
  page: JudgedFigures,
  request: PaperRequest,
  locale: Locale,
  /** More that is said of a result. */
  more: (code: IndicatorCode) => readonly (readonly [term: string, value: PaperText])[],
): PaperBlock[] {
  const { papers, notice, evaluationPapers } = words(locale)
  const said = evaluationPapers.numeric
  const { city, judgements, paths } = page
  const { link } = evaluationLink(page, request)
  return numericOf(judgements).flatMap(({ verdict, explanation }): PaperBlock[] => {
    const code = verdict.indicator
    const subject = indicator(code)
    const name = inLocale(locale, subject)
    const path = paths[code]
    const chart = path === undefined ? null : pathChart(code, name, path, locale)
    return [
      heading(2, name),
      { kind: 'paragraph', text: verdictSentence(locale, verdict) },
      facts([
        [papers.trace, latestFigure(city, explanation, request) ?? plain(said.noTrace)],
        [papers.quarterly.clause, plain(notice.clauseNumber(subject.clause))],
        ...more(code),
      ]),
      ...(chart === null ? [] : [chart]),
      ...inputTable(city, explanation, name, request, locale),
      ...(subject.kind === 'qualitative'
        ? []
        : stepTable(name, explanation.steps, subject.kind, link, locale)),
    ]
  })
}

const numericOf = (judgements: readonly Judgement[]): readonly Judgement[] =>
  judgements.filter(({ verdict }) => isNumeric(indicator(verdict.indicator)))
