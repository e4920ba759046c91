import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import type { Judgement } from '@/lib/rules'
import type { City } from '@/lib/store/cities'
import { readEvaluationGround, type Narrative } from '@/lib/store/evaluation-population'
import { readSnapshot, type EvaluationRecord, type Statement } from '@/lib/store/evaluation-record'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import { begin } from '@/lib/store/work'
import { evaluationInHand } from './evaluation-in-hand'
import type { Frozen } from './read-sealed'
import { workOut } from './work-out'

/** What a city says of itself, with the figures it says it of. */
export interface PaperStatement {
  readonly city: City
  readonly round: EvaluationRound
  readonly version: number
  readonly statement: Statement
  /** Null while nobody has signed it: what is said then is a draft. */
  readonly signature: EvaluationRecord['statementSignatures'][number] | null
  /** On the facts that were sealed, or, before that, on those that are accepted. */
  readonly judgements: readonly Judgement[]
  readonly narratives: Partial<
    Record<IndicatorCode, Narrative & { /** Of the report it stands in. */ readonly version: number }>
  >
  readonly now: Date
}

/** Reads the self-evaluation of one version, its last wording. @throws AccessRefused notFound while nothing is written */
export function readStatementPaper(
  permit: Permit<'evaluation.read' | 'assessment.do'>,
  name: string,
  version: number,
): Promise<PaperStatement> {
  return begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { city, round, record } = inHand
    const statement = record.statements.findLast((each) => each.version === version)
    if (statement === undefined) throw new AccessRefused('notFound')
    const sealed = await readSnapshot(work, round.id, version)
    const { judgements } =
      sealed === null ? await workOut(work, { ...inHand, version }) : (JSON.parse(sealed) as Frozen)
    const accepted = new Map(
      (await readKnownSummaries(work)).map((each) => [each.period, each.acceptedVersion ?? 0]),
    )
    const { narratives } = await readEvaluationGround(work, round, 0)
    return {
      city,
      round,
      version,
      statement,
      signature: record.statementSignatures.findLast((each) => each.version === version) ?? null,
      judgements,
      narratives: Object.fromEntries(
        narratives.map((each) => [each.indicator, { ...each, version: accepted.get(each.quarter) ?? 0 }]),
      ),
      now: work.now,
    }
  })
}
