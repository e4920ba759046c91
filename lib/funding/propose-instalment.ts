import type { Permit } from '@/lib/access/authorize'
import { canPropose } from '@/lib/rules/instalment-life'
import { secondInstalment } from '@/lib/rules/second-instalment'
import { readCityMoney } from '@/lib/store/city-money'
import { readDecisions } from '@/lib/store/decisions'
import { writeInstalment } from '@/lib/store/instalment-steps'
import { readInstalments } from '@/lib/store/instalments'
import { lockLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { tellOfInstalment } from './answer-instalment'
import { freezeInstalment } from './freeze-instalment'
import { stateOf } from '@/lib/review/instalment-facts'
import { instalmentGrounds } from './instalment-grounds'

/**
 * Proposes a city's second instalment: the amount follows from the sealed evaluation and the band table that holds, which are
 * frozen with it. It decides nothing until another person has entered the same amount. Gives its number.
 * @throws Refusal instalmentNoSeal, instalmentNoBands, instalmentNotNow
 */
export function proposeInstalment(permit: Permit<'instalment.propose'>): Promise<number> {
  return begin(permit, async (work) => {
    await lockLedger(work)
    if (!canPropose((await readInstalments(work)).map(stateOf))) throw new Refusal('instalmentNotNow')
    const [money] = await readCityMoney(work)
    const inputs = instalmentGrounds(money?.seal ?? null, await readDecisions(work), dayOf(work.now))
    const seq = await writeInstalment(work, {
      ...freezeInstalment(inputs),
      round: inputs.evaluation.round,
      version: inputs.evaluation.version,
      bandTable: inputs.bandTable.decision,
      rule: inputs.rule,
      ruleVersion: inputs.ruleVersion,
      yuan: secondInstalment(inputs).yuan,
    })
    await tellOfInstalment(work, seq)
    return seq
  })
}
