import { add, decimal, sub, toDecimalString } from '@/lib/values'

export interface PartSum {
  /** Of the parts that are known. */
  readonly sum: string
  /** How many are not. */
  readonly missing: number
  /** The whole less the sum; null while the whole is not known. */
  readonly difference: string | null
}

/** How the parts of a figure stand against it, exactly. */
export function partSum(parts: readonly (string | null)[], whole: string | null): PartSum {
  const known = parts.flatMap((value) => (value === null ? [] : [decimal(value)]))
  const sum = known.reduce(add, decimal('0'))
  return {
    sum: toDecimalString(sum),
    missing: parts.length - known.length,
    difference: whole === null ? null : toDecimalString(sub(decimal(whole), sum)),
  }
}
