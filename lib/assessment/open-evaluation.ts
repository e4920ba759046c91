import { actorOf, authorize, type Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { writeEvaluation } from '@/lib/store/evaluation-deeds'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import { begin, type Work } from '@/lib/store/work'
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
      const { round, record } = await roundNamed(work, name)
      if (record.versions.length === 0) await open(work, round, 1, '')
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
    const { round, record } = await roundNamed(work, name)
    const last = record.versions.at(-1)
    if (last === undefined) throw new Refusal('evaluationUnsealed')
    await open(work, round, last.version + 1, said)
  })
}

/** Opens a version and tells the city of it, in one transaction. */
async function open(
  work: Work<'evaluation.open'>,
  round: EvaluationRound,
  version: number,
  reason: string,
): Promise<void> {
  await writeEvaluation(work, { round: round.id, version }, reason)
  const step = { kind: 'evaluationOpened', city: work.city, round: round.name, number: version } as const
  await tellAtOnce(work, { of: 'evaluation', step: { ...step, person: null } })
}
