import { addQuarters, isZero, type Quarter } from '@/lib/values'
import type { Reach } from './pace'
import { firstQuarterOf } from './span'
import { number, type StepTerm } from './term'
import type { Configuration } from './types'
import type { Working } from './working'

/**
 * The last quarter from which the end can still be reached: every quarter from it to the end equals the best so far,
 * and the quarters until then add nothing. Deliberately the cautious assumption, as it needs no forecast. Its number among
 * the quarters of the span is a step of the explanation: quarters of the span + 1 − quarters needed.
 */
export function reachAtBest(
  working: Working,
  configuration: Configuration,
  stillToCome: StepTerm,
  best: StepTerm | null,
  quartersLeft: number,
): Reach {
  if (isZero(stillToCome.ratio)) return { code: 'reached' }
  if (!best) return { code: 'noQuarterKnown' }
  if (isZero(best.ratio)) return { code: 'notAtBestPace', quartersNeeded: null }
  const atBest = working.step('quartersAtBest', 'wholeQuarters', stillToCome, best)
  const quartersNeeded = Number(atBest.ratio.num)
  if (quartersNeeded > quartersLeft) return { code: 'notAtBestPace', quartersNeeded }
  const last = working.step('lastQuarter', 'latestStart', number(4 * configuration.intervals), atBest)
  const lastQuarter: Quarter = addQuarters(firstQuarterOf(configuration), Number(last.ratio.num) - 1)
  return { code: 'reachable', lastQuarter, quartersNeeded }
}
