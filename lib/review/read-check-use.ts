import { actorOf, mayEver, type Permit } from '@/lib/access/authorize'
import { checksInForce } from '@/lib/decisions/in-force'
import { readDecisions } from '@/lib/store/decisions'
import { countFindings } from '@/lib/store/version-findings'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { checkUse, type CheckUse } from './check-use'
import { SIGNERS } from './propose-decision'

export interface CheckUsePage {
  readonly now: Date
  readonly checks: readonly CheckUse[]
  /** Whether this person may propose another severity. */
  readonly mayPropose: boolean
}

/** How useful each check is: how often it fired in submitted reports, was explained, led to a correction. */
export function readCheckUse(permit: Permit<'check.read'>): Promise<CheckUsePage> {
  const actor = actorOf(permit)
  return begin(permit, async (work) => ({
    now: work.now,
    checks: checkUse(checksInForce(await readDecisions(work), dayOf(work.now)), await countFindings(work)),
    mayPropose:
      mayEver(actor, 'decision.propose') && SIGNERS.checkSeverity.propose.some((role) => role === actor.role),
  }))
}
