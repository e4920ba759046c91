import { describe, expect, it } from 'vitest'
import { simulateBands } from '@/lib/rules/simulate-bands'

// 三, R12: bands that nobody has issued pay nothing; what they would pay is shown as what it is.
const bands = [
  { from: '0', amount: '0' },
  { from: '60', amount: '2500.0001' },
  { from: '90', amount: '5000' },
]

describe('supposed bands', () => {
  it('take in every city by its exact score, and say of the others no more than a range', () => {
    const scores = ['59.999', '60', '179/2', '90', null, '100', null]
    expect(simulateBands(bands, scores)).toEqual({
      simulated: true,
      lines: [
        { from: '0', below: '60', amount: '0', cities: 1, yuan: 0n },
        { from: '60', below: '90', amount: '2500.0001', cities: 2, yuan: 50_000_002n },
        { from: '90', below: null, amount: '5000', cities: 2, yuan: 100_000_000n },
      ],
      scored: 5,
      unscored: 2,
      atLeast: 150_000_002n,
      atMost: 250_000_002n,
    })
  })

  it('leave those without a score at least the lowest band', () => {
    const simulated = simulateBands([{ from: '0', amount: '1000' }], [null])
    expect([simulated.atLeast, simulated.atMost, simulated.scored]).toEqual([10_000_000n, 10_000_000n, 0])
    expect(simulateBands(bands, [])).toMatchObject({ scored: 0, unscored: 0, atLeast: 0n, atMost: 0n })
  })
})
