import { atLeast, quarterIndex, sub, toDecimalString, type Quarter, type Ratio } from '@/lib/values'
import { reachAtBest } from './reach'
import { firstQuarterOf, lastQuarterOf } from './span'
import type { Configuration, Pace } from './types'
import type { InputTerm, StepTerm, Term, Working } from './working'

interface Numbers {
  readonly actual: StepTerm
  readonly elapsedShare: StepTerm
  readonly stillToCome: StepTerm
  readonly threshold: Term
}

/** How a count that is not yet due stands: best quarter, last quarter in which it is reachable, projection. */
export function countPace(
  working: Working,
  configuration: Configuration,
  quarters: readonly Quarter[],
  numbers: Numbers,
): Pace {
  const best = bestRise(working, quarters)
  const bestStep =
    best &&
    (best.before
      ? working.step('bestQuarter', 'difference', best.figure, best.before)
      : working.step('bestQuarter', 'take', best.figure))
  const end = lastQuarterOf(configuration)
  const left = quarterIndex(end) - quarterIndex(quarters[quarters.length - 1] as Quarter)
  const projection = working.step('projection', 'quotient', numbers.actual, numbers.elapsedShare)
  return {
    bestQuarter: best &&
      bestStep && { quarter: best.figure.period as Quarter, value: toDecimalString(bestStep.ratio) },
    reach: reachAtBest(working, numbers.stillToCome, bestStep, left, end),
    projection: {
      at: lastQuarterOf(configuration),
      value: toDecimalString(projection.ratio),
      required: toDecimalString(numbers.threshold.ratio),
      basis: 'equalQuarters',
    },
  }

  /** The quarter that added most to the count; of equal ones the latest. The first quarter of the span adds to nothing. */
  function bestRise(sheet: Working, span: readonly Quarter[]) {
    let found: { figure: InputTerm; before: InputTerm | undefined; rise: Ratio } | null = null
    for (const [i, quarter] of span.entries()) {
      const figure = sheet.input(quarter)
      const before = i === 0 ? undefined : sheet.input(span[i - 1] as Quarter)
      if (!figure || (!before && quarter !== firstQuarterOf(configuration))) continue
      const rise = before ? sub(figure.ratio, before.ratio) : figure.ratio
      if (!found || atLeast(rise, found.rise)) found = { figure, before, rise }
    }
    return found
  }
}
