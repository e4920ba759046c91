import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { digest } from '@/lib/ledger/canonical'
import { requireReason } from '@/lib/reporting/move-report'
import { readDecisions, signDecision as writeSignature } from '@/lib/store/decisions'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, quarterOfDate, Refusal } from '@/lib/values'
import { assertSound } from '@/lib/decisions/content'
import type { Decision } from '@/lib/decisions/decision'
import { checksInForce } from '@/lib/decisions/in-force'
import { SIGNERS } from './propose-decision'
import { rehearseDecision, sealRehearsal } from './rehearse-decision'

/** What the second person says, and the effects he or she was shown. */
export interface Answer {
  readonly kind: 'approved' | 'rejected'
  /** Needed for a rejection. */
  readonly reason: string
  /** Hash of the rehearsal that was shown. */
  readonly effectsHash: string
}

/**
 * Gives the second signature, or refuses it. An approval is of the effects as they are at this moment: if they are not those
 * that were shown, nothing is signed.
 * @throws Refusal decisionUnknown, decisionSigned, signerProposed, effectsChanged, checkTooSoon, reasonMissing, tooLong; AccessRefused notAllowed
 */
export async function signDecision(
  permit: Permit<'decision.sign'>,
  id: string,
  answer: Answer,
): Promise<void> {
  const actor = actorOf(permit)
  const { decision, circumstances } = await begin(permit, async (work) => {
    const found = await openDecision(work, id)
    const today = dayOf(work.now)
    const begins = found.effectiveFrom < today ? today : found.effectiveFrom
    const current = quarterOfDate(work.now)
    return {
      decision: found,
      circumstances: { current, checks: checksInForce(await readDecisions(work), begins) },
    }
  })
  if (!SIGNERS[decision.content.kind].sign.includes(actor.role)) throw new AccessRefused('notAllowed')
  if (decision.proposedBy === actor.id) throw new Refusal('signerProposed')
  const reason = requireReason(answer.reason, answer.kind !== 'approved')
  // Since it was proposed a quarter may have gone by, or another decision may have been signed.
  if (answer.kind === 'approved') assertSound(decision.content, decision.documentNumber, circumstances)
  const rehearsal = sealRehearsal(await rehearseDecision(permit, decision))
  if (answer.kind === 'approved' && digest(rehearsal) !== answer.effectsHash)
    throw new Refusal('effectsChanged')
  await begin(permit, (work) => writeSignature(work, id, { kind: answer.kind, reason, rehearsal }))
}

/**
 * Takes a proposal back before it is signed.
 * @throws Refusal decisionUnknown, decisionSigned, signerProposed (of another's proposal), reasonMissing
 */
export async function withdrawDecision(
  permit: Permit<'decision.propose'>,
  id: string,
  why: string,
): Promise<void> {
  await begin(permit, async (work) => {
    const decision = await openDecision(work, id)
    if (decision.proposedBy !== actorOf(permit).id) throw new AccessRefused('notAllowed')
    await writeSignature(work, id, { kind: 'withdrawn', reason: requireReason(why), rehearsal: '' })
  })
}

async function openDecision(work: Work, id: string): Promise<Decision> {
  const decision = (await readDecisions(work)).find((one) => one.id === id)
  if (decision === undefined) throw new Refusal('decisionUnknown')
  if (decision.second !== null) throw new Refusal('decisionSigned')
  return decision
}
