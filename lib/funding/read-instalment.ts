import { AccessRefused, actorOf, mayEver, type Permit } from '@/lib/access/authorize'
import { bandTableInForce } from '@/lib/decisions/in-force'
import { exposureOf, stillPayable, type Exposure } from '@/lib/rules/exposure'
import { canPropose, isDecided, type InstalmentState } from '@/lib/rules/instalment-life'
import { secondInstalment, type InstalmentInputs, type SecondInstalment } from '@/lib/rules/second-instalment'
import type { City } from '@/lib/store/cities'
import { readCityMoney } from '@/lib/store/city-money'
import { readDecisions } from '@/lib/store/decisions'
import { readInstalments, type Instalment, type MidTermSeal } from '@/lib/store/instalments'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal, type RefusalCode } from '@/lib/values'
import { instalmentFact, stateOf } from '@/lib/review/instalment-facts'
import { instalmentGrounds } from './instalment-grounds'
import { recomputeInstalment, thaw } from './freeze-instalment'

/** A proposal or decision as it may be shown. */
export interface ShownInstalment extends Instalment {
  readonly state: InstalmentState
  readonly ground: InstalmentInputs
  /** Its amount, worked out again from what is frozen; null until another person has entered one. */
  readonly worked: SecondInstalment | null
  /** What one person recorded as paid by it and nobody has answered, and what may still be recorded. */
  readonly recorded: bigint
  readonly payable: bigint
}

/** A city's second instalment. */
export interface InstalmentPage {
  readonly city: City
  readonly now: Date
  readonly today: string
  readonly seal: MidTermSeal | null
  /** Number of the document behind the band table that holds; null: bands unspecified (R12). */
  readonly bandsFrom: string | null
  /** Why nothing can be proposed; null where it can. */
  readonly grounds: { readonly refusal: RefusalCode | null }
  /** What would be proposed, for who proposes and nobody else. */
  readonly preview: SecondInstalment | null
  /** Oldest first; to the city, its province and assessors only what was decided. */
  readonly instalments: readonly ShownInstalment[]
  readonly exposure: Exposure
}

/**
 * Reads a city's second instalment. Whoever is to work an amount out gets none: the database shows it to nobody but its proposer,
 * and no preview is made for anybody else. @throws AccessRefused notFound
 */
export function readInstalmentPage(permit: Permit<'instalment.read'>): Promise<InstalmentPage> {
  return begin(permit, async (work) => {
    const [money] = await readCityMoney(work)
    if (money === undefined) throw new AccessRefused('notFound')
    const { city, payments, seal } = money
    const actor = actorOf(permit)
    const all = await readInstalments(work)
    const facts = all.map(instalmentFact)
    const book = await readDecisions(work)
    const today = dayOf(work.now)
    const { inputs, refusal } = groundsOf(() => instalmentGrounds(seal, book, today))
    const isOpen = canPropose(all.map(stateOf))
    const sees = mayEver(actor, 'exposure.read')
    return {
      city,
      now: work.now,
      today,
      seal,
      bandsFrom: bandTableInForce(book, today)?.documentNumber ?? null,
      grounds: { refusal: isOpen ? refusal : 'instalmentNotNow' },
      preview:
        inputs !== null && isOpen && mayEver(actor, 'instalment.propose') ? secondInstalment(inputs) : null,
      instalments: all
        .map((each): ShownInstalment => ({
          ...each,
          state: stateOf(each),
          ground: thaw(each),
          worked: each.answer?.kind === 'entered' ? recomputeInstalment(each) : null,
          recorded: payments
            .filter(
              ({ decision, reverses, confirmed }) =>
                decision === each.seq && reverses === null && confirmed === null,
            )
            .reduce((sum, { yuan }) => sum + yuan, 0n),
          payable: stillPayable(each.seq, payments, facts),
        }))
        .filter(({ state }) => sees || isDecided(state) || state === 'reversed'),
      exposure: exposureOf(payments, facts),
    }
  })
}

function groundsOf(find: () => InstalmentInputs): {
  readonly inputs: InstalmentInputs | null
  readonly refusal: RefusalCode | null
} {
  try {
    return { inputs: find(), refusal: null }
  } catch (error) {
    if (error instanceof Refusal) return { inputs: null, refusal: error.code }
    throw error
  }
}

/** A decision with the page it stands on, for its letter. @throws AccessRefused notFound where there is none to show */
export async function readInstalmentDecision(
  permit: Permit<'instalment.read'>,
  seq: number,
): Promise<InstalmentPage & { readonly decision: ShownInstalment & { readonly worked: SecondInstalment } }> {
  const page = await readInstalmentPage(permit)
  const decision = page.instalments.find((each) => each.seq === seq)
  if (decision?.worked == null || (!isDecided(decision.state) && decision.state !== 'reversed'))
    throw new AccessRefused('notFound')
  return { ...page, decision: { ...decision, worked: decision.worked } }
}
