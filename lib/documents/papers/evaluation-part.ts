import { cityName, formatDate, formatPeriod, words } from '@/lib/i18n'
import type { Explanation } from '@/lib/rules/types'
import type { City } from '@/lib/store/cities'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import type { Locale } from '@/lib/values'
import type { Paper, PaperBlock, PaperPart, PaperText } from '../paper'
import {
  evaluationPath,
  evaluationReference,
  latestReference,
  referenceOfInput,
  printedReference,
  tracePath,
  type TraceReference,
} from '../trace-reference'
import { titled } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** What every document of an evaluation is about. */
export interface EvaluationSubject {
  readonly city: City
  readonly round: EvaluationRound
  readonly version: number
}

export type EvaluationPaperKind = 'report' | 'sheet' | 'statement'

const referenceOf = ({ city, round, version }: EvaluationSubject): string =>
  evaluationReference(city.code, { name: round.name, version })

/** The reference with where it leads: the version in the portal. */
export const evaluationLink = (subject: EvaluationSubject, { origin }: PaperRequest) => ({
  text: referenceOf(subject),
  link: origin + evaluationPath(subject.city.code, { name: subject.round.name, version: subject.version }),
})

/** What its file is called, without its ending. */
export const evaluationPaperName = (
  kind: EvaluationPaperKind,
  { city, round, version }: EvaluationSubject,
  locale: Locale,
): string => {
  const { evaluationPapers: said } = words(locale)
  return said.file[kind](
    cityName(locale, city),
    `${said.round[round.kind]}${String(round.number)}`,
    String(version),
  )
}

/** A document of an evaluation with its cover, in each language asked for. */
export function evaluationPaper(
  subject: EvaluationSubject,
  request: PaperRequest,
  moment: Date,
  part: (locale: Locale) => PaperPart,
): Paper {
  const [first, ...others] = request.locales
  return { number: referenceOf(subject), moment, parts: [part(first), ...others.map(part)] }
}

/** Cover and contents in one language. `state`: how far it is, in a word; a draft says so on each page. */
export function evaluationPart(
  kind: EvaluationPaperKind,
  { city, round, version }: EvaluationSubject,
  { demonstration }: PaperRequest,
  locale: Locale,
  about: {
    readonly state: string
    readonly isDraft: boolean
    readonly issuer: string
    readonly day: Date | string
    /** More lines of the cover. */
    readonly lines?: readonly string[]
    readonly blocks: readonly PaperBlock[]
  },
): PaperPart {
  const { papers, common, evaluationPapers: said } = words(locale)
  return {
    locale,
    ...titled(said.title[kind](cityName(locale, city), said.round[round.kind]), locale),
    subtitle: [
      round.title,
      said.cover.asOf(formatPeriod(locale, round.asOf)),
      said.cover.version(String(version), about.state),
      ...(about.lines ?? []),
    ],
    issuer: about.issuer,
    day: formatDate(locale, about.day),
    contentsTitle: papers.contents,
    demonstration: demonstration ? common.demo.title : null,
    ...(about.isDraft ? { draft: said.draft } : {}),
    blocks: about.blocks,
  }
}

/** Where a number comes from, as it is printed: with the city, so that it is unique in the portal. */
export function referenceTo(city: City, reference: TraceReference, { origin }: PaperRequest): PaperText {
  return {
    text: printedReference(city.code, reference),
    link: origin + tracePath(city.code, reference),
  }
}

/** Where a figure of an explanation comes from; null where no submitted version stands behind it. */
export function inputReference(
  city: City,
  explanation: Explanation,
  input: Explanation['inputs'][number],
  request: PaperRequest,
): PaperText | null {
  const reference = referenceOfInput(explanation, input)
  return reference === null ? null : referenceTo(city, reference, request)
}

/** The latest figure that a verdict rests on and that a version stands behind. */
export function latestFigure(city: City, explanation: Explanation, request: PaperRequest): PaperText | null {
  const reference = latestReference(explanation)
  return reference === null ? null : referenceTo(city, reference, request)
}
