import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { bandsInForce, schemeInForce } from '@/lib/decisions/in-force'
import { indicator as indicatorOf, isIndicatorCode, isNumeric, type IndicatorCode } from '@/lib/notice'
import { toFacts } from '@/lib/reporting/facts'
import { restatementEffects, type RestatementEffects } from '@/lib/rules'
import { readCity, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { dayOf, parseFigure, type FigureRefusal, type Period } from '@/lib/values'
import { indicativeEffect, type Indicative } from './indicative-effect'
import { readIssued } from './issue-verdicts'
import { readReliers } from './read-reliers'

/** A figure to be corrected, as asked for; `typed` as it stands in the box. */
export interface Asked {
  readonly period?: string
  readonly indicator?: string
  readonly typed?: string
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
      { verdicts: issued.map(({ judgement }) => judgement), ...(await readReliers(work)) },
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
