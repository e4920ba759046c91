import { formatNumber, formatPeriod, inLocale, noFigureWords, verdictSentence, words } from '@/lib/i18n'
import { indicator, isNumeric, type IndicatorCode } from '@/lib/notice'
import type { PathLines } from '@/lib/review/path-lines'
import type { Explanation, Judgement } from '@/lib/rules/types'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { inputReference, latestReference } from './evaluation-part'
import { pathChart } from './path-chart'
import { center, facts, heading, left, numberOf, plain, right, table } from './pieces'
import type { PaperRequest } from './quarterly-report'
import { stepTable } from './step-table'

/** What the numeric results of a city rest on. */
export interface JudgedFigures {
  readonly city: City
  readonly judgements: readonly Judgement[]
  readonly paths: Partial<Record<IndicatorCode, PathLines>>
}

/** More that stands in the row of a result. */
interface MoreColumns {
  readonly names: readonly string[]
  readonly of: (code: IndicatorCode) => readonly string[]
}

/** The eleven numeric results in one table; each actual number leads to where its latest figure comes from. */
export function numericTable(
  { city, judgements }: Omit<JudgedFigures, 'paths'>,
  caption: string,
  request: PaperRequest,
  locale: Locale,
  more: MoreColumns = { names: [], of: () => [] },
): PaperBlock {
  const { papers, names, verdict: said } = words(locale)
  const { columns } = papers.quarterly
  const { actual, required } = papers.national
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
    numericOf(judgements).map(({ verdict, explanation }): PaperText[] => {
      const subject = indicator(verdict.indicator)
      const reference = latestReference(city, explanation, request)
      return [
        plain(inLocale(locale, subject)),
        plain(names.unit[subject.unit]),
        {
          text: numberOf(verdict.actual, papers.noFigure),
          ...(reference?.link === undefined || verdict.actual === null ? {} : { link: reference.link }),
        },
        plain(numberOf(verdict.required, papers.noFigure)),
        plain(said.word[verdict.code]),
        ...more.of(verdict.indicator).map(plain),
      ]
    }),
  )
}

/** Each numeric result on its own: sentence, reference, path, the figures used with a reference each, the arithmetic. */
export function numericResults(
  { city, judgements, paths }: JudgedFigures,
  request: PaperRequest,
  locale: Locale,
  /** More that is said of a result. */
  more: (code: IndicatorCode) => readonly (readonly [term: string, value: PaperText])[],
): PaperBlock[] {
  const { papers, notice, evaluationPapers } = words(locale)
  const said = evaluationPapers.numeric
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
        [papers.trace, latestReference(city, explanation, request) ?? plain(said.noTrace)],
        [papers.quarterly.clause, plain(notice.clauseNumber(subject.clause))],
        ...more(code),
      ]),
      ...(chart === null ? [] : [chart]),
      ...inputTable(city, explanation, name, request, locale),
      ...(subject.kind === 'qualitative' ? [] : stepTable(name, explanation.steps, subject.kind, locale)),
    ]
  })
}

function inputTable(
  city: City,
  explanation: Explanation,
  name: string,
  request: PaperRequest,
  locale: Locale,
): readonly PaperBlock[] {
  const { papers, evaluationPapers } = words(locale)
  const said = evaluationPapers.numeric
  if (explanation.inputs.length === 0) return []
  const rows = explanation.inputs.map((each): PaperText[] => [
    plain(formatPeriod(locale, each.period)),
    inputReference(city, explanation, each, request) ?? plain(papers.noFigure),
    plain(each.value === null ? noFigureWords(locale, each) : formatNumber(each.value)),
  ])
  return [
    table(said.inputs(name), [left(said.period, 3), left(said.reference, 6), right(said.value, 3)], rows),
  ]
}

const numericOf = (judgements: readonly Judgement[]): readonly Judgement[] =>
  judgements.filter(({ verdict }) => isNumeric(indicator(verdict.indicator)))
