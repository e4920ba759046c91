import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatDateTime, formatFigure, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Restatement } from '@/lib/store/restatements'
import type { Locale } from '@/lib/values'
import type { PaperBlock } from '../paper'
import { derogationOf } from '../report-derogation'
import { derogationTable, derogationsPath } from './derogation-table'
import { heading, left, plain, table } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** What holds beside an evaluation, and what became of its figures since it was sealed. */
export function aftermathBlocks(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { evaluationPapers } = words(locale)
  return [
    heading(1, evaluationPapers.derogations.heading),
    derogationTable(
      page.derogations.map((each) => derogationOf(each, locale)),
      derogationsPath(page.city, request),
      locale,
    ),
    heading(1, evaluationPapers.restatements.heading),
    ...correctionBlocks(page, request, locale),
  ]
}

function correctionBlocks(page: PaperEvaluation, { origin }: PaperRequest, locale: Locale): PaperBlock[] {
  const { evaluationPapers, restating } = words(locale)
  const said = evaluationPapers.restatements
  const { restatements, seal, city } = page
  if (seal === null) return [{ kind: 'paragraph', text: said.draft }]
  if (restatements.length === 0) return [{ kind: 'paragraph', text: said.none }]
  return [
    { kind: 'paragraph', text: said.said },
    table(
      said.caption,
      [
        left(said.columns.number, 1.6),
        left(said.columns.period, 2.2),
        left(said.columns.what, 6),
        left(said.columns.reason, 2.4),
        left(said.columns.at, 2.6),
      ],
      restatements.map((each) => {
        const link = `${origin}/cities/${city.code}/restatements/${String(each.seq)}`
        return [
          { text: said.numberOf(String(each.seq)), link },
          plain(formatPeriod(locale, each.period)),
          { text: whatOf(each, locale), link },
          plain(restating.reasonCode[each.reasonCode]),
          plain(each.answer === null ? '' : formatDateTime(locale, each.answer.at)),
        ]
      }),
    ),
  ]
}

function whatOf({ correction }: Restatement, locale: Locale): string {
  const { evaluationPapers, papers, names } = words(locale)
  const said = evaluationPapers.restatements
  const { figures, withdrawn, added } = correction
  const parts: Readonly<Record<string, string>> = names.part
  return [
    ...figures.map(({ indicator: code, part, before, after }) =>
      said.figure(
        `${inLocale(locale, indicator(code))} ${parts[part] ?? ''}`.trim(),
        before === null ? papers.noFigure : formatFigure(before),
        formatFigure(after),
      ),
    ),
    ...(withdrawn.length + added.length === 0
      ? []
      : [said.rows(String(withdrawn.length), String(added.length))]),
  ].join('\n')
}
