import { actorOf, type Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { instalmentStep } from '@/lib/rules/instalment-life'
import { writeReversal, writeReversalAnswer } from '@/lib/store/instalment-steps'
import { lockLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { knownInstalment, tellOfInstalment } from './answer-instalment'
import { stateOf } from '@/lib/review/instalment-facts'

/** Asks for the reversal of a decision, with a reason. @throws Refusal reasonMissing, instalmentUnknown, instalmentNotNow */
export async function askReversal(
  permit: Permit<'instalment.reverse'>,
  seq: number,
  reason: string,
): Promise<void> {
  const said = requireReason(reason)
  await begin(permit, async (work) => {
    await lockLedger(work)
    const found = await knownInstalment(work, seq)
    if (instalmentStep(stateOf(found), 'askReversal', actorOf(permit).id, '') !== 'done')
      throw new Refusal('instalmentNotNow')
    await writeReversal(work, seq, said)
    await tellOfInstalment(work, seq)
  })
}

/**
 * Another person signs the reversal, or refuses it with a reason. What was decided stays readable; what was paid by it is to
 * be recovered.
 * @throws Refusal reasonMissing, instalmentUnknown, instalmentNotNow, instalmentSigner
 */
export async function answerReversal(
  permit: Permit<'instalment.answer'>,
  seq: number,
  { confirmed, reason }: { readonly confirmed: boolean; readonly reason: string },
): Promise<void> {
  const said = requireReason(reason, !confirmed)
  await begin(permit, async (work) => {
    await lockLedger(work)
    const found = await knownInstalment(work, seq)
    const last = found.reversals.at(-1)
    const outcome = instalmentStep(stateOf(found), 'answerReversal', actorOf(permit).id, last?.askedBy ?? '')
    if (outcome !== 'done') throw new Refusal(outcome)
    await writeReversalAnswer(work, seq, { attempt: last?.attempt ?? 0, confirmed, reason: said })
    await tellOfInstalment(work, seq)
  })
}
