import { actorOf, authorize, type Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { writeEvaluation } from '@/lib/store/evaluation-deeds'
import { readEvaluation } from '@/lib/store/evaluation-record'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { roundNamed } from './evaluation-in-hand'

/** Opens the evaluation of several cities in a round; those that have one are left as they are. @throws Refusal nobodyChosen */
export async function openForCities(
  permit: Permit<'evaluation.manage'>,
  name: string,
  cities: readonly string[],
): Promise<void> {
  if (cities.length === 0) throw new Refusal('nobodyChosen')
  for (const city of cities) {
    await begin(authorize(actorOf(permit), 'evaluation.open', city), async (work) => {
      const round = await roundNamed(work, name)
      const { versions } = await readEvaluation(work, round.id)
      if (versions.length === 0) await writeEvaluation(work, { round: round.id, version: 1 }, '')
    })
  }
}

/**
 * Opens an evaluation again: a new version beside the sealed one, which stays as it is.
 * @throws Refusal reasonMissing, evaluationUnsealed while the last version is open
 */
export async function reopenEvaluation(
  permit: Permit<'evaluation.open'>,
  name: string,
  reason: string,
): Promise<void> {
  const said = requireReason(reason)
  await begin(permit, async (work) => {
    const round = await roundNamed(work, name)
    const last = (await readEvaluation(work, round.id)).versions.at(-1)
    if (last === undefined) throw new Refusal('evaluationUnsealed')
    await writeEvaluation(work, { round: round.id, version: last.version + 1 }, said)
  })
}
