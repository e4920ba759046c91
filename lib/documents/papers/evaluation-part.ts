import { cityName, formatDate, formatPeriod, words } from '@/lib/i18n'
import type { Explanation } from '@/lib/rules/types'
import type { City } from '@/lib/store/cities'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import { yearOf, yearPeriod, type Locale } from '@/lib/values'
import type { Paper, PaperBlock, PaperPart, PaperText } from '../paper'
import { traceReference, tracePath, type TraceReference } from '../trace-reference'
import { titled } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** What every document of an evaluation is about. */
export interface EvaluationSubject {
  readonly city: City
  readonly round: EvaluationRound
  readonly version: number
}

export type EvaluationPaperKind = 'report' | 'sheet' | 'statement'

/** Names one version of an evaluation, unique in the portal: `910100-midTerm-1-1`. */
const evaluationReference = ({ city, round, version }: EvaluationSubject): string =>
  `${city.code}-${round.name}-${String(version)}`

/** The reference with where it leads: the version in the portal. */
export const evaluationLink = (subject: EvaluationSubject, { origin }: PaperRequest): PaperText => ({
  text: evaluationReference(subject),
  link: `${origin}/cities/${subject.city.code}/evaluations/${subject.round.name}/${String(subject.version)}`,
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
  return { number: evaluationReference(subject), moment, parts: [part(first), ...others.map(part)] }
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
    text: `${city.code}-${traceReference(reference)}`,
    link: origin + tracePath(city.code, reference),
  }
}

/** Where a figure of an explanation comes from; null where no submitted version stands behind it. */
export function inputReference(
  city: City,
  { indicator, configuration }: Explanation,
  { period, version }: Pick<Explanation['inputs'][number], 'period' | 'version'>,
  request: PaperRequest,
): PaperText | null {
  if (version === null) return null
  // The quarters of the base year stand in its one report.
  const year = yearOf(period)
  const reported = year === configuration.baseYear ? yearPeriod(year) : period
  return referenceTo(city, { period: reported, version, indicator }, request)
}

/** The latest figure that a verdict rests on and that a version stands behind. */
export function latestReference(
  city: City,
  explanation: Explanation,
  request: PaperRequest,
): PaperText | null {
  const latest = explanation.inputs
    .filter(({ value, version }) => value !== null && version !== null)
    .reduce<Explanation['inputs'][number] | null>(
      (last, each) => (last === null || each.period > last.period ? each : last),
      null,
    )
  return latest === null ? null : inputReference(city, explanation, latest, request)
}
