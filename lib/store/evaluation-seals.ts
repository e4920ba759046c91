import { Refusal, type Quarter } from '@/lib/values'
import { recordAudit } from './audit'
import type { EvaluationKey } from './evaluation-deeds'
import { appendLedger, lockLedger } from './ledger'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** What is signed. */
export interface Snapshot {
  /** Canonical form, and its SHA-256. */
  readonly text: string
  readonly sha256: string
  readonly asOf: Quarter
  /** Exact, out of 100. */
  readonly score: string
  readonly basisPoints: number
  readonly grade: string | null
  readonly ruleVersion: string
  readonly schemeDecision: string | null
}

/** The first of two signatures: under a digest. */
export async function writeSignature(
  work: Work<'evaluation.seal'>,
  { round, version }: EvaluationKey,
  sha256: string,
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  const seq =
    1 + (await databaseOf(work).evaluation_signature.count({ where: { city: work.city, round, version } }))
  try {
    await databaseOf(work).evaluation_signature.createMany({
      data: [
        {
          city: work.city,
          round,
          version,
          seq,
          snapshot_sha256: sha256,
          signer: actor.id,
          signer_name: actor.name,
          signed_at: work.now,
        },
      ],
    })
  } catch (error) {
    if (sqlState(error) === 'CJ004') throw new Refusal('evaluationSealed')
    throw error
  }
  await appendLedger(work, 'evaluation.signed', {
    ...{ round, version, seq, sha256 },
    by: actor.name,
  })
  await recordAudit(work, { round, version, signature: 'first' })
}

/** The second signature, which seals. @throws Refusal sealSame, evaluationSealed */
export async function writeSeal(
  work: Work<'evaluation.seal'>,
  { round, version }: EvaluationKey,
  first: { readonly by: string; readonly byName: string; readonly at: string },
  snapshot: Snapshot,
): Promise<void> {
  const actor = actorIn(work)
  if (first.by === actor.id) throw new Refusal('sealSame')
  await lockLedger(work)
  const { text, sha256, asOf, score, basisPoints, grade, ruleVersion, schemeDecision } = snapshot
  try {
    await databaseOf(work).evaluation_seal.createMany({
      data: [
        {
          city: work.city,
          round,
          version,
          as_of: asOf,
          score,
          score_basis_points: basisPoints,
          grade,
          snapshot: text,
          snapshot_sha256: sha256,
          rule_version: ruleVersion,
          scheme_decision: schemeDecision,
          demonstration: schemeDecision === null,
          first_signer: first.by,
          first_signer_name: first.byName,
          first_signed_at: new Date(first.at),
          second_signer: actor.id,
          second_signer_name: actor.name,
          sealed_at: work.now,
        },
      ],
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('evaluationSealed')
    throw error
  }
  await appendLedger(work, 'evaluation.sealed', {
    ...{ round, version, sha256, score, grade, ruleVersion },
    by: actor.name,
  })
  await recordAudit(work, { round, version, signature: 'second', score })
}

/** What was sealed of a city, oldest first. */
export interface SealedVersion {
  readonly round: string
  /** The round as addresses name it: `midTerm-1`. */
  readonly name: string
  /** Of the round, as its maker wrote it. */
  readonly title: string
  readonly version: number
  /** Canonical form, and its digest, under which both signatures stand. */
  readonly snapshot: string
  readonly sha256: string
  readonly score: string
  readonly firstSignerName: string
  readonly secondSignerName: string
  readonly sealedAt: Date
}

/** Every sealed version of the city's evaluations, as it was frozen. */
export function readSealedVersions(work: Work): Promise<SealedVersion[]> {
  return databaseOf(work).$queryRaw<SealedVersion[]>`
    SELECT s.round::text, r.kind || '-' || r.number AS name, r.title, s.version, s.snapshot, s.snapshot_sha256 AS "sha256", s.score,
      s.first_signer_name AS "firstSignerName", s.second_signer_name AS "secondSignerName", s.sealed_at AS "sealedAt"
    FROM evaluation_seal s JOIN evaluation_round r ON r.id = s.round
    WHERE s.city = ${work.city} ORDER BY s.sealed_at, s.version`
}
