import { describe, expect, it } from 'vitest'
import { instalmentTotals } from '@/lib/rules/instalment-totals'

const MILLION = 1_000_000n
const none = { confirmed: 0n, pending: 0n }
const city = (first: bigint, pending: bigint, second = none, isBehind = false) => ({
  first: { confirmed: first * MILLION, pending: pending * MILLION },
  second,
  decided: null as bigint | null,
  isBehind,
})

describe('the instalments of many cities together', () => {
  it('tells what is paid, what waits for the second person, and what is not paid of the first 100 million yuan', () => {
    const { first } = instalmentTotals([city(100n, 0n), city(60n, 40n), city(0n, 0n), city(10n, 20n)])
    expect(first).toEqual({ paid: 170n * MILLION, pending: 60n * MILLION, unpaid: 170n * MILLION })
  })

  it('leaves nothing unpaid at exactly what is due and above it, and one yuan one yuan below', () => {
    const paid = (confirmed: bigint) =>
      instalmentTotals([{ first: { confirmed, pending: 1n }, second: none, decided: null, isBehind: false }])
        .first.unpaid
    expect(paid(100n * MILLION - 1n)).toBe(0n)
    expect(paid(100n * MILLION)).toBe(0n)
    expect(paid(100n * MILLION - 2n)).toBe(1n)
  })

  it('puts at risk the rest of the remainder of those whose results are behind, and leaves the others open', () => {
    const paidTen = { confirmed: 10n * MILLION, pending: 5n * MILLION }
    const { second } = instalmentTotals([
      city(100n, 0n, paidTen, true),
      city(100n, 0n, none, true),
      city(100n, 0n, paidTen),
      city(100n, 0n),
    ])
    expect(second).toEqual({
      paid: 20n * MILLION,
      pending: 10n * MILLION,
      decidedUnpaid: 0n,
      atRisk: 85n * MILLION,
      citiesAtRisk: 2,
      open: 85n * MILLION,
    })
  })

  it('counts no city at risk that has all of the remainder', () => {
    const all = { confirmed: 50n * MILLION, pending: 0n }
    const { second } = instalmentTotals([city(100n, 0n, all, true)])
    expect(second).toMatchObject({ atRisk: 0n, citiesAtRisk: 0, open: 0n })
  })

  it('tells what was decided and is not paid or recorded, to the yuan, and leaves nothing of it open or at risk', () => {
    const decided = (amount: bigint, confirmed: bigint, pending: bigint) => ({
      ...city(100n, 0n, { confirmed, pending }, true),
      decided: amount,
    })
    const of = (amount: bigint) =>
      instalmentTotals([decided(amount, 10n * MILLION, 5n * MILLION), city(100n, 0n)]).second
    expect(of(15n * MILLION + 1n)).toEqual({
      paid: 10n * MILLION,
      pending: 5n * MILLION,
      decidedUnpaid: 1n,
      atRisk: 0n,
      citiesAtRisk: 0,
      open: 50n * MILLION,
    })
    expect(of(15n * MILLION).decidedUnpaid).toBe(0n)
    expect(of(15n * MILLION - 1n).decidedUnpaid).toBe(0n)
    expect(of(0n)).toMatchObject({ decidedUnpaid: 0n, open: 50n * MILLION })
  })

  it('is nothing of no cities', () => {
    expect(instalmentTotals([])).toEqual({
      first: { paid: 0n, pending: 0n, unpaid: 0n },
      second: { paid: 0n, pending: 0n, decidedUnpaid: 0n, atRisk: 0n, citiesAtRisk: 0, open: 0n },
    })
  })
})
