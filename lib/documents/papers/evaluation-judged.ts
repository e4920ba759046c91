import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatDateTime, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Settlement, StoredReading } from '@/lib/store/evaluation-record'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { evaluationLink } from './evaluation-part'
import { center, facts, heading, left, plain, right, table } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** The eight results that people judge: both readings side by side, what was settled, and each with its reasons. */
export function judgedResults(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { papers, evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.judged
  const { marks, readings, settlements } = page.frozen
  const { link } = evaluationLink(page, request)
  const mark = (value: number | null): PaperText =>
    value === null ? plain(papers.noFigure) : { text: said.mark(String(value)), link }
  const reading = (each: StoredReading | Settlement | undefined): PaperText =>
    each === undefined
      ? plain(said.lacking)
      : {
          ...mark(each.mark),
          rest: said.reading(each.reason, each.byName, formatDateTime(locale, each.at)),
        }
  return [
    heading(1, said.heading),
    { kind: 'note', text: evaluation.reading.rubric },
    table(
      said.caption,
      [
        left(papers.quarterly.columns.result, 5),
        right(evaluation.reading.first, 1.8),
        right(evaluation.reading.second, 1.8),
        center(said.verdictColumn, 1.8),
        right(said.counts, 1.8),
      ],
      marks.map((each) => [
        plain(inLocale(locale, indicator(each.indicator))),
        mark(each.first),
        mark(each.second),
        plain(evaluation.reading.state[each.state]),
        mark(each.mark),
      ]),
    ),
    heading(1, said.each),
    ...marks.flatMap(({ indicator: code, state }): PaperBlock[] => {
      const of = (duty: string) => readings.find((each) => each.indicator === code && each.duty === duty)
      return [
        heading(2, inLocale(locale, indicator(code))),
        facts([
          [evaluation.reading.first, reading(of('first'))],
          [evaluation.reading.second, reading(of('second'))],
          ...(state === 'settled'
            ? [
                [
                  evaluation.reading.settled,
                  reading(settlements.find((each) => each.indicator === code)),
                ] as const,
              ]
            : []),
        ]),
      ]
    }),
  ]
}
