import { canonical, digest } from '@/lib/ledger/canonical'
import {
  secondInstalment,
  type InstalmentInputs,
  type InstalmentRule,
  type SecondInstalment,
} from '@/lib/rules/second-instalment'
import type { Instalment } from '@/lib/store/instalments'

/** Inputs in the form in which they are kept, and the digest by which they are known. */
export function freezeInstalment(inputs: InstalmentInputs): {
  readonly inputs: string
  readonly inputsSha256: string
} {
  const text = canonical({
    ...inputs,
    bandTable: { ...inputs.bandTable, bands: [...inputs.bandTable.bands] },
  } as never)
  return { inputs: text, inputsSha256: digest(text) }
}

/**
 * The amount worked out again from what is frozen with a decision, by its own rule.
 * @throws RangeError when the inputs are not those that were frozen, or their rule is not known
 */
export function recomputeInstalment(
  frozen: Pick<Instalment, 'inputs' | 'inputsSha256'>,
  rules?: Readonly<Record<string, InstalmentRule>>,
): SecondInstalment {
  if (digest(frozen.inputs) !== frozen.inputsSha256)
    throw new RangeError('the inputs are not those that were frozen')
  return secondInstalment(thaw(frozen), rules)
}

/** What a decision rests on. */
export const thaw = ({ inputs }: Pick<Instalment, 'inputs'>): InstalmentInputs =>
  JSON.parse(inputs) as InstalmentInputs
