import { decisionContent } from '@/lib/decisions/content'
import type { Decision, SecondStep } from '@/lib/decisions/decision'
import { canonical, digest } from '@/lib/ledger/canonical'
import { Refusal } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, sqlState, type Work } from './work'

export type NewDecision = Pick<
  Decision,
  'city' | 'content' | 'documentNumber' | 'reason' | 'effectiveFrom' | 'endsOn' | 'rehearsal'
>

/** Every decision within the permit's reach, oldest first: those on all cities, and those on the cities it may see. */
export async function readDecisions(work: Work): Promise<Decision[]> {
  return (await askAlone(work, decisionRows)).map(decisionOf)
}

/** The same as a part of a larger question; each row through `decisionOf`. */
export const decisionRows: Part<DecisionRow> = {
  moments: [],
  sql: Prisma.sql`
  SELECT d.id::text, d.city, d.content, d.content_hash, d.document_number, d.reason, d.effective_from, d.ends_on,
         d.rehearsal, d.proposed_by::text, d.proposed_by_name, d.proposed_at,
         s.kind AS signed, s.reason AS "signedReason", s.rehearsal AS "signedRehearsal", s.actor::text AS "signedBy",
         s.actor_name AS "signedByName", s.at AS "signedAt", s.seq AS "signedSeq"
  FROM decision d LEFT JOIN decision_signature s ON s.decision = d.id
  ORDER BY d.proposed_at, d.id`,
}

/** A decision, also where its row came as JSON and its dates as texts. */
export function decisionOf(row: DecisionRow): Decision {
  return {
    id: row.id,
    city: row.city,
    content: decisionContent.parse(JSON.parse(row.content)),
    contentHash: row.content_hash,
    documentNumber: row.document_number,
    reason: row.reason,
    effectiveFrom: isoDay(row.effective_from),
    endsOn: row.ends_on && isoDay(row.ends_on),
    rehearsal: row.rehearsal,
    proposedBy: row.proposed_by,
    proposedByName: row.proposed_by_name,
    proposedAt: new Date(row.proposed_at),
    second:
      row.signed === null
        ? null
        : {
            kind: row.signed,
            reason: row.signedReason,
            rehearsal: row.signedRehearsal,
            by: row.signedBy,
            byName: row.signedByName,
            at: new Date(row.signedAt),
            seq: row.signedSeq,
          },
  }
}

/** A decision and, where there is one, the second person's step. */
export type DecisionRow = Omit<Prisma.decisionGetPayload<object>, 'kind'> &
  (
    | { readonly signed: null }
    | {
        readonly signed: SecondStep['kind']
        readonly signedReason: string
        readonly signedRehearsal: string
        readonly signedBy: string
        readonly signedByName: string
        readonly signedAt: Date
        readonly signedSeq: number
      }
  )

const isoDay = (day: Date): string => new Date(day).toISOString().slice(0, 10)

/** Writes a proposal into the book and returns its id. */
export async function writeDecision(work: Work<'decision.propose'>, decision: NewDecision): Promise<string> {
  const id = uuid7(work.now)
  const actor = actorIn(work)
  const content = canonical(decision.content)
  await databaseOf(work).decision.createMany({
    data: [
      {
        id,
        kind: decision.content.kind,
        city: decision.city,
        content,
        content_hash: digest(content),
        document_number: decision.documentNumber,
        reason: decision.reason,
        effective_from: new Date(decision.effectiveFrom),
        ends_on: decision.endsOn === null ? null : new Date(decision.endsOn),
        rehearsal: decision.rehearsal,
        proposed_by: actor.id,
        proposed_by_name: actor.name,
        proposed_at: work.now,
      },
    ],
  })
  await recordAudit(work, { decision: id, kind: decision.content.kind, about: decision.city })
  return id
}

/**
 * Writes the second signature, a rejection or the proposer's withdrawal.
 * @throws Refusal decisionSigned when another came first; signerProposed when the database finds the same person
 */
export async function signDecision(
  work: Work<'decision.sign' | 'decision.propose'>,
  id: string,
  { kind, reason, rehearsal }: Pick<SecondStep, 'kind' | 'reason' | 'rehearsal'>,
): Promise<void> {
  const actor = actorIn(work)
  try {
    await databaseOf(work).decision_signature.createMany({
      data: [
        { decision: id, kind, reason, rehearsal, actor: actor.id, actor_name: actor.name, at: work.now },
      ],
    })
  } catch (error) {
    const state = sqlState(error)
    if (state === '23505') throw new Refusal('decisionSigned')
    if (state === 'CJ003') throw new Refusal('signerProposed')
    throw error
  }
  await recordAudit(work, { decision: id, step: kind })
}
