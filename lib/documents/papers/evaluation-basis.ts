import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import {
  cityName,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPeriod,
  formatClauses,
  inLocale,
  words,
} from '@/lib/i18n'
import { notice } from '@/lib/notice'
import { yearPeriod, type Locale } from '@/lib/values'
import type { PaperBlock } from '../paper'
import { clauseTable, pointsOf } from './evaluation-sheet'
import { evaluationLink } from './evaluation-part'
import { facts, heading, inPieces, plain } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** By what an evaluation was made: notice, document of the round, weights, grades, span, and that it is a draft if it is. */
export function basisBlocks(page: PaperEvaluation, locale: Locale): PaperBlock[] {
  const { evaluation, evaluationPapers, explanation } = words(locale)
  const said = evaluationPapers.basis
  const { round, frozen, grades } = page
  const { scheme, configuration } = frozen.inputs
  const [first, last] = [configuration.baseYear, configuration.baseYear + configuration.intervals].map(
    (year) => formatPeriod(locale, yearPeriod(year)),
  )
  const { statementSignature } = frozen
  return [
    heading(1, said.heading),
    ...(page.seal === null ? [{ kind: 'paragraph', text: evaluationPapers.draftText } as const] : []),
    { kind: 'paragraph', text: said.said },
    ...(scheme.documentNumber === null
      ? [{ kind: 'paragraph', text: evaluation.demonstrationText } as const]
      : []),
    facts([
      [said.notice, plain(`${inLocale(locale, notice.title)}\n${notice.documentNumber}`)],
      [said.roundDocument, plain(round.documentNumber === '' ? said.noDocument : round.documentNumber)],
      [said.scheme, plain(scheme.documentNumber ?? said.schemeNone)],
      [said.method, plain(said.methods[scheme.method])],
      [
        said.grades,
        plain(
          formatClauses(
            locale,
            grades.map(({ grade, from }) => said.gradeFrom(evaluation.grade[grade], formatNumber(from))),
          ),
        ),
      ],
      [said.span, plain(explanation.span(first ?? '', last ?? ''))],
      [
        said.statement,
        plain(
          statementSignature === null
            ? evaluation.statement.unsigned
            : said.signedBy(statementSignature.byName, formatDateTime(locale, statementSignature.at)),
        ),
      ],
    ]),
  ]
}

/** What came out: score, grade, points by clause, and what the document stands for. */
export function conclusionBlocks(page: PaperEvaluation, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.conclusion
  const { city, round, seal, frozen } = page
  const { sheet } = frozen
  const [name, at] = [cityName(locale, city), formatPeriod(locale, round.asOf)]
  const text =
    sheet.total === null
      ? said.open(name, at, pointsOf(sheet.atLeast), pointsOf(sheet.atMost), String(sheet.open.length))
      : sheet.grade === null
        ? said.ungraded(name, at, formatNumber(sheet.total))
        : said.said(name, at, formatNumber(sheet.total), evaluation.grade[sheet.grade])
  return [
    heading(1, said.heading),
    { kind: 'paragraph', text },
    facts([
      [evaluationPapers.facts.reference, evaluationLink(page, request)],
      ...(sheet.total === null
        ? []
        : [
            [
              evaluationPapers.facts.score,
              {
                ...evaluationLink(page, request),
                text: `${formatNumber(sheet.total)} ${evaluation.points}`,
              },
            ] as const,
          ]),
      ...(sheet.grade === null
        ? []
        : [[evaluationPapers.facts.grade, plain(evaluation.grade[sheet.grade])] as const]),
      [evaluationPapers.facts.ruleVersion, plain(page.ruleVersion)],
      ...(seal === null
        ? []
        : [[evaluationPapers.facts.digest, plain(inPieces(seal.snapshotSha256))] as const]),
      [evaluationPapers.facts.known, plain(formatDate(locale, page.now))],
    ]),
    clauseTable(page, request, locale),
  ]
}
