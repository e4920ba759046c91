import { atLeast, decimal } from '@/lib/values'
import type { Grade } from './grades'
import type { Band } from './instalments'

/** Everything a decision on the second instalment rests on, as it is frozen with it. The amount follows and is not among it. */
export interface InstalmentInputs {
  readonly schema: 'chengji.instalment/1'
  readonly city: string
  /** The sealed evaluation: its score exact, a decimal or a reduced fraction. */
  readonly evaluation: {
    readonly round: string
    readonly version: number
    readonly asOf: string
    readonly score: string
    readonly grade: Grade | null
    readonly snapshotSha256: string
    readonly ruleVersion: string
    readonly schemeDecision: string | null
  }
  readonly bandTable: {
    readonly decision: string
    readonly contentSha256: string
    readonly documentNumber: string
    readonly bands: readonly Band[]
  }
  /** By which rule of the table below the amount follows. */
  readonly rule: string
  readonly ruleVersion: string
}

/** What a city receives in its second instalment, and the arithmetic that says so. */
export interface SecondInstalment {
  readonly yuan: bigint
  /** Which band counts, from 1; where it begins and the next one does (null: none follows); what it pays, in 万元. */
  readonly band: number
  readonly from: string
  readonly below: string | null
  readonly amount: string
}

/** How an amount follows from frozen inputs. */
export type InstalmentRule = (inputs: InstalmentInputs) => SecondInstalment

const YUAN_PER_WAN = 10_000n

/**
 * Clause 三: the highest band whose lower bound the score reaches pays its amount.
 * @param score exact: a decimal or a reduced fraction
 * @throws RangeError without a band, or on part of a yuan
 */
export function payByBand(bands: readonly Band[], score: string): SecondInstalment {
  const exact = decimal(score)
  const at = bands.findLastIndex(({ from }) => atLeast(exact, decimal(from)))
  const band = bands[at]
  if (band === undefined) throw new RangeError(`no band holds ${score}`)
  const { num, den } = decimal(band.amount)
  if ((num * YUAN_PER_WAN) % den !== 0n) throw new RangeError(`${band.amount}万元 is no whole yuan`)
  return {
    yuan: (num * YUAN_PER_WAN) / den,
    band: at + 1,
    from: band.from,
    below: bands[at + 1]?.from ?? null,
    amount: band.amount,
  }
}

/** Every rule there ever was, by its name: an old decision is recomputed by its own, so none is ever taken out or changed. */
export const instalmentRules: Readonly<Record<string, InstalmentRule>> = {
  'band/1': ({ evaluation, bandTable }) => payByBand(bandTable.bands, evaluation.score),
}

/** The rule by which is decided today. */
export const currentInstalmentRule = 'band/1'

/** The second instalment by the rule that its inputs name. @throws RangeError for a rule that there is not */
export function secondInstalment(
  inputs: InstalmentInputs,
  rules: Readonly<Record<string, InstalmentRule>> = instalmentRules,
): SecondInstalment {
  const rule = Object.hasOwn(rules, inputs.rule) ? rules[inputs.rule] : undefined
  if (rule === undefined) throw new RangeError(`no rule ${inputs.rule}`)
  return rule(inputs)
}
