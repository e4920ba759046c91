import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import type { EntryText } from '@/lib/funding/read-entry'
import { decidePlan } from '@/lib/planning/decide-plan'
import { readPlan } from '@/lib/planning/read-plan'
import type { TaskText } from '@/lib/planning/read-task'
import { saveTasks } from '@/lib/planning/save-tasks'
import { signPlan } from '@/lib/planning/sign-plan'
import { startPlan } from '@/lib/planning/start-plan'
import { FAR, HOME, NEIGHBOUR, people } from './actors'

/** A task as it is typed, whole in every respect. */
export const task = (code: string, title: string, more: Partial<TaskText> = {}): TaskText => ({
  code,
  title,
  department: 'the bureau',
  startsOn: '2020-10-01',
  endsOn: '2022-12-31',
  central: '',
  local: '',
  social: '',
  indicators: '',
  ...more,
})

/** A task under each head that must have one. */
export const SMALL_PLAN: readonly TaskText[] = [
  task('1.1.1', 'navigation', { central: '3000000', local: '1,000,000', indicators: 'navigation_projects' }),
  task('1.2.1', 'brands', { central: '2000000' }),
  task('1.3.1', 'statistics'),
  task('2.1', 'custody', { central: '1000000' }),
  task('3.1', 'risk pool', { central: '4000000', social: '8000000' }),
  task('4.1', 'platform', { central: '500000' }),
]

/** What a city's latest version says, as its hash. */
export const planOf = async (officer: Actor, city: string): Promise<string> =>
  (await readPlan(authorize(officer, 'plan.read', city))).contentHash

const certifiers: Readonly<Record<string, Actor>> = {
  [HOME]: people.certifier,
  [NEIGHBOUR]: people.neighbourCertifier,
  [FAR]: people.farCertifier,
}

/** Leads a small plan of a city to its approval; `mark` stands in its texts. */
export async function approvePlan(officer: Actor, city: string, mark = ''): Promise<void> {
  const prepare = authorize(officer, 'plan.prepare', city)
  const version = await startPlan(prepare, '')
  await saveTasks(
    prepare,
    version,
    SMALL_PLAN.map((each) => ({ ...each, title: `${each.title} ${mark}` })),
  )
  const certifier = certifiers[city] ?? people.certifier
  await signPlan(authorize(certifier, 'plan.sign', city), version, await planOf(officer, city))
  await decidePlan(authorize(people.cnipa, 'plan.decide', city), version, { approves: true, reason: mark })
}

/** An entry of the ledger as it is typed. */
export const entry = (yuan: string, more: Partial<EntryText> = {}): EntryText => ({
  day: '2022-03-01',
  source: 'central',
  task: '1.1.1',
  form: 'subsidy',
  yuan,
  purpose: 'by the plan',
  payee: 'a provider',
  document: '',
  ...more,
})
