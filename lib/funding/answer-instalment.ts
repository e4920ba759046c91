import { actorOf, type Permit } from '@/lib/access/authorize'
import { readYuan } from '@/lib/planning/read-task'
import { requireReason } from '@/lib/reporting/move-report'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { instalmentStep, type InstalmentMove } from '@/lib/rules/instalment-life'
import { writeInstalmentAnswer, writeOutcome } from '@/lib/store/instalment-steps'
import { readInstalments, type Instalment } from '@/lib/store/instalments'
import { lockLedger } from '@/lib/store/ledger'
import { begin, type Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { stateOf } from '@/lib/review/instalment-facts'

/**
 * Another person enters the amount that he or she worked out, in yuan, without having seen the proposal's. The same amount
 * decides; another stops both, which is recorded too. Gives whether they agree.
 * @throws Refusal yuanWrong, instalmentUnknown, instalmentNotNow, instalmentSigner, instalmentNoSeal, instalmentNoBands
 */
export async function enterInstalment(
  permit: Permit<'instalment.answer'>,
  seq: number,
  text: string,
): Promise<boolean> {
  const enteredYuan = readYuan(text)
  if (enteredYuan === undefined || enteredYuan === null)
    throw new Refusal('yuanWrong', { got: text.slice(0, 60) })
  await begin(permit, async (work) => {
    await openInstalment(work, seq, 'enter')
    await writeInstalmentAnswer(work, seq, { kind: 'entered', enteredYuan, reason: '' })
  })
  // The database shows the proposal's amount only beside an entry that can no longer be taken back.
  return begin(permit, async (work) => {
    const agrees = await writeOutcome(work, seq)
    await tellOfInstalment(work, seq)
    return agrees
  })
}

/** Refuses a proposal with a reason, without an amount. @throws Refusal reasonMissing, instalmentUnknown, instalmentNotNow, instalmentSigner */
export async function refuseInstalment(
  permit: Permit<'instalment.answer'>,
  seq: number,
  reason: string,
): Promise<void> {
  const said = requireReason(reason)
  await begin(permit, async (work) => {
    await openInstalment(work, seq, 'refuse')
    await writeInstalmentAnswer(work, seq, { kind: 'refused', enteredYuan: null, reason: said })
    await tellOfInstalment(work, seq)
  })
}

/** Its proposer takes it back, with a reason. @throws Refusal reasonMissing, instalmentUnknown, instalmentNotNow, instalmentSigner */
export async function withdrawInstalment(
  permit: Permit<'instalment.propose'>,
  seq: number,
  reason: string,
): Promise<void> {
  const said = requireReason(reason)
  await begin(permit, async (work) => {
    await openInstalment(work, seq, 'withdraw')
    await writeInstalmentAnswer(work, seq, { kind: 'withdrawn', enteredYuan: null, reason: said })
  })
}

async function openInstalment(work: Work, seq: number, move: InstalmentMove): Promise<void> {
  await lockLedger(work)
  const found = await knownInstalment(work, seq)
  const outcome = instalmentStep(stateOf(found), move, actorOf(work.permit).id, found.proposedBy)
  if (outcome !== 'done') throw new Refusal(outcome)
}

/** A proposal of the permit's city. @throws Refusal instalmentUnknown */
export async function knownInstalment(work: Work, seq: number): Promise<Instalment> {
  const found = (await readInstalments(work)).find((each) => each.seq === seq)
  if (found === undefined) throw new Refusal('instalmentUnknown')
  return found
}

/** Tells everybody concerned how a proposal stands now, in the transaction of the deed. */
export async function tellOfInstalment(work: Work, seq: number): Promise<void> {
  await tellAtOnce(work, { of: 'instalment', instalment: await knownInstalment(work, seq) })
}
