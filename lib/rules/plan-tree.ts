import { planNodes, type PlanNode } from '@/lib/notice'
import {
  compareCodes,
  fundSources,
  parentOf,
  type BySource,
  type FundSource,
  type PlanTask,
} from './plan-task'

/** One line of a plan's tree, from the top down. */
export interface PlanLine {
  readonly code: string
  /** 0 for a head. */
  readonly depth: number
  /** What the notice names; null for a city's own task. */
  readonly node: PlanNode | null
  readonly task: PlanTask | null
  /** How many lines lie under it, at any depth. */
  readonly under: number
  /** Its own amounts, or those of the tasks under it added up. */
  readonly budget: BySource
  /** From the earliest beginning to the latest end under it. */
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Adds amounts of which some were not said: null when none was. */
export const addSaid = (amounts: readonly (bigint | null)[]): bigint | null =>
  amounts.reduce((sum, each) => (each === null ? sum : (sum ?? 0n) + each), null)

/** A plan as its tree: heads and parts of the notice with the city's tasks under them, in the order of their numbers. */
export function planTree(tasks: readonly PlanTask[]): PlanLine[] {
  const byCode = new Map(tasks.map((task) => [task.code, task]))
  const nodes = new Map(planNodes.map((node) => [node.code, node]))
  const codes = [...new Set([...nodes.keys(), ...byCode.keys()])]
  const lines = new Map<string, PlanLine>()
  const children = new Map<string, PlanLine[]>()
  // From the deepest upwards, so that whatever lies under a line is there before it.
  for (const code of codes.sort((a, b) => depthOf(b) - depthOf(a))) {
    const task = byCode.get(code) ?? null
    const own = children.get(code) ?? []
    const days = (end: 'startsOn' | 'endsOn'): string[] =>
      [task?.[end] ?? null, ...own.map((line) => line[end])].filter((day) => day !== null).sort()
    const line: PlanLine = {
      code,
      depth: depthOf(code),
      node: nodes.get(code) ?? null,
      task,
      under: own.reduce((sum, { under }) => sum + under + 1, 0),
      budget: bySource((source) =>
        own.length === 0 && task !== null
          ? task.budget[source]
          : addSaid(own.map(({ budget }) => budget[source])),
      ),
      startsOn: days('startsOn')[0] ?? null,
      endsOn: days('endsOn').at(-1) ?? null,
    }
    lines.set(code, line)
    children.set(parentOf(code), [...(children.get(parentOf(code)) ?? []), line])
  }
  return [...lines.values()].sort((a, b) => compareCodes(a.code, b.code))
}

/** One value for each source. */
export const bySource = <T>(value: (source: FundSource) => T): Readonly<Record<FundSource, T>> =>
  Object.fromEntries(fundSources.map((source) => [source, value(source)])) as Record<FundSource, T>

const depthOf = (code: string): number => code.split('.').length - 1
