import { instalmentState, isDecided } from '@/lib/rules/instalment-life'
import type { FrozenInputs, Judgement, Reliers } from '@/lib/rules'
import type { InstalmentInputs } from '@/lib/rules/second-instalment'
import { readSealedVersions } from '@/lib/store/evaluation-seals'
import { readInstalments, stepsOf, type Instalment } from '@/lib/store/instalments'
import type { Work } from '@/lib/store/work'
import { decimal, div, ratio, toDecimalString } from '@/lib/values'

/** What a sealed snapshot says that a correction can reach. */
interface Frozen {
  readonly inputs: FrozenInputs
  readonly judgements: readonly Judgement[]
}

const YUAN_PER_WAN = ratio(10_000n)

/**
 * The sealed evaluations of the city, the decisions on its second instalment and their letters: what may rest on its figures
 * besides verdicts. As far as the permit may see them.
 */
export async function readReliers(work: Work): Promise<Omit<Reliers, 'verdicts'>> {
  const sealed = await readSealedVersions(work)
  const idOf = (round: string, version: number): string => {
    const seal = sealed.find((each) => each.round === round && each.version === version)
    return `${seal?.title ?? round} · ${String(version)}`
  }
  const decided = (await readInstalments(work)).filter((each) => isDecided(instalmentState(stepsOf(each))))
  const letterOf = ({ city, seq }: Instalment): string => `${city}-${String(seq)}`
  return {
    scores: sealed.map(({ round, version, snapshot }) => {
      const { inputs, judgements } = JSON.parse(snapshot) as Frozen
      const { scheme, marks, overrides } = inputs
      return { id: idOf(round, version), scheme, judgements, marks, overrides }
    }),
    documents: decided.map((each) => ({
      id: letterOf(each),
      verdicts: [],
      scores: [idOf(each.round, each.version)],
    })),
    payments: decided.map((each) => ({
      id: letterOf(each),
      score: idOf(each.round, each.version),
      bands: (JSON.parse(each.inputs) as InstalmentInputs).bandTable,
      amount: toDecimalString(div(decimal(String(each.answer?.enteredYuan ?? 0n)), YUAN_PER_WAN)),
    })),
  }
}
