import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import type { Instalment, InstalmentAnswer } from './instalments'
import { appendLedger, lockLedger } from './ledger'
import { actorIn, databaseOf, sqlState, type Work } from './work'

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
  const body = { seq, round, version, bandTable, inputsSha256, rule, ruleVersion, by: actor.name }
  await appendLedger(work, 'instalment.proposed', body)
  await recordAudit(work, { seq, inputsSha256 })
  return seq
}

/**
 * Writes what another person says to a proposal, or its proposer's withdrawal. Whether an amount agrees nobody can read before
 * this is committed: `writeOutcome` says it then.
 * @throws Refusal instalmentNotNow, instalmentSigner, instalmentNoSeal, instalmentNoBands
 */
export async function writeInstalmentAnswer(
  work: Work<'instalment.answer' | 'instalment.propose'>,
  seq: number,
  { kind, enteredYuan, reason }: Pick<InstalmentAnswer, 'kind' | 'enteredYuan' | 'reason'>,
): Promise<void> {
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
  await appendLedger(work, `instalment.${kind}`, {
    seq,
    reason,
    entered: enteredYuan?.toString() ?? null,
    by: actor.name,
  })
  await recordAudit(work, { seq, step: kind })
}

/** An entry of which the ledger does not say yet what became of it. */
export interface OpenEntry {
  readonly city: string
  readonly seq: number
}

/** Entries after which the portal stopped before it could write what became of them; of the permit's city, or of all. */
export function readOpenEntries(
  work: Work<'instalment.answer' | 'instalment.settle'>,
  seq: number | null = null,
): Promise<OpenEntry[]> {
  return databaseOf(work).$queryRaw<OpenEntry[]>`
    SELECT a.city, a.seq FROM instalment_answer a
    WHERE a.kind = 'entered' AND ${work.city} IN ('', a.city) AND coalesce(${seq}::int, a.seq) = a.seq AND NOT EXISTS (
      SELECT FROM ledger_entry l WHERE l.city = a.city AND l.kind IN ('instalment.decided', 'instalment.differs')
        AND (l.body::jsonb ->> 'seq')::int = a.seq)
    ORDER BY a.city, a.seq`
}

/**
 * Writes into ledger and audit trail what became of an entry that is committed, once, whoever comes first. Gives whether
 * both amounts agree.
 */
export async function writeOutcome(
  work: Work<'instalment.answer' | 'instalment.settle'>,
  seq: number,
): Promise<boolean> {
  await lockLedger(work)
  const where = { city_seq: { city: work.city, seq } }
  const { entered_yuan: entered } = await databaseOf(work).instalment_answer.findUniqueOrThrow({ where })
  const { yuan: proposed } = await databaseOf(work).instalment_amount.findUniqueOrThrow({ where })
  const agrees = proposed === entered
  if ((await readOpenEntries(work, seq)).length === 0) return agrees
  const step = agrees ? 'decided' : 'differs'
  await appendLedger(work, `instalment.${step}`, {
    seq,
    entered: String(entered),
    proposed: String(proposed),
  })
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
