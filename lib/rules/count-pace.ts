import { atLeast, sub, type Quarter, type Ratio } from '@/lib/values'
import { projectCount } from './count-projection'
import type { Pace } from './pace'
import { reachAtBest } from './reach'
import type { Moment } from './span'
import { textOf, type InputTerm, type StepTerm, type Term } from './term'
import type { Configuration } from './types'
import type { Working } from './working'

/** What a count on its way is made of. */
export interface CountNumbers {
  readonly actual: StepTerm
  readonly elapsedShare: StepTerm
  readonly stillToCome: StepTerm
  readonly threshold: Term
}

/** How a count that is not yet due stands: best quarter, last quarter in which it is reachable, projection. */
export function countPace(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: CountNumbers,
): Pace {
  const best = bestRise(working, moment.soFar)
  const bestStep =
    best &&
    (best.before
      ? working.step('bestQuarter', 'difference', best.figure, best.before)
      : working.step('bestQuarter', 'take', best.figure))
  const left = 4 * configuration.intervals - moment.soFar.length
  const bestQuarter = best && bestStep && { quarter: best.figure.period as Quarter, value: textOf(bestStep) }
  const reach = reachAtBest(working, configuration, numbers.stillToCome, bestStep, left)
  const { projection, noProjection } = projectCount(working, configuration, moment, numbers)
  return { bestQuarter, reach, projection, noProjection }
}

/** The quarter that added most to the count; of equal ones the latest. The first quarter of the span adds to nothing. */
function bestRise(working: Working, span: readonly Quarter[]) {
  let found: { figure: InputTerm; before: InputTerm | undefined; rise: Ratio } | null = null
  for (const [i, quarter] of span.entries()) {
    const figure = working.input(quarter)
    const before = i === 0 ? undefined : working.input(span[i - 1] as Quarter)
    if (!figure || (!before && i > 0)) continue
    const rise = before ? sub(figure.ratio, before.ratio) : figure.ratio
    if (!found || atLeast(rise, found.rise)) found = { figure, before, rise }
  }
  return found
}
