import { compareCodes, fundSources, type PlanTask } from './plan-task'

/** What of a task differs between two versions of a plan. */
export type PlanAspect =
  'title' | 'department' | 'startsOn' | 'endsOn' | 'central' | 'local' | 'social' | 'indicators'

const ASPECTS: readonly PlanAspect[] = [
  'title',
  'department',
  'startsOn',
  'endsOn',
  ...fundSources,
  'indicators',
]

export interface PlanDifference {
  readonly code: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly was: PlanTask | null
  readonly becomes: PlanTask | null
  /** Of a changed task. */
  readonly aspects: readonly PlanAspect[]
}

/** What one version of a plan changes in another, task by task, in the order of their numbers. */
export function planDifferences(before: readonly PlanTask[], after: readonly PlanTask[]): PlanDifference[] {
  const was = new Map(before.map((task) => [task.code, task]))
  const is = new Map(after.map((task) => [task.code, task]))
  return [...new Set([...was.keys(), ...is.keys()])].sort(compareCodes).flatMap((code): PlanDifference[] => {
    const [old, now] = [was.get(code) ?? null, is.get(code) ?? null]
    if (old === null || now === null) {
      return [{ code, kind: old === null ? 'added' : 'removed', was: old, becomes: now, aspects: [] }]
    }
    const aspects = ASPECTS.filter((aspect) => said(old, aspect) !== said(now, aspect))
    return aspects.length === 0 ? [] : [{ code, kind: 'changed', was: old, becomes: now, aspects }]
  })
}

function said(task: PlanTask, aspect: PlanAspect): string | bigint | null {
  switch (aspect) {
    case 'central':
    case 'local':
    case 'social':
      return task.budget[aspect]
    case 'indicators':
      return task.indicators.join(',')
    default:
      return task[aspect]
  }
}
