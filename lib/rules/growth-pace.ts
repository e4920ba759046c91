import { atLeast, isZero, quarterOf, quartersBetween, toDecimalString, type Quarter } from '@/lib/values'
import type { End } from './growth'
import type { Path } from './growth-path'
import { reachAtBest } from './reach'
import { firstQuarterOf, lastQuarterOf, type Moment } from './span'
import type { Configuration, Pace, Projection } from './types'
import type { InputTerm, StepTerm, Working } from './working'

/** How a growth result that is not yet due stands: best quarter, last quarter in which it is reachable, projection. */
export function growthPace(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: Path & End & { readonly actual: StepTerm },
): Pace {
  const best = bestFlow(working, quartersBetween(firstQuarterOf(configuration), moment.judgedAt))
  const bestStep = best && working.step('bestQuarter', 'take', best)
  const left = moment.k === configuration.intervals ? 4 - moment.quarter : 4
  return {
    bestQuarter: best && { quarter: best.period as Quarter, value: best.text },
    reach: reachAtBest(working, numbers.stillToCome, bestStep, left, lastQuarterOf(configuration)),
    projection: projectionOf(working, moment, numbers),
  }
}

/** The quarter with the greatest flow; of equal ones the latest. */
function bestFlow(working: Working, quarters: readonly Quarter[]): InputTerm | null {
  let best: InputTerm | null = null
  for (const quarter of quarters) {
    const flow = working.input(quarter)
    if (flow && (!best || atLeast(flow.ratio, best.ratio))) best = flow
  }
  return best
}

/** The whole year if its other quarters keep the shares the requirement uses. */
function projectionOf(
  working: Working,
  moment: Moment,
  numbers: Path & { readonly actual: StepTerm },
): Projection | null {
  const { actual, share, requiredYear, basis } = numbers
  if (!share || isZero(share.ratio)) return null
  const year = working.step('projection', 'quotient', actual, share)
  return {
    at: quarterOf(moment.year, 4),
    value: toDecimalString(year.ratio),
    required: toDecimalString(requiredYear.ratio),
    basis,
  }
}
