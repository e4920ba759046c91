import { atLeast, quartersBetween, type Quarter } from '@/lib/values'
import type { End } from './growth'
import type { Path } from './growth-path'
import { projectGrowth } from './growth-projection'
import type { Pace } from './pace'
import { reachAtBest } from './reach'
import { firstQuarterOf, type Moment } from './span'
import type { Configuration } from './types'
import { textOf, type InputTerm, type StepTerm, type Working } from './working'

/** How a growth result that is not yet due stands: best quarter, last quarter in which it is reachable, projection. */
export function growthPace(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: Path & End & { readonly actual: StepTerm; readonly base: Base },
): Pace {
  const best = bestFlow(working, quartersBetween(firstQuarterOf(configuration), moment.judgedAt))
  const bestStep = best && working.step('bestQuarter', 'take', best)
  const left = moment.k === configuration.intervals ? 4 - moment.quarter : 4
  return {
    bestQuarter: best && { quarter: best.period as Quarter, value: textOf(best) },
    reach: reachAtBest(working, configuration, numbers.stillToCome, bestStep, left),
    ...projectGrowth(working, configuration, moment, numbers),
  }
}

/** The base year: its total, and its quarters where all four are known. */
export interface Base {
  readonly total: StepTerm
  readonly quarters: readonly InputTerm[] | null
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
