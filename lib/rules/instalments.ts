import { instalments } from '@/lib/notice'
import {
  atLeast,
  compare,
  decimal,
  ok,
  parseDecimal,
  ratio,
  refuse,
  toDecimalString,
  type Result,
} from '@/lib/values'

/** One band of the remaining money: scores from `from` on receive `amount` 万元. */
export interface Band {
  readonly from: string
  readonly amount: string
}

/** Bands as a document issued them. Without its number there is no band table (R12). */
export interface BandTable {
  readonly documentNumber: string
  readonly bands: readonly Band[]
}

/** Why bands cannot stand; `band` counts from 1. */
export type BandRefusal =
  | { readonly code: 'documentNumberMissing' | 'noBands' | 'firstNotFromZero' }
  | {
      readonly code:
        'notANumber' | 'notAscending' | 'over100' | 'moreThanRemainder' | 'amountFalls' | 'notWholeYuan'
      readonly band: number
    }

const YUAN_PER_WAN = 10_000n

/** Reads a band table: ascending lower bounds only, from 0, so that no score lies in two bands or in none. */
export function checkBands(table: BandTable): Result<BandTable, BandRefusal> {
  if (table.documentNumber.trim() === '') return refuse({ code: 'documentNumberMissing' })
  if (table.bands.length === 0) return refuse({ code: 'noBands' })
  const most = decimal(instalments.remainder.upTo)
  for (const [i, { from, amount }] of table.bands.entries()) {
    const bound = parseDecimal(from)
    const money = parseDecimal(amount)
    const no = (code: Extract<BandRefusal, { band: number }>['code']) => refuse({ code, band: i + 1 })
    if (!bound || !money || bound.num < 0n || money.num < 0n) return no('notANumber')
    if (i === 0 && bound.num !== 0n) return refuse({ code: 'firstNotFromZero' })
    if (!atLeast(ratio(100n), bound)) return no('over100')
    if (!atLeast(most, money)) return no('moreThanRemainder')
    if ((money.num * YUAN_PER_WAN) % money.den !== 0n) return no('notWholeYuan')
    const before = table.bands[i - 1]
    if (before && compare(bound, decimal(before.from)) <= 0) return no('notAscending')
    if (before && compare(money, decimal(before.amount)) < 0) return no('amountFalls')
  }
  return ok(table)
}

/** What a city receives in its second instalment, in 万元. */
export type Second =
  | { readonly code: 'bandsUnspecified'; readonly upTo: string }
  | { readonly code: 'notEvaluated'; readonly upTo: string; readonly documentNumber: string }
  | {
      readonly code: 'banded'
      readonly amount: string
      readonly from: string
      readonly documentNumber: string
    }

export interface Instalments {
  readonly clause: typeof instalments.clause
  readonly unit: typeof instalments.unit
  readonly first: { readonly amount: string; readonly year: number }
  readonly second: Second
}

/** The second instalment of one city as it stands: what two people decided, in 万元, else what may still come. */
export type StandingSecond = Second | { readonly code: 'decided'; readonly amount: string }

/** @param decided in yuan; null where nothing is decided, or it was taken back */
export const standingSecond = (second: Second, decided: bigint | null): StandingSecond =>
  decided === null ? second : { code: 'decided', amount: toDecimalString(ratio(decided, YUAN_PER_WAN)) }

/** Both instalments of a city: the second only from a checked table and the score of the mid-term evaluation. */
export function instalmentsOf(table: BandTable | null, score: string | null): Instalments {
  return {
    clause: instalments.clause,
    unit: instalments.unit,
    first: instalments.first,
    second: secondOf(table, score),
  }
}

function secondOf(table: BandTable | null, score: string | null): Second {
  const { upTo } = instalments.remainder
  if (table === null) return { code: 'bandsUnspecified', upTo }
  const { documentNumber } = table
  if (score === null) return { code: 'notEvaluated', upTo, documentNumber }
  const exact = decimal(score)
  const band = table.bands.findLast(({ from }) => atLeast(exact, decimal(from)))
  if (!band) throw new RangeError(`no band holds ${score}`)
  return { code: 'banded', amount: band.amount, from: band.from, documentNumber }
}
