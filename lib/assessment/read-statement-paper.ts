import { AccessRefused, asKnown, type Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import type { Judgement } from '@/lib/rules'
import type { City } from '@/lib/store/cities'
import { readLatestNarratives, type WrittenNarrative } from '@/lib/store/evaluation-population'
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
  readonly narratives: Partial<Record<IndicatorCode, WrittenNarrative>>
  readonly now: Date
}

/** Reads the self-evaluation of one version, its last wording. @throws AccessRefused notFound while nothing is written */
export async function readStatementPaper(
  permit: Permit<'evaluation.read' | 'assessment.do'>,
  name: string,
  version: number,
): Promise<PaperStatement> {
  const { narratives, ...paper } = await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { city, round, record } = inHand
    const statement = record.statements.findLast((each) => each.version === version)
    if (statement === undefined) throw new AccessRefused('notFound')
    const sealed = await readSnapshot(work, round.id, version)
    const { judgements } =
      sealed === null ? await workOut(work, { ...inHand, version }) : (JSON.parse(sealed) as Frozen)
    return {
      city,
      round,
      version,
      statement,
      signature: record.statementSignatures.findLast((each) => each.version === version) ?? null,
      judgements,
      narratives: await readLatestNarratives(work, round.asOf),
      now: work.now,
      sealedAt: record.seals.find((each) => each.version === version)?.sealedAt ?? null,
    }
  })
  const { sealedAt, round } = paper
  // What was sealed stays beside what the city had written then, whatever is corrected later.
  const written =
    sealedAt === null
      ? narratives
      : await begin(asKnown(permit, new Date(sealedAt)), (work) => readLatestNarratives(work, round.asOf))
  return { ...paper, narratives: Object.fromEntries(written.map((each) => [each.indicator, each])) }
}
