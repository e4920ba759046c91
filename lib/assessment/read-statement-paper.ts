import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import { latestNarratives, type Narrative } from '@/lib/review/read-city'
import type { Judgement } from '@/lib/rules'
import { readCity, type City } from '@/lib/store/cities'
import { readSnapshot, type EvaluationRecord, type Statement } from '@/lib/store/evaluation-record'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import { readAcceptedFigures } from '@/lib/store/versions'
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
    const city = await readCity(work)
    const { round, record } = await evaluationInHand(work, name)
    const statement = record.statements.findLast((each) => each.version === version)
    if (city === null || statement === undefined) throw new AccessRefused('notFound')
    const sealed = await readSnapshot(work, round.id, version)
    const { judgements } =
      sealed === null ? await workOut(work, round, record, version) : (JSON.parse(sealed) as Frozen)
    const accepted = new Map(
      (await readKnownSummaries(work)).map((each) => [each.period, each.acceptedVersion ?? 0]),
    )
    const narratives = latestNarratives(await readAcceptedFigures(work), round.asOf)
    return {
      city,
      round,
      version,
      statement,
      signature: record.statementSignatures.findLast((each) => each.version === version) ?? null,
      judgements,
      narratives: Object.fromEntries(
        Object.entries(narratives).map(([code, each]) => [
          code,
          { ...each, version: accepted.get(each.quarter) ?? 0 },
        ]),
      ),
      now: work.now,
    }
  })
}
