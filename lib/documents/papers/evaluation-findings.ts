import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { formatDateTime, formatNumber, formatPeriod, inLocale, verdictSentence, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { evaluationLink } from './evaluation-part'
import { pointsOf, shareOf } from './evaluation-sheet'
import type { PaperRequest } from './quarterly-report'
import { facts, heading, inPieces, left, plain, right, table } from './pieces'

const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text })

/** The shares that the lead set in place of what the rules give, each with its reason. */
export function overrideBlocks(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { papers, evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.overrides
  const { frozen } = page
  const { link } = evaluationLink(page, request)
  if (frozen.overrides.length === 0) return [heading(1, said.heading), paragraph(said.none)]
  return [
    heading(1, said.heading),
    paragraph(said.said),
    table(
      said.caption,
      [
        left(said.columns.result, 3.4),
        right(said.columns.given, 1.8),
        right(said.columns.set, 1.8),
        left(said.columns.reason, 4),
        left(said.columns.by, 2.6),
      ],
      frozen.overrides.map((each) => {
        const given = frozen.sheet.lines.find((line) => line.indicator === each.indicator)?.given ?? null
        return [
          plain(inLocale(locale, indicator(each.indicator))),
          given === null ? plain(papers.noFigure) : { text: shareOf(given), link },
          each.percent === null ? plain(evaluation.sheet.restored) : { text: `${each.percent}%`, link },
          plain(each.reason),
          plain(evaluation.by(each.byName, formatDateTime(locale, each.at))),
        ]
      }),
    ),
  ]
}

/** What was drawn to be looked at: by which seed, from what, and each item. */
export function sampleBlocks(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.sample
  const { sample } = page
  if (sample === null) return [heading(1, said.heading), paragraph(evaluation.sample.none)]
  const all = String((JSON.parse(sample.population) as unknown[]).length)
  return [
    heading(1, said.heading),
    paragraph(said.method),
    facts([
      [said.seed, { ...evaluationLink(page, request), text: sample.seed }],
      [said.drawn, { ...evaluationLink(page, request), text: said.count(String(sample.items.length), all) }],
      [said.digest, plain(inPieces(sample.populationSha256))],
      [said.by, plain(evaluation.by(sample.byName, formatDateTime(locale, sample.at)))],
      [said.again, plain(sample.isSame ? said.same : said.differs)],
    ]),
    table(
      said.caption,
      [
        left(said.columns.item, 1.5),
        left(said.columns.result, 3.4),
        left(said.columns.period, 2.8),
        left(said.columns.name, 7.2),
      ],
      sample.items.map((item): PaperText[] =>
        'kind' in item
          ? [
              plain(evaluation.sample.kind[item.kind]),
              plain(inLocale(locale, indicator(item.indicator))),
              plain(formatPeriod(locale, item.period)),
              plain([item.name, item.creditCode, keyOf(item.key)].filter((each) => each != null).join('\n')),
            ]
          : [plain(evaluation.sample.gone), plain(''), plain(''), plain(keyOf(item.key))],
      ),
    ),
  ]
}

/** What is last in a key: a digest in groups, an id as it is. */
const keyOf = (key: string): string => {
  const last = key.split('/').at(-1) ?? ''
  return /^[0-9a-f]{64}$/.test(last) ? inPieces(last) : last
}

/** The results that lost points, and how each stands. */
export function weakBlocks(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { evaluationPapers } = words(locale)
  const said = evaluationPapers.weak
  if (page.lost.length === 0) return [heading(1, said.heading), paragraph(said.none)]
  return [
    heading(1, said.heading),
    paragraph(said.said(String(page.lost.length), pointsOf(page.lostTogether))),
    table(
      said.caption,
      [left(said.columns.result, 4), right(said.columns.lost, 1.4), left(said.columns.why, 7)],
      page.lost.map(({ indicator: code, lost }) => [
        plain(inLocale(locale, indicator(code))),
        { ...evaluationLink(page, request), text: formatNumber(lost, { places: 2 }) },
        plain(whyOf(page, code, locale)),
      ]),
    ),
  ]
}

/** The reason for which a result has the share it has: of the lead, of the readers, or the verdict. */
function whyOf({ frozen }: PaperEvaluation, code: IndicatorCode, locale: Locale): string {
  const of = <T extends { readonly indicator: IndicatorCode }>(list: readonly T[]): T | undefined =>
    list.findLast((each) => each.indicator === code)
  const override = of(frozen.overrides)
  if (override !== undefined && override.percent !== null) return override.reason
  const settled = of(frozen.settlements)
  if (settled !== undefined) return settled.reason
  const readings = frozen.readings.filter((each) => each.indicator === code)
  if (readings.length > 0) return [...new Set(readings.map(({ reason }) => reason))].join('\n')
  const judged = frozen.judgements.find(({ verdict }) => verdict.indicator === code)
  return judged === undefined ? '' : verdictSentence(locale, judged.verdict)
}
