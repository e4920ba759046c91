import { parseDecimal, toDecimalString } from './decimal'
import { ratio } from './ratio'

/** An amount of yuan in whole fen. */
export interface Money {
  readonly fen: bigint
}

const FEN_PER = { yuan: 100n, wan: 1_000_000n, yi: 10_000_000_000n } as const

/** The units money is written in: 元, 万元, 亿元. */
export type MoneyUnit = keyof typeof FEN_PER

/** Money of whole fen. */
export function money(fen: bigint): Money {
  return { fen }
}

/** Reads a plain decimal in 元, 万元 or 亿元; undefined if it is none or does not come out in whole fen. */
export function parseMoney(text: string, unit: MoneyUnit): Money | undefined {
  const value = parseDecimal(text)
  if (!value) return undefined
  const scaled = value.num * FEN_PER[unit]
  return scaled % value.den === 0n ? { fen: scaled / value.den } : undefined
}

/** So many 万元, for amounts the notice names. */
export function wan(amount: bigint): Money {
  return { fen: amount * FEN_PER.wan }
}

/** The amount exactly, in 元, 万元 or 亿元. */
export function moneyIn(amount: Money, unit: MoneyUnit): string {
  return toDecimalString(ratio(amount.fen, FEN_PER[unit]))
}

/** a + b */
export function addMoney(a: Money, b: Money): Money {
  return { fen: a.fen + b.fen }
}

/** a − b */
export function subMoney(a: Money, b: Money): Money {
  return { fen: a.fen - b.fen }
}
