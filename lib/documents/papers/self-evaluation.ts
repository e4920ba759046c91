import type { PaperStatement } from '@/lib/assessment/read-statement-paper'
import { cityName, formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicators, isNumeric } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import type { Paper, PaperBlock } from '../paper'
import { numericTable } from './evaluation-numeric'
import { evaluationLink, evaluationPaper, evaluationPart, referenceTo } from './evaluation-part'
import { facts, heading } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** 自评报告: what a city says of itself, beside the figures it says it of, and who wrote and signed it. */
export function selfEvaluation(page: PaperStatement, request: PaperRequest): Paper {
  const { city, statement, signature } = page
  const made = signature?.at ?? statement.at
  return evaluationPaper(page, request, new Date(made), (locale) => {
    const { papers, evaluationPapers: said } = words(locale)
    return evaluationPart('statement', page, request, locale, {
      state: signature === null ? said.cover.unsigned : said.cover.signed,
      isDraft: signature === null,
      issuer: papers.quarterly.issuer(cityName(locale, city)),
      day: made,
      blocks: blocksOf(page, request, locale),
    })
  })
}

const PARTS = ['achieved', 'deviations', 'nextSteps'] as const

function blocksOf(page: PaperStatement, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { papers, evaluation, evaluationPapers } = words(locale)
  const said = evaluationPapers.statement
  const { city, round, statement, signature } = page
  const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text })
  return [
    ...(signature === null ? [paragraph(evaluationPapers.draftStatement)] : []),
    paragraph(said.said(cityName(locale, city), formatPeriod(locale, round.asOf))),
    facts([[evaluationPapers.facts.reference, evaluationLink(page, request)]]),
    ...PARTS.flatMap((part) => [
      heading(1, evaluation.statement[part]),
      ...statement[part]
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(paragraph),
    ]),
    heading(1, said.figures),
    { kind: 'note', text: said.figuresSaid },
    numericTable(page, said.figuresCaption, request, locale),
    heading(1, said.narratives),
    ...narrativeBlocks(page, request, locale),
    heading(1, evaluationPapers.signatures.heading),
    { kind: 'note', text: evaluationPapers.signatures.said },
    {
      kind: 'signatures',
      rows: [
        {
          term: evaluationPapers.signatures.written,
          value: statement.byName,
          at: formatDateTime(locale, statement.at),
        },
        {
          term: evaluationPapers.signatures.signed,
          value: signature?.byName ?? evaluationPapers.signatures.waiting,
          at: signature === null ? '' : formatDateTime(locale, signature.at),
        },
      ],
    },
    { kind: 'note', text: papers.source },
  ]
}

function narrativeBlocks(page: PaperStatement, request: PaperRequest, locale: Locale): PaperBlock[] {
  const { evaluationPapers } = words(locale)
  const said = evaluationPapers.statement
  const told = indicators.flatMap((subject) => {
    const narrative = page.narratives[subject.code]
    return isNumeric(subject) || narrative === undefined ? [] : [{ subject, narrative }]
  })
  if (told.length === 0) return [{ kind: 'paragraph', text: said.none }]
  return [
    { kind: 'note', text: said.narrativesSaid },
    ...told.flatMap(({ subject, narrative: { quarter, version, text } }): PaperBlock[] => {
      const reference = referenceTo(page.city, { period: quarter, version, indicator: subject.code }, request)
      return [
        heading(2, inLocale(locale, subject)),
        { kind: 'paragraph', text },
        facts([[said.from(formatPeriod(locale, quarter)), reference]]),
      ]
    }),
  ]
}
