import { actorOf, type Permit } from '@/lib/access/authorize'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { writeSeal, writeSignature } from '@/lib/store/evaluation-seals'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { evaluationInHand } from './evaluation-in-hand'
import { workOut } from './work-out'

/**
 * Signs an evaluation as it was shown. The first person's signature stands under a digest of everything it rests on; a second
 * person's under the same digest seals it. Where anything has changed in between, the second signature is the first of another.
 * @throws Refusal evaluationSealed, evaluationOpen, evaluationChanged, sealSame
 */
export async function signEvaluation(
  permit: Permit<'evaluation.seal'>,
  name: string,
  shownSha256: string,
): Promise<'first' | 'sealed'> {
  return begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { round, record, version } = inHand
    if (inHand.isSealed) throw new Refusal('evaluationSealed')
    const { snapshot, stillOpen } = await workOut(work, inHand)
    if (snapshot === null) throw new Refusal('evaluationOpen', { what: stillOpen[0] ?? '' })
    if (snapshot.sha256 !== shownSha256) throw new Refusal('evaluationChanged')
    const first = record.signatures.findLast((each) => each.version === version)
    if (first?.snapshotSha256 !== snapshot.sha256) {
      await writeSignature(work, { round: round.id, version }, snapshot.sha256)
      return 'first'
    }
    if (first.by === actorOf(permit).id) throw new Refusal('sealSame')
    await writeSeal(work, { round: round.id, version }, first, snapshot)
    const step = { kind: 'evaluationSealed', city: work.city, round: round.name, number: version } as const
    await tellAtOnce(work, { of: 'evaluation', step: { ...step, person: null } })
    return 'sealed'
  })
}
