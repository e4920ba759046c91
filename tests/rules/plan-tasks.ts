import type { PlanTask } from '@/lib/rules/plan-task'

/** A task of a plan, whole in every respect but for money and results. */
export const planTask = (code: string, more: Partial<PlanTask> = {}): PlanTask => ({
  code,
  title: `task ${code}`,
  department: 'the bureau',
  startsOn: '2020-10-01',
  endsOn: '2022-12-31',
  budget: { central: null, local: null, social: null },
  indicators: [],
  ...more,
})

/** Amounts by source in yuan; what is left out was not said. */
export const yuan = (
  said: Partial<Record<'central' | 'local' | 'social', bigint>> = {},
): PlanTask['budget'] => ({ central: null, local: null, social: null, ...said })
