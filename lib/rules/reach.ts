import { addQuarters, isZero, type Quarter } from '@/lib/values'
import type { Reach } from './types'
import type { StepTerm, Working } from './working'

/**
 * The last quarter from which the end can still be reached: every quarter from it to the end equals the best so far,
 * and the quarters until then add nothing. Deliberately the cautious assumption, as it needs no forecast.
 */
export function reachAtBest(
  working: Working,
  stillToCome: StepTerm,
  best: StepTerm | null,
  quartersLeft: number,
  lastQuarter: Quarter,
): Reach {
  if (isZero(stillToCome.ratio)) return { code: 'reached' }
  if (!best) return { code: 'noQuarterKnown' }
  if (isZero(best.ratio)) return { code: 'notAtBestPace', quartersNeeded: null }
  const needed = Number(working.step('quartersAtBest', 'wholeQuarters', stillToCome, best).ratio.num)
  if (needed > quartersLeft) return { code: 'notAtBestPace', quartersNeeded: needed }
  return { code: 'reachable', lastQuarter: addQuarters(lastQuarter, 1 - needed), quartersNeeded: needed }
}
