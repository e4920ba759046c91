import type { ClauseId } from './clauses'
import { mandatoryTasks } from './tasks'

/** What every city's plan (实施方案) has above its own tasks: the four heads, the parts of the first, the optional tasks. */
export interface PlanNode {
  /** Its number in the plan; a city's own tasks lie under it: 1.2 → 1.2.1. */
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly clause: ClauseId | null
  /** `notice`: the notice says it; `headingOnly`: our copy has its title alone; `press`: press reports name it. */
  readonly wording: 'notice' | 'headingOnly' | 'press'
  /** 必做: a plan without a task under it is not whole. */
  readonly isMandatory: boolean
}

const heads = mandatoryTasks.map(({ zh, en, clause }, i): PlanNode => ({
  code: String(i + 1),
  zh,
  en,
  clause,
  // Our copy of the notice ends with the text of the first task.
  wording: i === 0 ? 'notice' : 'headingOnly',
  isMandatory: true,
}))

const part = (code: string, zh: string, en: string): PlanNode => ({
  code,
  zh,
  en,
  clause: '三·1·1',
  wording: 'notice',
  isMandatory: true,
})

/** In the order of their numbers. */
export const planNodes: readonly PlanNode[] = [
  ...heads.slice(0, 1),
  part(
    '1.1',
    '完善专利导航决策制度和政策',
    'Complete the rules and policies for decisions guided by patents',
  ),
  part('1.2', '发挥商标品牌助推产业发展作用', 'Let trademarks and brands drive industry'),
  part('1.3', '建立相关产业统计核算机制', 'Set up statistics for these industries'),
  ...heads.slice(1),
  { code: '5', zh: '选做任务', en: 'Optional tasks', clause: null, wording: 'press', isMandatory: false },
]
