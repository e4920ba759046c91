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
    /** Decided by two people, and not paid or recorded yet. */
    readonly decidedUnpaid: bigint
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
 * Both instalments over many cities (三): what is confirmed, what waits, what was decided and is still to be paid, and how
 * much of the remainder of the others lies with cities whose results are behind. How much of that a city would lose no public
 * text says (R12), so it is a bound and no forecast; where it was decided nothing is at risk or open any more.
 */
export function instalmentTotals(
  cities: readonly {
    readonly first: PaidOf
    readonly second: PaidOf
    /** The second instalment as it was decided, in yuan; null where it is not decided. */
    readonly decided: bigint | null
    readonly isBehind: boolean
  }[],
): InstalmentTotals {
  const sum = (of: (city: (typeof cities)[number]) => bigint): bigint =>
    cities.reduce((total, city) => total + of(city), 0n)
  const left = (due: bigint, { confirmed, pending }: PaidOf): bigint =>
    confirmed + pending >= due ? 0n : due - confirmed - pending
  const undecided = cities.filter(({ decided }) => decided === null)
  const behind = undecided.filter(({ isBehind, second }) => isBehind && left(SECOND, second) > 0n)
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
      decidedUnpaid: sum(({ decided, second }) => left(decided ?? 0n, second)),
      atRisk,
      citiesAtRisk: behind.length,
      open: undecided.reduce((total, { second }) => total + left(SECOND, second), 0n) - atRisk,
    },
  }
}
