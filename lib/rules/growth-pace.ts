import { atLeast, type Quarter } from '@/lib/values'
import { projectGrowth, type GrowthNumbers } from './growth-projection'
import type { Pace } from './pace'
import { reachAtBest } from './reach'
import type { Moment } from './span'
import { textOf, type InputTerm, type StepTerm } from './term'
import type { Configuration } from './types'
import type { Working } from './working'

/** How a growth result that is not yet due stands: best quarter, last quarter in which it is reachable, projection. */
export function growthPace(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: GrowthNumbers,
): Pace {
  const best = bestFlow(working, moment.soFar)
  const bestStep = best && working.step('bestQuarter', 'take', best)
  const left = moment.k === configuration.intervals ? 4 - moment.quarter : 4
  const bestQuarter = best && { quarter: best.period as Quarter, value: textOf(best) }
  const reach = reachAtBest(working, configuration, numbers.end.stillToCome, bestStep, left)
  const { projection, noProjection } = projectGrowth(working, configuration, moment, numbers)
  return { bestQuarter, reach, projection, noProjection }
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
