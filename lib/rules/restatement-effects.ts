import { indicator as indicatorOf, indicatorCodes, type IndicatorCode } from '@/lib/notice'
import {
  add,
  compare,
  decimal,
  max,
  sub,
  toDecimalString,
  zero,
  type Period,
  type Quarter,
} from '@/lib/values'
import { sameOutcome } from './compare-judgements'
import { instalmentsOf, type BandTable } from './instalments'
import { judge } from './judge'
import type { Marks, ScoringScheme } from './score'
import { scoreSheet, type Overrides, type ScoreSheet } from './score-sheet'
import type { Explanation, Facts, FigureFact, IndicatorFacts, Judgement, Verdict } from './types'

/** A figure as corrected. A count's figure is cumulative. */
export interface Restatement {
  readonly indicator: IndicatorCode
  readonly period: Period
  readonly value: string | null
}

/** A score that was sealed, with what it was made of: its verdicts may rest on other figures than those issued beside them. */
export interface SealedScore {
  readonly id: string
  readonly scheme: ScoringScheme
  readonly judgements: readonly Judgement[]
  readonly marks: Marks
  readonly overrides: Overrides
}

/** A document that was issued, with the verdicts and scores it states. */
export interface IssuedDocument {
  readonly id: string
  readonly verdicts: readonly Pick<Verdict, 'indicator' | 'asOf' | 'against'>[]
  /** Ids of sealed scores. */
  readonly scores: readonly string[]
}

/** Money that was paid by a score and a band table. */
export interface Payment {
  readonly id: string
  readonly score: string
  readonly bands: BandTable
  /** In 万元. */
  readonly amount: string
}

/** Whatever may have relied on a figure of one city. */
export interface Reliers {
  readonly verdicts: readonly Judgement[]
  readonly scores: readonly SealedScore[]
  readonly documents: readonly IssuedDocument[]
  readonly payments: readonly Payment[]
}

/** An issued verdict that relied on the old figure, and what the corrected one would have given in its place. */
export interface RestatedVerdict {
  readonly asOf: Quarter
  readonly against: Verdict['against']
  readonly before: Verdict
  readonly after: Verdict
  /** Of the corrected verdict. */
  readonly explanation: Explanation
  /** The word changes; only numbers under it do; or it relied on the figure and says the same. */
  readonly change: 'verdict' | 'numbers' | 'nothing'
}

/** Everything that relied on the old figure. Where a score is open there is no amount to compare. */
export interface RestatementEffects {
  readonly verdicts: readonly RestatedVerdict[]
  readonly scores: readonly { readonly id: string; readonly before: ScoreSheet; readonly after: ScoreSheet }[]
  readonly documents: readonly string[]
  readonly payments: readonly {
    readonly id: string
    readonly before: string
    readonly after: string | null
  }[]
}

/**
 * Given a corrected figure, everything that relied on the old one, before and after. A verdict relied on a figure exactly if
 * its own explanation has it among its inputs or names it as missing; it is judged again by the configuration and standard it
 * was issued with and on the figures it was issued on, so that nothing but the correction makes the difference. Scores rely
 * on verdicts, documents on both, payments on scores. Pure: nothing is stored.
 */
export function restatementEffects(
  facts: IndicatorFacts,
  restatement: Restatement,
  reliers: Reliers,
): RestatementEffects {
  const correct = (asIssued: IndicatorFacts) => correctedFacts(asIssued, restatement)
  return effectsOn([{ indicator: restatement.indicator, facts, correct }], reliers)
}

/**
 * The same where what a correction makes of every later figure is known exactly, as it is of rows taken out of a register or
 * added to it. `before` and `after`: all accepted figures of every result.
 */
export function effectsOfFacts(before: Facts, after: Facts, reliers: Reliers): RestatementEffects {
  return effectsOn(
    indicatorCodes.map((code) => correctionOf(code, before[code] ?? {}, after[code] ?? {})),
    reliers,
  )
}

/** What a correction makes of the figures of one result on which a verdict was issued. */
interface Correction {
  readonly indicator: IndicatorCode
  /** As accepted now. */
  readonly facts: IndicatorFacts
  readonly correct: (asIssued: IndicatorFacts) => IndicatorFacts
}

function correctionOf(indicator: IndicatorCode, before: IndicatorFacts, after: IndicatorFacts): Correction {
  const changed = Object.keys({ ...before, ...after }).filter(
    (period) => !sameFigure(before[period], after[period]),
  )
  const isCount = indicatorOf(indicator).kind === 'count'
  const correct = (asIssued: IndicatorFacts): IndicatorFacts => ({
    ...asIssued,
    ...Object.fromEntries(
      changed.map((period) => [
        period,
        isCount ? movedFact(asIssued[period], before[period], after[period]) : after[period],
      ]),
    ),
  })
  return { indicator, facts: before, correct }
}

/** A cumulative count as a verdict had it, moved by what the correction moves the count of today. */
function movedFact(
  asIssued: FigureFact | undefined,
  before: FigureFact | undefined,
  after: FigureFact | undefined,
): FigureFact | undefined {
  if (after?.value == null || before?.value == null || asIssued?.value == null) return after
  const moved = add(decimal(asIssued.value), sub(decimal(after.value), decimal(before.value)))
  return { ...after, value: toDecimalString(max(moved, zero)) }
}

function effectsOn(corrections: readonly Correction[], reliers: Reliers): RestatementEffects {
  const touched = (judgements: readonly Judgement[]): RestatedVerdict[] =>
    corrections.flatMap(({ indicator, facts, correct }) =>
      judgements
        .filter(({ verdict }) => verdict.indicator === indicator)
        .flatMap((issued) => restated(facts, correct, issued) ?? []),
    )
  const verdicts = touched(reliers.verdicts)
  const scores = reliers.scores.flatMap(({ id, scheme, judgements, marks, overrides }) => {
    const changed = touched(judgements)
    if (changed.length === 0) return []
    const used = judgements.map(({ verdict }) => verdict)
    const corrected = used.map(
      (verdict) => changed.find(({ before }) => isSame(before, verdict))?.after ?? verdict,
    )
    const sheet = (of: readonly Verdict[]) => scoreSheet(scheme, of, marks, overrides)
    return [{ id, before: sheet(used), after: sheet(corrected) }]
  })
  const scoreIds = new Set(scores.map(({ id }) => id))
  const documents = reliers.documents.filter(
    (each) =>
      each.verdicts.some((cited) => verdicts.some(({ before }) => isSame(before, cited))) ||
      each.scores.some((id) => scoreIds.has(id)),
  )
  const payments = reliers.payments.flatMap((payment) => {
    const score = scores.find(({ id }) => id === payment.score)
    if (score === undefined) return []
    return [{ id: payment.id, before: payment.amount, after: amountOf(payment.bands, score.after.total) }]
  })
  return { verdicts, scores, documents: documents.map(({ id }) => id), payments }
}

const isSame = (a: Verdict, b: Pick<Verdict, 'indicator' | 'asOf' | 'against'>): boolean =>
  a.indicator === b.indicator && a.asOf === b.asOf && a.against === b.against

/** The second instalment that a score brings, in 万元; null while the score is open. */
function amountOf(bands: BandTable, total: string | null): string | null {
  const { second } = instalmentsOf(bands, total)
  return second.code === 'banded' ? second.amount : null
}

/**
 * A verdict as it would have been issued; null when it did not rely on what the correction changes. One whose base is decided
 * not to be comparable (R8) looked at no figure, so that no correction reaches it.
 */
function restated(
  facts: IndicatorFacts,
  correct: (asIssued: IndicatorFacts) => IndicatorFacts,
  { verdict: before, explanation }: Judgement,
): RestatedVerdict | null {
  const known = Object.fromEntries(
    explanation.inputs.map(({ period, value, version, acceptedAt, valid }) => [
      period,
      { value, version: version ?? undefined, acceptedAt: acceptedAt ?? undefined, valid },
    ]),
  )
  const asIssued = { ...facts, ...known }
  const corrected = correct(asIssued)
  const changed = Object.keys(corrected).filter((period) => !sameFigure(asIssued[period], corrected[period]))
  const used = [...explanation.inputs.map(({ period }) => period), ...(explanation.missing ?? [])]
  if (!used.some((period) => changed.some((each) => covers(period, each)))) return null
  const target = explanation.parameters.find(({ code }) => code === 'target')
  const { verdict: after, explanation: why } = judge(
    before.indicator,
    corrected,
    explanation.configuration,
    before.asOf,
    {
      target: target?.value,
      targetSince: target?.since ?? undefined,
    },
  )
  const change = before.code !== after.code ? 'verdict' : sameOutcome(before, after) ? 'nothing' : 'numbers'
  return { asOf: before.asOf, against: before.against, before, after, explanation: why, change }
}

/**
 * Facts with a figure corrected. A count is cumulative: what is added to one quarter, or taken from it, is also in every
 * later quarter that is known.
 */
function correctedFacts(facts: IndicatorFacts, { indicator, period, value }: Restatement): IndicatorFacts {
  const old = facts[period]?.value ?? null
  if (indicatorOf(indicator).kind !== 'count' || old === null || value === null) {
    return { ...facts, [period]: { value } }
  }
  const difference = sub(decimal(value), decimal(old))
  const moved = Object.entries(facts).flatMap(([quarter, fact]) => {
    if (quarter < period || !fact || fact.value === null) return []
    return [[quarter, { value: toDecimalString(max(add(decimal(fact.value), difference), zero)) }] as const]
  })
  return { ...facts, ...Object.fromEntries(moved) }
}

function sameFigure(a: FigureFact | undefined, b: FigureFact | undefined): boolean {
  const [old, now] = [a?.value ?? null, b?.value ?? null]
  return old === null || now === null ? old === now : compare(decimal(old), decimal(now)) === 0
}

/** Whether a figure that was used is the one corrected: a year is also made of its quarters. */
const covers = (used: Period, period: string): boolean => period.startsWith(used)
