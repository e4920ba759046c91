import { bandsInForce, materialityInForce, schemeInForce } from '@/lib/decisions/in-force'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical } from '@/lib/ledger/canonical'
import { indicator as indicatorOf, indicatorCodes } from '@/lib/notice'
import { acceptedFacts } from '@/lib/reporting/accepted-facts'
import { toFacts } from '@/lib/reporting/facts'
import { indicativeEffect, type Indicative } from '@/lib/review/indicative-effect'
import { readIssued, type Issued } from '@/lib/review/issue-verdicts'
import { readReliers } from '@/lib/review/read-reliers'
import {
  effectsOfFacts,
  materialityOf,
  type CorrectedFigure,
  type Facts,
  type Materiality,
  type RestatedVerdict,
  type RestatementEffects,
  type ScoreSheet,
} from '@/lib/rules'
import { markElsewhere } from '@/lib/rules/countable'
import { readOwnCases } from '@/lib/store/cases'
import { readDecisions } from '@/lib/store/decisions'
import { readAcceptedRows } from '@/lib/store/register-rows'
import { usualMaterialPercent, type Restatement } from '@/lib/store/restatements'
import { readSummaries } from '@/lib/store/summary'
import { readAcceptedFigures, readVersion, readVersionHeads } from '@/lib/store/versions'
import type { Work } from '@/lib/store/work'
import { dayOf, type Period } from '@/lib/values'
import { correctContent } from './correct-content'

type TouchedScore = Pick<ScoreSheet, 'total' | 'grade'>
type VerdictEffect = Omit<RestatedVerdict, 'explanation'>

/** A receipt on which a figure stands that the restatement corrects. */
export interface ShownOn {
  readonly period: Period
  readonly version: number
  readonly receiptNumber: string
}

/** Everything a restatement does, as it is shown to whoever asks and whoever approves, and kept for good. */
export interface Effects {
  readonly materiality: Materiality
  readonly verdicts: readonly VerdictEffect[]
  readonly receipts: readonly ShownOn[]
  /** Sealed evaluations that relied on it, before and after. */
  readonly scores: readonly {
    readonly id: string
    readonly before: TouchedScore
    readonly after: TouchedScore
  }[]
  /** Decision letters that state such a score, by their numbers; absent in effects that were kept before there were any. */
  readonly letters?: readonly string[]
  /** What was granted by it, in 万元. */
  readonly payments: RestatementEffects['payments']
  /** Null where no scoring scheme is in force, or no verdict of the latest quarter is touched. */
  readonly indicative: Indicative | null
}

/** The effects, with what only an approval needs. */
export interface WorkedOut {
  readonly effects: Effects
  readonly sealed: string
  /** The verdicts to issue, each with the one it stands beside. */
  readonly issue: readonly { readonly before: Issued; readonly after: RestatedVerdict }[]
}

/**
 * Works out what a correction of an accepted report does, on what is accepted now. Facts are worked out anew as an
 * approval would, so that a row that another quarter also brings moves only what it really moves.
 */
export async function effectsOf(
  work: Work,
  { period, baseVersion, correction }: Pick<Restatement, 'period' | 'baseVersion' | 'correction'>,
): Promise<WorkedOut> {
  const summaries = await readSummaries(work)
  const own = summaries.filter(({ city }) => city === work.city)
  const content = await readVersion(work, period, baseVersion)
  const corrected = correctContent(content, correction, '')
  const figures = await readAcceptedFigures(work)
  const rows = await readAcceptedRows(work)
  const later = acceptedFacts(
    own.map((summary) =>
      summary.period === period
        ? { ...summary, acceptedVersion: baseVersion + 1, acceptedAt: work.now }
        : summary,
    ),
    [
      ...figures.filter((figure) => figure.period !== period),
      ...corrected.cells.map((cell) => ({ ...cell, period })),
    ],
    markElsewhere(
      [...rows.filter((row) => row.period !== period), ...corrected.rows.map((row) => ({ ...row, period }))],
      await readOwnCases(work),
    ),
  )
  const before = toFacts(own.flatMap(({ facts }) => facts))
  const after = toFacts([...later.values()].flat())
  const issued = await readIssued(work, {})
  const { verdicts, scores, documents, payments } = effectsOfFacts(before, after, {
    verdicts: issued.map(({ judgement }) => judgement),
    ...(await readReliers(work)),
  })
  const decisions = await readDecisions(work)
  const materiality = materialityOf(
    correctedFigures(period, correction, before, after),
    verdicts.filter(({ change }) => change === 'verdict').length,
    materialityInForce(decisions, dayOf(work.now))?.content.percent ?? (await usualMaterialPercent(work)),
  )
  const [scheme, bands] = [
    schemeInForce(decisions, dayOf(work.now)),
    bandsInForce(decisions, dayOf(work.now)),
  ]
  const last = issued
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1)
  const effects: Effects = {
    materiality,
    verdicts: verdicts.map(({ asOf, against, before: was, after: is, change }) => ({
      asOf,
      against,
      before: was,
      after: is,
      change,
    })),
    receipts: await receiptsShowing(work, period, baseVersion, before, after),
    scores: scores.map(({ id, before: was, after: is }) => ({
      id,
      before: { total: was.total, grade: was.grade },
      after: { total: is.total, grade: is.grade },
    })),
    letters: documents,
    payments,
    indicative:
      scheme === null || last === undefined
        ? null
        : indicativeEffect(
            scheme,
            bands,
            issued.filter(({ asOf }) => asOf === last),
            { verdicts },
          ),
  }
  return {
    effects,
    sealed: canonical(asCanonical(effects)),
    issue: verdicts.flatMap((verdict) => {
      const found = issued.find(
        ({ asOf, against, indicator }) =>
          asOf === verdict.asOf && against === verdict.against && indicator === verdict.before.indicator,
      )
      return found === undefined ? [] : [{ before: found, after: verdict }]
    }),
  }
}

/** The corrected figures, and of every register the cumulative count before and after. */
function correctedFigures(
  period: Period,
  { figures, withdrawn, added }: Restatement['correction'],
  before: Facts,
  after: Facts,
): CorrectedFigure[] {
  // Rows behind a result that people judge make no figure.
  const counted = [...new Set([...withdrawn, ...added].map(({ indicator }) => indicator))]
    .filter((code) => indicatorOf(code).kind === 'count')
    .sort()
  return [
    ...figures.map(({ indicator, part, before: old, after: now }) => ({
      indicator,
      part,
      before: old,
      after: now,
    })),
    ...counted.map((indicator) => ({
      indicator,
      part: '',
      before: before[indicator]?.[period]?.value ?? null,
      after: after[indicator]?.[period]?.value ?? null,
    })),
  ]
}

/** The receipts of this report's corrected version, and of later quarters whose cumulative counts move. */
async function receiptsShowing(
  work: Work,
  period: Period,
  baseVersion: number,
  before: Facts,
  after: Facts,
): Promise<ShownOn[]> {
  const moved = new Set(
    indicatorCodes.flatMap((code) =>
      Object.keys(before[code] ?? {}).filter(
        (each) => each > period && before[code]?.[each]?.value !== after[code]?.[each]?.value,
      ),
    ),
  )
  const shown: ShownOn[] = []
  for (const each of [period, ...[...moved].sort()] as Period[]) {
    const heads = await readVersionHeads(work, each)
    const head = heads.find(({ version }) => each !== period || version === baseVersion)
    const latest = each === period ? head : heads.at(-1)
    if (latest !== undefined)
      shown.push({ period: each, version: latest.version, receiptNumber: latest.receiptNumber })
  }
  return shown
}
