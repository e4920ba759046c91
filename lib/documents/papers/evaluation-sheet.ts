import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatNumber, formatPercent, inLocale, shareGround, words } from '@/lib/i18n'
import { clause, indicator } from '@/lib/notice'
import type { SheetLine } from '@/lib/rules/score-sheet'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { evaluationLink } from './evaluation-part'
import { center, left, plain, right, table } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** Points and shares as papers print them, from their exact values. */
export const pointsOf = (exact: string): string => formatNumber(exact, { places: 2 })
export const shareOf = (exact: string): string => formatPercent(exact, { places: 2 })

/** The nineteen lines of a score sheet, each with where its share comes from, and their sum. */
export function sheetTable(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock {
  const { papers, evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.sheet
  const { sheet } = page.frozen
  const total =
    sheet.total === null
      ? evaluation.sheet.between(pointsOf(sheet.atLeast), pointsOf(sheet.atMost))
      : pointsOf(sheet.total)
  return table(
    said.caption,
    [
      left(said.columns.result, 4.4),
      center(said.columns.weight, 1.3),
      left(said.columns.how, 4),
      right(said.columns.share, 1.8),
      right(said.columns.points, 1.5),
    ],
    [
      ...sheet.lines.map((line): PaperText[] => [
        plain(inLocale(locale, indicator(line.indicator))),
        plain(formatNumber(line.weight)),
        howOf(line, page, request, locale),
        plain(line.share === null ? papers.noFigure : shareOf(line.share)),
        plain(line.points === null ? said.open : pointsOf(line.points)),
      ]),
      [
        plain(said.total),
        plain(pointsOf('100')),
        plain(sheet.grade === null ? '' : said.grade(evaluation.grade[sheet.grade])),
        plain(''),
        { text: total, link: evaluationLink(page, request).link },
      ],
    ],
  )
}

/** Where a share comes from, with the way to its arithmetic. */
function howOf(line: SheetLine, page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperText {
  const text = shareGround(line, page.frozen, locale)
  return text === null
    ? plain(words(locale).evaluationPapers.sheet.open)
    : { text, link: evaluationLink(page, request).link }
}

/** Points by clause of the notice (二·1 to 二·4), and their sum. */
export function clauseTable(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock {
  const { papers, evaluation, evaluationPapers, notice } = words(locale)
  const said = evaluationPapers.conclusion
  const { sheet } = page.frozen
  const { link } = evaluationLink(page, request)
  return table(
    said.caption,
    [
      left(said.columns.clause, 5),
      right(said.columns.weight, 2),
      right(said.columns.points, 2.4),
      right(said.columns.share, 2),
    ],
    [
      ...page.clauses.map((each) => [
        plain(said.clauseOf(notice.clauseNumber(each.clause), inLocale(locale, clause(each.clause).heading))),
        plain(pointsOf(each.weight)),
        each.points === null ? plain(evaluationPapers.sheet.open) : { text: pointsOf(each.points), link },
        plain(each.share === null ? papers.noFigure : shareOf(each.share)),
      ]),
      [
        plain(said.total),
        plain(pointsOf('100')),
        {
          text:
            sheet.total === null
              ? evaluation.sheet.between(pointsOf(sheet.atLeast), pointsOf(sheet.atMost))
              : pointsOf(sheet.total),
          link,
        },
        plain(''),
      ],
    ],
  )
}
