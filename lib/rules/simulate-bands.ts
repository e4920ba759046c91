import { exposureByBand, type BandLine } from './exposure'
import type { Band } from './instalments'
import { payByBand } from './second-instalment'

/** What supposed bands would pay (模拟), in yuan: nothing of it is stored, decided or paid. */
export interface BandSimulation {
  readonly simulated: true
  /** Of cities with a score. */
  readonly lines: readonly BandLine[]
  readonly scored: number
  readonly unscored: number
  /** Of all cities together, those without a score in the lowest band and in the highest. */
  readonly atLeast: bigint
  readonly atMost: bigint
}

/**
 * Puts every city into supposed bands that may stand (`checkBands`).
 * @param scores exact, of each city; null where there is none yet
 * @throws RangeError without a band
 */
export function simulateBands(bands: readonly Band[], scores: readonly (string | null)[]): BandSimulation {
  const paid = scores.flatMap((score) => (score === null ? [] : [payByBand(bands, score)]))
  const unscored = scores.length - paid.length
  const sum = paid.reduce((total, { yuan }) => total + yuan, 0n)
  const withRest = (score: string): bigint => sum + BigInt(unscored) * payByBand(bands, score).yuan
  return {
    simulated: true,
    lines: exposureByBand(bands, paid),
    scored: paid.length,
    unscored,
    atLeast: withRest('0'),
    atMost: withRest('100'),
  }
}
