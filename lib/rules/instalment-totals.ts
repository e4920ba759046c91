import { instalments } from '@/lib/notice'

/** What was paid of one instalment to a city, and what was recorded and waits for the second person; in yuan. */
interface PaidOf {
  readonly confirmed: bigint
  readonly pending: bigint
}

/** The money of many cities together, in yuan. */
export interface InstalmentTotals {
  readonly first: { readonly paid: bigint; readonly pending: bigint; readonly unpaid: bigint }
  readonly second: {
    readonly paid: bigint
    readonly pending: bigint
    /** At most this much is not paid or recorded yet and lies with cities that have a result behind pace or short. */
    readonly atRisk: bigint
    readonly citiesAtRisk: number
    /** The same of all other cities. */
    readonly open: bigint
  }
}

const YUAN_IN_WAN = 10_000n
const FIRST = BigInt(instalments.first.amount) * YUAN_IN_WAN
const SECOND = BigInt(instalments.remainder.upTo) * YUAN_IN_WAN

/**
 * Both instalments over many cities (三): what is confirmed, what waits, and how much of the remainder lies with cities whose
 * results are behind. How much of that a city would lose no public text says (R12), so it is a bound and no forecast.
 */
export function instalmentTotals(
  cities: readonly { readonly first: PaidOf; readonly second: PaidOf; readonly isBehind: boolean }[],
): InstalmentTotals {
  const sum = (of: (city: (typeof cities)[number]) => bigint): bigint =>
    cities.reduce((total, city) => total + of(city), 0n)
  const left = (due: bigint, { confirmed, pending }: PaidOf): bigint =>
    confirmed + pending >= due ? 0n : due - confirmed - pending
  const behind = cities.filter(({ isBehind, second }) => isBehind && left(SECOND, second) > 0n)
  const atRisk = behind.reduce((total, { second }) => total + left(SECOND, second), 0n)
  return {
    first: {
      paid: sum(({ first }) => first.confirmed),
      pending: sum(({ first }) => first.pending),
      unpaid: sum(({ first }) => left(FIRST, first)),
    },
    second: {
      paid: sum(({ second }) => second.confirmed),
      pending: sum(({ second }) => second.pending),
      atRisk,
      citiesAtRisk: behind.length,
      open: sum(({ second }) => left(SECOND, second)) - atRisk,
    },
  }
}
