import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { digest } from '@/lib/ledger/canonical'
import {
  evaluateFrozen,
  type FrozenInputs,
  type Judgement,
  type ScoreSheet,
  type SettledMark,
} from '@/lib/rules'
import { lostPoints, lostTogether, type LostPoints } from '@/lib/rules/lost-points'
import { scoreByClause, type ClauseScore } from '@/lib/rules/score-by-clause'
import type { City } from '@/lib/store/cities'
import {
  readSnapshot,
  type Sample,
  type SealHead,
  type Settlement,
  type Statement,
  type StoredOverride,
  type StoredReading,
  type VisitWording,
} from '@/lib/store/evaluation-record'
import type { SampleItem } from '@/lib/store/evaluation-population'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import { begin } from '@/lib/store/work'
import { evaluationInHand } from './evaluation-in-hand'
import { shownSample, type ShownSample } from './read-evaluation-page'

/** What was frozen, as two people signed it. */
export interface Frozen {
  readonly inputs: FrozenInputs
  readonly judgements: readonly Judgement[]
  readonly marks: readonly SettledMark[]
  readonly sheet: ScoreSheet
  readonly readings: readonly StoredReading[]
  readonly settlements: readonly Settlement[]
  readonly overrides: readonly StoredOverride[]
  readonly statement: Statement | null
  readonly statementSignature: { readonly byName: string; readonly at: string } | null
  readonly sample: Sample | null
  /** What was drawn; not frozen in what was sealed first. */
  readonly sampled?: readonly SampleItem[]
  readonly visits?: readonly VisitWording[]
}

export interface SealedPage {
  readonly city: City
  readonly round: EvaluationRound
  readonly seal: SealHead
  readonly frozen: Frozen
  /** Whether the digest is that of the snapshot, and the frozen facts give the sealed score by the rules of today. */
  readonly recheck: { readonly isIntact: boolean; readonly score: string | null; readonly isSame: boolean }
  readonly clauses: readonly ClauseScore[]
  readonly lost: readonly LostPoints[]
  /** Their sum, exact. */
  readonly lostTogether: string
  readonly versions: readonly number[]
  readonly sample: ShownSample | null
}

/** A sealed version as it was frozen, worked out again. @throws AccessRefused notFound */
export function readSealed(
  permit: Permit<'evaluation.read' | 'assessment.do'>,
  name: string,
  version: number,
): Promise<SealedPage> {
  return begin(permit, async (work) => {
    const { city, round, record } = await evaluationInHand(work, name)
    const seal = record.seals.find((each) => each.version === version)
    const text = await readSnapshot(work, round.id, version)
    if (seal === undefined || text === null) throw new AccessRefused('notFound')
    const frozen = JSON.parse(text) as Frozen
    const lost = lostPoints(frozen.sheet.lines)
    return {
      city,
      round,
      seal,
      frozen,
      recheck: recheckSeal(seal, text, frozen),
      clauses: scoreByClause(frozen.sheet.lines),
      lost,
      lostTogether: lostTogether(lost),
      versions: record.seals.map((each) => each.version),
      sample: frozen.sample && shownSample(frozen.sample, frozen.sampled ?? []),
    }
  })
}

/** The snapshot itself, to keep and to work out elsewhere. @throws AccessRefused notFound */
export function readSnapshotText(
  permit: Permit<'evaluation.read'>,
  name: string,
  version: number,
): Promise<string> {
  return begin(permit, async (work) => {
    const { round } = await evaluationInHand(work, name)
    const text = await readSnapshot(work, round.id, version)
    if (text === null) throw new AccessRefused('notFound')
    return text
  })
}

function recheckSeal(seal: SealHead, text: string, { inputs }: Frozen): SealedPage['recheck'] {
  const score = evaluateFrozen(inputs).sheet.total
  return { isIntact: digest(text) === seal.snapshotSha256, score, isSame: score === seal.score }
}
