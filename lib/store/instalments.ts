import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import { appendLedger, lockLedger } from './ledger'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** The latest sealed version of a city's latest mid-term evaluation. */
export interface MidTermSeal {
  readonly city: string
  readonly round: string
  readonly version: number
  readonly title: string
  readonly asOf: string
  /** Exact: a decimal or a reduced fraction. */
  readonly score: string
  readonly grade: 'excellent' | 'good' | 'fair' | 'poor' | null
  readonly snapshotSha256: string
  readonly ruleVersion: string
  readonly schemeDecision: string | null
  /** Scored by no document's weights: nothing is paid by it. */
  readonly demonstration: boolean
  readonly sealedAt: Date
  /** A later version was opened beside it. */
  readonly isReopened: boolean
}

/** A proposal of the second instalment with everything that happened to it. */
export interface Instalment {
  readonly city: string
  readonly seq: number
  readonly round: string
  readonly version: number
  readonly bandTable: string
  /** Canonical form of InstalmentInputs, and its digest. */
  readonly inputs: string
  readonly inputsSha256: string
  readonly rule: string
  readonly ruleVersion: string
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Date
  /** The proposal's amount; null while the database does not show it to this person. */
  readonly yuan: bigint | null
  readonly answer: InstalmentAnswer | null
  /** Oldest first. */
  readonly reversals: readonly Reversal[]
  /** The evaluation behind it was opened again since. */
  readonly isReopened: boolean
}

export interface InstalmentAnswer {
  readonly kind: 'entered' | 'refused' | 'withdrawn'
  readonly enteredYuan: bigint | null
  readonly agrees: boolean | null
  readonly reason: string
  readonly by: string
  readonly byName: string
  readonly at: Date
}

/** A reversal as it was asked for, and what the other person said. */
export interface Reversal {
  readonly attempt: number
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly answer: {
    readonly confirmed: boolean
    readonly reason: string
    readonly byName: string
    readonly at: Date
  } | null
}

/** The seal that a second instalment of each city within reach could rest on. */
export async function readMidTermSeals(work: Work): Promise<MidTermSeal[]> {
  return databaseOf(work).$queryRaw`
    SELECT DISTINCT ON (s.city) s.city, s.round::text, s.version, r.title, s.as_of AS "asOf", s.score, s.grade,
      s.snapshot_sha256 AS "snapshotSha256", s.rule_version AS "ruleVersion", s.scheme_decision::text AS "schemeDecision",
      s.demonstration, s.sealed_at AS "sealedAt",
      EXISTS (SELECT FROM evaluation e WHERE e.city = s.city AND e.round = s.round AND e.version > s.version) AS "isReopened"
    FROM evaluation_seal s JOIN evaluation_round r ON r.id = s.round AND r.kind = 'midTerm'
    WHERE ${work.city} IN ('', s.city)
    ORDER BY s.city, r.number DESC, s.version DESC`
}

interface InstalmentRow extends Omit<Instalment, 'answer' | 'reversals'> {
  readonly kind: InstalmentAnswer['kind'] | null
  readonly enteredYuan: bigint | null
  readonly agrees: boolean | null
  readonly reason: string
  readonly by: string
  readonly byName: string
  readonly at: Date
  readonly reversals: readonly {
    readonly attempt: number
    readonly reason: string
    readonly askedBy: string
    readonly askedByName: string
    readonly askedAt: string
    readonly confirmed: boolean | null
    readonly answerReason: string
    readonly byName: string
    readonly at: string
  }[]
}

/** Every proposal of the second instalment within the permit's reach, oldest first; amounts as far as this person may know. */
export async function readInstalments(work: Work): Promise<Instalment[]> {
  const rows = await databaseOf(work).$queryRaw<InstalmentRow[]>`
    SELECT p.city, p.seq, p.round::text, p.version, p.band_table::text AS "bandTable", p.inputs, p.inputs_sha256 AS "inputsSha256",
      p.rule, p.rule_version AS "ruleVersion", p.proposed_by::text AS "proposedBy", p.proposed_by_name AS "proposedByName",
      p.proposed_at AS "proposedAt", m.yuan, a.kind, a.entered_yuan AS "enteredYuan", a.entered_yuan = m.yuan AS agrees, a.reason,
      a.answered_by::text AS "by", a.answered_by_name AS "byName", a.answered_at AS "at",
      EXISTS (SELECT FROM evaluation e WHERE e.city = p.city AND e.round = p.round AND e.version > p.version) AS "isReopened",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('attempt', r.attempt, 'reason', r.reason, 'askedBy', r.asked_by,
          'askedByName', r.asked_by_name, 'askedAt', r.asked_at, 'confirmed', x.confirmed, 'answerReason', x.reason,
          'byName', x.answered_by_name, 'at', x.answered_at) ORDER BY r.attempt)
        FROM instalment_reversal r
        LEFT JOIN instalment_reversal_answer x ON x.city = r.city AND x.seq = r.seq AND x.attempt = r.attempt
        WHERE r.city = p.city AND r.seq = p.seq), '[]') AS reversals
    FROM instalment_proposal p
    LEFT JOIN instalment_amount m ON m.city = p.city AND m.seq = p.seq
    LEFT JOIN instalment_answer a ON a.city = p.city AND a.seq = p.seq
    WHERE ${work.city} IN ('', p.city)
    ORDER BY p.city, p.seq`
  return rows.map(({ kind, enteredYuan, agrees, reason, by, byName, at, reversals, ...row }): Instalment => ({
    ...row,
    answer: kind === null ? null : { kind, enteredYuan, agrees, reason, by, byName, at },
    reversals: reversals.map((each) => ({
      attempt: each.attempt,
      reason: each.reason,
      askedBy: each.askedBy,
      askedByName: each.askedByName,
      askedAt: new Date(each.askedAt),
      answer:
        each.confirmed === null
          ? null
          : {
              confirmed: each.confirmed,
              reason: each.answerReason,
              byName: each.byName,
              at: new Date(each.at),
            },
    })),
  }))
}

/** Words for what the database refuses of the second instalment. */
function asRefusal(error: unknown): unknown {
  switch (sqlState(error)) {
    case 'CJ002':
    case '23505':
      return new Refusal('instalmentNotNow')
    case 'CJ003':
      return new Refusal('instalmentSigner')
    case 'CJ004':
      return new Refusal('instalmentNoSeal')
    case 'CJ005':
      return new Refusal('instalmentNoBands')
    default:
      return error
  }
}

/**
 * Writes a proposal and, apart from it, its amount, of which neither ledger nor audit trail speak yet. Gives its number.
 * @throws Refusal instalmentNotNow, instalmentNoSeal, instalmentNoBands
 */
export async function writeInstalment(
  work: Work<'instalment.propose'>,
  proposal: Pick<
    Instalment,
    'round' | 'version' | 'bandTable' | 'inputs' | 'inputsSha256' | 'rule' | 'ruleVersion'
  > & { readonly yuan: bigint },
): Promise<number> {
  const actor = actorIn(work)
  await lockLedger(work)
  const { city } = work
  const { round, version, bandTable, inputs, inputsSha256, rule, ruleVersion, yuan } = proposal
  const seq = 1 + (await databaseOf(work).instalment_proposal.count({ where: { city } }))
  try {
    await insertRows(work, 'instalment_proposal', [
      {
        city,
        seq,
        round,
        version,
        band_table: bandTable,
        inputs,
        inputs_sha256: inputsSha256,
        rule,
        rule_version: ruleVersion,
        proposed_by: actor.id,
        proposed_by_name: actor.name,
        proposed_by_role: actor.role,
        proposed_at: work.now,
      },
    ])
    await databaseOf(work).instalment_amount.createMany({
      data: [{ city, seq, yuan, proposed_by: actor.id }],
    })
  } catch (error) {
    throw asRefusal(error)
  }
  const body = { seq, round, version, bandTable, inputsSha256, rule, ruleVersion }
  await appendLedger(work, 'instalment.proposed', body)
  await recordAudit(work, { seq, inputsSha256 })
  return seq
}

/**
 * Writes what another person says to a proposal, or its proposer's withdrawal. Whether an amount agrees, the database says;
 * from then on both amounts are known.
 * @throws Refusal instalmentNotNow, instalmentSigner, instalmentNoSeal, instalmentNoBands
 */
export async function writeInstalmentAnswer(
  work: Work<'instalment.answer' | 'instalment.propose'>,
  seq: number,
  { kind, enteredYuan, reason }: Pick<InstalmentAnswer, 'kind' | 'enteredYuan' | 'reason'>,
): Promise<boolean | null> {
  const actor = actorIn(work)
  const { city } = work
  await lockLedger(work)
  try {
    await databaseOf(work).instalment_answer.createMany({
      data: [
        {
          city,
          seq,
          kind,
          entered_yuan: enteredYuan,
          reason,
          answered_by: actor.id,
          answered_by_name: actor.name,
          answered_by_role: actor.role,
          answered_at: work.now,
        },
      ],
    })
  } catch (error) {
    throw asRefusal(error)
  }
  const [amount] =
    kind === 'entered' ? await databaseOf(work).instalment_amount.findMany({ where: { city, seq } }) : []
  const agrees = amount === undefined ? null : amount.yuan === enteredYuan
  const step = kind === 'entered' ? (agrees === true ? 'decided' : 'differs') : kind
  const body = {
    seq,
    reason,
    entered: enteredYuan?.toString() ?? null,
    proposed: amount?.yuan.toString() ?? null,
  }
  await appendLedger(work, `instalment.${step}`, body)
  await recordAudit(work, { seq, step })
  return agrees
}

/** Asks for the reversal of a decision. @throws Refusal instalmentNotNow */
export async function writeReversal(
  work: Work<'instalment.reverse'>,
  seq: number,
  reason: string,
): Promise<void> {
  const actor = actorIn(work)
  const { city } = work
  await lockLedger(work)
  const attempt = 1 + (await databaseOf(work).instalment_reversal.count({ where: { city, seq } }))
  try {
    await insertRows(work, 'instalment_reversal', [
      {
        city,
        seq,
        attempt,
        reason,
        asked_by: actor.id,
        asked_by_name: actor.name,
        asked_by_role: actor.role,
        asked_at: work.now,
      },
    ])
  } catch (error) {
    throw asRefusal(error)
  }
  await appendLedger(work, 'instalment.reversalAsked', { seq, attempt, reason })
  await recordAudit(work, { seq, attempt })
}

/** Signs a reversal or refuses it. @throws Refusal instalmentNotNow, instalmentSigner */
export async function writeReversalAnswer(
  work: Work<'instalment.answer'>,
  seq: number,
  {
    attempt,
    confirmed,
    reason,
  }: { readonly attempt: number; readonly confirmed: boolean; readonly reason: string },
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  try {
    await insertRows(work, 'instalment_reversal_answer', [
      {
        city: work.city,
        seq,
        attempt,
        confirmed,
        reason,
        answered_by: actor.id,
        answered_by_name: actor.name,
        answered_by_role: actor.role,
        answered_at: work.now,
      },
    ])
  } catch (error) {
    throw asRefusal(error)
  }
  await appendLedger(work, confirmed ? 'instalment.reversed' : 'instalment.reversalRefused', {
    seq,
    attempt,
    reason,
  })
  await recordAudit(work, { seq, attempt, confirmed })
}
