import { instalments } from '@/lib/notice'
import { isDecided, type InstalmentState } from './instalment-life'
import type { Band } from './instalments'
import type { SecondInstalment } from './second-instalment'

const wan = (amount: string): bigint => BigInt(amount) * 10_000n

/** In yuan: what a city receives at once, at most later, and altogether (clause 三). */
export const FIRST_YUAN = wan(instalments.first.amount)
export const REMAINDER_YUAN = wan(instalments.remainder.upTo)
export const CITY_YUAN = FIRST_YUAN + REMAINDER_YUAN

/** A payment of the ministry, or with an amount below zero the taking back of one. */
export interface PaymentFact {
  readonly seq: number
  readonly instalment: 1 | 2
  /** Number of the decision; null for the first instalment. */
  readonly decision: number | null
  readonly yuan: bigint
  /** The payment that it takes back. */
  readonly reverses: number | null
  /** Null while the other person has not answered. */
  readonly confirmed: boolean | null
}

/** A proposal of the second instalment, as far as its money goes. */
export interface InstalmentFact {
  readonly seq: number
  readonly state: InstalmentState
  /** Null while it may not be known. */
  readonly yuan: bigint | null
  /** The evaluation behind it was opened again since. */
  readonly isReopened: boolean
}

/** A city's money of the ministry, in yuan. */
export interface Exposure {
  readonly firstPaid: bigint
  readonly firstPending: bigint
  /** What was decided and holds; 0 where nothing was. */
  readonly decided: bigint
  readonly secondPaid: bigint
  readonly secondPending: bigint
  /** Of the remainder: what may still be decided, and what was decided not to be paid. */
  readonly open: bigint
  readonly notGranted: bigint
  /** Paid by decisions that were reversed and not taken back yet. */
  readonly toRecover: bigint
  /** What may have to come back or fall away: `toRecover`, and decisions whose ground is moving. */
  readonly atRisk: bigint
}

const confirmed = (payments: readonly PaymentFact[]): bigint =>
  payments.reduce((sum, { yuan, confirmed: is }) => (is === true ? sum + yuan : sum), 0n)

/**
 * Where a city's 15,000万元 are. Paid, pending, open and not granted always make exactly that; what is to be recovered was
 * paid beyond them.
 */
export function exposureOf(payments: readonly PaymentFact[], decisions: readonly InstalmentFact[]): Exposure {
  const holds = decisions.find(({ state }) => isDecided(state))
  const paidBy = (of: (decision: number | null) => boolean) =>
    confirmed(payments.filter(({ decision }) => of(decision)))
  const firstPaid = paidBy((decision) => decision === null)
  const decided = holds?.yuan ?? 0n
  const secondPaid = paidBy((decision) => decision !== null && decision === holds?.seq)
  const toRecover = paidBy((decision) => decision !== null && decision !== holds?.seq)
  const isMoving = holds !== undefined && (holds.isReopened || holds.state === 'reversalAsked')
  return {
    firstPaid,
    firstPending: FIRST_YUAN - firstPaid,
    decided,
    secondPaid,
    secondPending: decided - secondPaid,
    open: holds === undefined ? REMAINDER_YUAN : 0n,
    notGranted: holds === undefined ? 0n : REMAINDER_YUAN - decided,
    toRecover,
    atRisk: toRecover + (isMoving ? decided : 0n),
  }
}

/** Why a payment cannot be recorded. */
export type PaymentRefusal = 'paymentOver' | 'paymentUndecided' | 'paymentReversed'

/** What counts towards a limit: payments that were not refused; what takes one back only once it is confirmed. */
const counted = (payments: readonly PaymentFact[]): bigint =>
  payments.reduce(
    (sum, { yuan, reverses, confirmed: is }) =>
      (reverses === null ? is !== false : is === true) ? sum + yuan : sum,
    0n,
  )

/**
 * How much may still be recorded: of the first instalment, or by a decision; what waits for the other person is recorded.
 * @param decision null for the first instalment
 */
export function stillPayable(
  decision: number | null,
  payments: readonly PaymentFact[],
  decisions: readonly InstalmentFact[],
): bigint {
  const behind = decisions.find(({ seq, state }) => seq === decision && isDecided(state))
  const limit = decision === null ? FIRST_YUAN : (behind?.yuan ?? 0n)
  const left = limit - counted(payments.filter((each) => each.decision === decision))
  const leftOfCity = CITY_YUAN - counted(payments)
  const least = left < leftOfCity ? left : leftOfCity
  return least > 0n ? least : 0n
}

/**
 * Whether a payment may be recorded: never more than the first instalment, than was decided, than a city receives.
 * @param decision null for the first instalment
 */
export function paymentObjection(
  yuan: bigint,
  decision: number | null,
  payments: readonly PaymentFact[],
  decisions: readonly InstalmentFact[],
): PaymentRefusal | null {
  const isDue =
    decision === null ||
    decisions.some(
      ({ seq, state, yuan: decided }) => seq === decision && isDecided(state) && decided !== null,
    )
  if (!isDue) return 'paymentUndecided'
  return yuan > stillPayable(decision, payments, decisions) ? 'paymentOver' : null
}

/** Whether a payment may be taken back: once, when it was confirmed, and what takes back is not taken back itself. */
export function recoveryObjection(seq: number, payments: readonly PaymentFact[]): PaymentRefusal | null {
  const payment = payments.find((each) => each.seq === seq)
  const isTaken = payments.some(({ reverses, confirmed: is }) => reverses === seq && is !== false)
  return payment?.confirmed === true && payment.reverses === null && !isTaken ? null : 'paymentReversed'
}

/** Why a payment that waits cannot be confirmed: its decision was reversed meanwhile. What takes back always can. */
export const confirmationObjection = (
  { decision, reverses }: PaymentFact,
  decisions: readonly InstalmentFact[],
): PaymentRefusal | null =>
  decision === null ||
  reverses !== null ||
  decisions.some(({ seq, state }) => seq === decision && isDecided(state))
    ? null
    : 'paymentUndecided'

/** The money of several cities together. */
export function sumExposure(all: readonly Exposure[]): Exposure {
  const sum = (part: keyof Exposure) => all.reduce((total, each) => total + each[part], 0n)
  return {
    firstPaid: sum('firstPaid'),
    firstPending: sum('firstPending'),
    decided: sum('decided'),
    secondPaid: sum('secondPaid'),
    secondPending: sum('secondPending'),
    open: sum('open'),
    notGranted: sum('notGranted'),
    toRecover: sum('toRecover'),
    atRisk: sum('atRisk'),
  }
}

/** A band with the decisions that it led to. */
export interface BandLine {
  readonly from: string
  /** Where the next begins; null for the highest. */
  readonly below: string | null
  /** In 万元. */
  readonly amount: string
  readonly cities: number
  readonly yuan: bigint
}

/** Decisions by band: how many and how much; `decisions` by the same table. */
export const exposureByBand = (
  bands: readonly Band[],
  decisions: readonly Pick<SecondInstalment, 'band' | 'yuan'>[],
): BandLine[] =>
  bands.map(({ from, amount }, i) => {
    const own = decisions.filter(({ band }) => band === i + 1)
    return {
      from,
      below: bands[i + 1]?.from ?? null,
      amount,
      cities: own.length,
      yuan: own.reduce((sum, { yuan }) => sum + yuan, 0n),
    }
  })

/** A part of the bar of an exposure, in thousandths of the whole. */
export interface ExposureShare {
  readonly part: 'paid' | 'pending' | 'open' | 'notGranted'
  readonly from: number
  readonly width: number
}

/** What an exposure is made up of, one part after another up to exactly 1000; empty parts are left out. */
export function exposureShares(exposure: Exposure): ExposureShare[] {
  const sums = [
    { part: 'paid', yuan: exposure.firstPaid + exposure.secondPaid },
    { part: 'pending', yuan: exposure.firstPending + exposure.secondPending },
    { part: 'open', yuan: exposure.open },
    { part: 'notGranted', yuan: exposure.notGranted },
  ] as const
  const whole = sums.reduce((sum, { yuan }) => sum + yuan, 0n)
  const at = (yuan: bigint): number => Number((yuan * 1000n) / whole)
  let before = 0n
  return sums.flatMap(({ part, yuan }) => {
    if (yuan === 0n) return []
    const from = at(before)
    before += yuan
    return [{ part, from, width: at(before) - from }]
  })
}
