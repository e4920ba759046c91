import { instalments, planNodes } from '@/lib/notice'
import { decimal } from '@/lib/values'
import { forbiddenUse } from './forbidden-use'
import { fundSources, parentOf, type PlanTask } from './plan-task'
import { addSaid } from './plan-tree'

export type PlanField = 'code' | 'title' | 'department' | 'startsOn' | 'endsOn' | 'budget' | 'indicators'

type PlanProblemCode =
  /** not 1.2.3 under one of the five heads */
  | 'numberWrong'
  /** the number of a head or part that the notice names */
  | 'numberOfNotice'
  | 'numberTwice'
  | 'parentMissing'
  | 'titleMissing'
  | 'tooLong'
  | 'departmentMissing'
  | 'daysMissing'
  | 'daysReversed'
  /** an amount on a task that has others under it */
  | 'amountAbove'
  /** more central money than a city can receive */
  | 'centralOver'
  /** central money for what it must not be used for */
  | 'useForbidden'
  /** a mandatory head without a task */
  | 'headEmpty'

export interface PlanProblem {
  readonly code: PlanProblemCode
  /** The number of the task, or of the head. */
  readonly task: string
  readonly field: PlanField
  /** What came, and what was expected. */
  readonly detail: Readonly<Record<string, string>>
}

const NUMBER = /^[1-5](?:\.[1-9]\d{0,2}){1,4}$/
const LONGEST = 200

/**
 * What is wrong with a plan. `draft`: what no plan may have at any time; `whole`: also what a plan must not lack when it is
 * signed. Amounts stand on the lowest tasks alone, so that no yuan is counted twice.
 */
export function checkPlan(tasks: readonly PlanTask[], stage: 'draft' | 'whole'): PlanProblem[] {
  const nodes = new Set(planNodes.map(({ code }) => code))
  const seen = new Set<string>()
  const parents = new Set(tasks.map(({ code }) => parentOf(code)))
  const codes = new Set([...nodes, ...tasks.map(({ code }) => code)])
  const problems = tasks.flatMap((task): PlanProblem[] => {
    const found = placeProblems(task, nodes, codes, seen.has(task.code))
    seen.add(task.code)
    return [...found, ...contentProblems(task, parents.has(task.code), stage)]
  })
  const most = mostCentral()
  const central = addSaid(tasks.map(({ budget }) => budget.central)) ?? 0n
  const last = tasks.findLast(({ budget }) => budget.central !== null)
  if (last && central > most) {
    problems.push({
      code: 'centralOver',
      task: last.code,
      field: 'budget',
      detail: { got: String(central), limit: String(most) },
    })
  }
  if (stage === 'draft') return problems
  const empty = planNodes.filter(
    ({ code, isMandatory }) => isMandatory && !tasks.some((task) => task.code.startsWith(`${code}.`)),
  )
  return [
    ...problems,
    ...empty.map(({ code }): PlanProblem => ({ code: 'headEmpty', task: code, field: 'code', detail: {} })),
  ]
}

/** What a city can receive of central money at most, in yuan (三). */
const mostCentral = (): bigint =>
  (decimal(instalments.first.amount).num + decimal(instalments.remainder.upTo).num) * 10_000n

function placeProblems(
  { code }: PlanTask,
  nodes: ReadonlySet<string>,
  codes: ReadonlySet<string>,
  isTwice: boolean,
): PlanProblem[] {
  const at = (problem: PlanProblem['code'], detail = {}): PlanProblem[] => [
    { code: problem, task: code, field: 'code', detail },
  ]
  if (!NUMBER.test(code)) return at('numberWrong', { got: code })
  if (nodes.has(code)) return at('numberOfNotice')
  if (isTwice) return at('numberTwice')
  return codes.has(parentOf(code)) ? [] : at('parentMissing', { expected: parentOf(code) })
}

function contentProblems(task: PlanTask, hasOthers: boolean, stage: 'draft' | 'whole'): PlanProblem[] {
  const problems: PlanProblem[] = []
  const at = (code: PlanProblem['code'], field: PlanField, detail = {}) =>
    problems.push({ code, task: task.code, field, detail })
  if (task.title === '') at('titleMissing', 'title')
  for (const field of ['title', 'department'] as const) {
    if (task[field].length > LONGEST) at('tooLong', field, { limit: String(LONGEST) })
  }
  if (task.startsOn !== null && task.endsOn !== null && task.endsOn < task.startsOn)
    at('daysReversed', 'endsOn', { from: task.startsOn, to: task.endsOn })
  if (hasOthers && fundSources.some((source) => task.budget[source] !== null)) at('amountAbove', 'budget')
  const forbidden = (task.budget.central ?? 0n) > 0n ? forbiddenUse(task.title) : null
  if (forbidden !== null) at('useForbidden', 'title', { use: forbidden.use.code, got: forbidden.word })
  if (stage === 'draft' || hasOthers) return problems
  if (task.department === '') at('departmentMissing', 'department')
  if (task.startsOn === null) at('daysMissing', 'startsOn')
  else if (task.endsOn === null) at('daysMissing', 'endsOn')
  return problems
}
