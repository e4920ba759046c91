import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatNumber, words } from '@/lib/i18n'
import type { IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import type { Paper, PaperBlock, PaperText } from '../paper'
import { aftermathBlocks } from './evaluation-aftermath'
import { basisBlocks, conclusionBlocks } from './evaluation-basis'
import { overrideBlocks, sampleBlocks, weakBlocks } from './evaluation-findings'
import { judgedResults } from './evaluation-judged'
import { numericResults, numericTable } from './evaluation-numeric'
import { evaluationPaper, evaluationPart, type EvaluationPaperKind } from './evaluation-part'
import { pointsOf, shareOf, sheetTable } from './evaluation-sheet'
import { signatureBlocks } from './evaluation-signatures'
import { visitBlocks } from './evaluation-visits'
import { heading, plain } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** 绩效评价报告: one version of a city's evaluation, in its frozen facts, with what it rests on and who signed. */
export const evaluationReport = (page: PaperEvaluation, request: PaperRequest): Paper =>
  paperOf('report', page, request, (locale) => [
    ...basisBlocks(page, locale),
    ...conclusionBlocks(page, request, locale),
    heading(1, words(locale).evaluationPapers.sheet.heading),
    sheetTable(page, request, locale),
    ...numericBlocks(page, request, locale),
    ...judgedResults(page, request, locale),
    ...overrideBlocks(page, request, locale),
    ...sampleBlocks(page, request, locale),
    ...visitBlocks(page, request, locale),
    ...weakBlocks(page, request, locale),
    ...aftermathBlocks(page, request, locale),
    ...signatureBlocks(page, locale),
    sourceNote(page, locale),
  ])

/** 评分表: each result with its weight, where its share comes from, its points, what the lead changed, and the sum. */
export const scoreSheetPaper = (page: PaperEvaluation, request: PaperRequest): Paper =>
  paperOf('sheet', page, request, (locale) => [
    ...conclusionBlocks(page, request, locale),
    heading(1, words(locale).evaluationPapers.sheet.heading),
    { kind: 'note', text: words(locale).evaluationPapers.sheet.arithmetic },
    sheetTable(page, request, locale),
    ...overrideBlocks(page, request, locale),
    ...signatureBlocks(page, locale),
    sourceNote(page, locale),
  ])

/** From what it was made: from frozen facts once it is sealed. */
const sourceNote = ({ seal }: PaperEvaluation, locale: Locale): PaperBlock => ({
  kind: 'note',
  text: seal === null ? words(locale).papers.source : words(locale).evaluationPapers.note,
})

function paperOf(
  kind: EvaluationPaperKind,
  page: PaperEvaluation,
  request: PaperRequest,
  blocks: (locale: Locale) => readonly PaperBlock[],
): Paper {
  const { seal, frozen, round } = page
  const made = seal === null ? page.now : new Date(seal.sealedAt)
  return evaluationPaper(page, request, made, (locale) => {
    const { evaluation, evaluationPapers: said } = words(locale)
    return evaluationPart(kind, page, request, locale, {
      state: seal === null ? said.cover.open : said.cover.sealed,
      isDraft: seal === null,
      issuer: said.cover.issuer(said.round[round.kind]),
      day: made,
      lines: frozen.inputs.scheme.documentNumber === null ? [evaluation.demonstration] : [],
      blocks: blocks(locale),
    })
  })
}

function numericBlocks(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { papers, evaluationPapers } = words(locale)
  const said = evaluationPapers.numeric
  const { judgements, sheet } = page.frozen
  const figures = { ...page, judgements }
  const lineOf = (code: IndicatorCode) => sheet.lines.find(({ indicator }) => indicator === code)
  return [
    heading(1, said.heading),
    numericTable(figures, said.caption, request, locale, {
      names: [said.share, said.points],
      of: (code) => {
        const { share = null, points = null } = lineOf(code) ?? {}
        return [
          share === null ? papers.noFigure : shareOf(share),
          points === null ? evaluationPapers.sheet.open : pointsOf(points),
        ]
      },
    }),
    heading(1, said.each),
    ...numericResults(figures, request, locale, (code): (readonly [string, PaperText])[] => {
      const line = lineOf(code)
      if (line?.share == null || line.points === null) return []
      const worked = said.weighted(formatNumber(line.weight), shareOf(line.share), pointsOf(line.points))
      return [[said.points, plain(line.overridden ? worked + said.overridden : worked)]]
    }),
  ]
}
