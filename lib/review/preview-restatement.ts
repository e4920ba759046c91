import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { bandsInForce, schemeInForce } from '@/lib/decisions/in-force'
import { indicator as indicatorOf, isIndicatorCode, isNumeric, type IndicatorCode } from '@/lib/notice'
import { toFacts } from '@/lib/reporting/facts'
import {
  instalmentsOf,
  restatementEffects,
  scoreOf,
  type BandTable,
  type RestatementEffects,
  type Score,
  type ScoringScheme,
  type Verdict,
} from '@/lib/rules'
import { readCity, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { dayOf, parseFigure, type FigureRefusal, type Period, type Quarter } from '@/lib/values'
import { readIssued, type Issued } from './issue-verdicts'

/** A figure to be corrected, as asked for; `typed` as it stands in the box. */
export interface Asked {
  readonly period?: string
  readonly indicator?: string
  readonly typed?: string
}

/** One side of the indicative score as of the latest quarter that was issued. */
export interface Standing {
  readonly score: Score
  /** The second instalment in 万元 at the least and at the most that the score can be; null without a band table. */
  readonly money: { readonly least: string; readonly most: string } | null
}

/** What the correction would do to grade and money; indicative, for no evaluation has been sealed. */
export interface Indicative {
  readonly asOf: Quarter
  readonly documentNumber: string | null
  readonly before: Standing
  readonly after: Standing
}

/** What a correction would touch. Nothing of it is stored. */
export interface RestatementPreview {
  readonly city: City
  readonly now: Date
  /** Periods of which figures are accepted, the latest first. */
  readonly periods: readonly Period[]
  readonly chosen: {
    readonly period: Period
    readonly indicator: IndicatorCode
    /** The figure that is accepted: null where the report says there is none, undefined where nothing is accepted. */
    readonly before: string | null | undefined
    readonly typed: string
    /** As read; null while it is blank or cannot be read. */
    readonly after: string | null
    readonly refusal: FigureRefusal | null
  } | null
  readonly effects: RestatementEffects | null
  /** Null where no scheme is in force, or no score is touched. */
  readonly indicative: Indicative | null
}

/** Shows what relied on an accepted figure, and what a corrected one would have made of it. @throws AccessRefused notFound */
export function previewRestatement(
  permit: Permit<'restatement.preview'>,
  { period, indicator, typed = '' }: Asked,
): Promise<RestatementPreview> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const accepted = (await readSummaries(work)).flatMap(({ facts }) => facts)
    const periods = [...new Set(accepted.map((fact) => fact.period))].sort().reverse()
    const page = { city, now: work.now, periods, chosen: null, effects: null, indicative: null }
    const at = periods.find((each) => each === period)
    const subject = indicator !== undefined && isIndicatorCode(indicator) ? indicatorOf(indicator) : undefined
    if (at === undefined || subject === undefined || !isNumeric(subject)) return page
    const facts = toFacts(accepted)[subject.code] ?? {}
    const before = facts[at]?.value
    const read = parseFigure(typed, subject.unit)
    const refusal = read.ok || typed.trim() === '' ? null : read.error
    const after = read.ok ? read.value : null
    const chosen = { period: at, indicator: subject.code, before, typed, after, refusal }
    if (after === null || before === undefined) return { ...page, chosen }
    const issued = await readIssued(work, { indicator: subject.code })
    const effects = restatementEffects(
      facts,
      { indicator: subject.code, period: at, value: after },
      // Nothing is scored, documented or paid in the portal yet.
      { verdicts: issued.map(({ judgement }) => judgement), scores: [], documents: [], payments: [] },
    )
    const last = issued.at(-1)?.asOf
    const decisions = await readDecisions(work)
    const today = dayOf(work.now)
    const scheme = schemeInForce(decisions, today)
    if (last === undefined || scheme === null) return { ...page, chosen, effects }
    const verdicts = await readIssued(work, { asOf: last })
    return {
      ...page,
      chosen,
      effects,
      indicative: indicativeEffect(scheme, bandsInForce(decisions, today), verdicts, effects),
    }
  })
}

function indicativeEffect(
  scheme: ScoringScheme,
  bands: BandTable | null,
  issued: readonly Issued[],
  { verdicts }: RestatementEffects,
): Indicative | null {
  const before = issued
    .filter(({ against }) => against === 'floor')
    .map(({ judgement: { verdict } }) => verdict)
  const [first] = before
  if (first === undefined) return null
  const corrected = (verdict: Verdict): Verdict =>
    verdicts.find(
      (each) =>
        each.asOf === verdict.asOf && each.against === 'floor' && each.before.indicator === verdict.indicator,
    )?.after ?? verdict
  const standing = (used: readonly Verdict[]): Standing => {
    const score = scoreOf(scheme, used)
    const amount = (at: string): string => {
      const { second } = instalmentsOf(bands, at)
      return second.code === 'banded' ? second.amount : second.upTo
    }
    return {
      score,
      money: bands === null ? null : { least: amount(score.atLeast), most: amount(score.atMost) },
    }
  }
  return {
    asOf: first.asOf,
    documentNumber: scheme.documentNumber,
    before: standing(before),
    after: standing(before.map(corrected)),
  }
}
