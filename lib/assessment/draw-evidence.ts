import { actorOf, type Permit } from '@/lib/access/authorize'
import { canonical, digest } from '@/lib/ledger/canonical'
import { drawSample } from '@/lib/rules/draw-sample'
import { writeSample } from '@/lib/store/evaluation-deeds'
import { readPopulation } from '@/lib/store/evaluation-population'
import { begin } from '@/lib/store/work'
import { cleanLine, Refusal } from '@/lib/values'
import { evaluationInHand } from './evaluation-in-hand'
import { dutyOf } from './record-readings'

const MOST = 200
const LONGEST = 100

/**
 * Draws which rows and files of the accepted reports are looked at, once for a version: by a seed that anybody can draw by
 * again. @throws Refusal dutyOther, evaluationSealed, sampleWrong, seedMissing, tooLong, sampleUnconfirmed, sampleEmpty, sampleDrawn
 */
export async function drawEvidence(
  permit: Permit<'assessment.do'>,
  name: string,
  text: { readonly seed: string; readonly size: string; readonly confirmed: boolean },
): Promise<void> {
  const seed = cleanLine(text.seed)
  if (seed === '') throw new Refusal('seedMissing')
  if (seed.length > LONGEST)
    throw new Refusal('tooLong', { limit: String(LONGEST), got: String(seed.length) })
  const size = /^\d{1,3}$/.test(text.size.trim()) ? Number(text.size) : 0
  if (size < 1 || size > MOST)
    throw new Refusal('sampleWrong', { got: text.size.slice(0, 60), limit: String(MOST) })
  if (!text.confirmed) throw new Refusal('sampleUnconfirmed')
  await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    if (dutyOf(inHand, actorOf(permit).id) !== 'lead') throw new Refusal('dutyOther')
    if (inHand.isSealed) throw new Refusal('evaluationSealed')
    const { round, version } = inHand
    const keys = (await readPopulation(work, round.asOf)).map(({ key }) => key)
    if (keys.length === 0) throw new Refusal('sampleEmpty')
    const population = canonical(keys)
    await writeSample(
      work,
      { round: round.id, version },
      {
        seed,
        size,
        population,
        population_sha256: digest(population),
        drawn: canonical([...drawSample(keys, size, seed, digest)]),
      },
    )
  })
}
