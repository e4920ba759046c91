import { canonical, digest } from '@/lib/ledger/canonical'
import { compareCodes, type PlanTask } from '@/lib/rules/plan-task'

/** SHA-256 of the tasks of a plan in canonical form: what is signed and decided on. */
export function planHash(tasks: readonly PlanTask[]): string {
  const said = tasks
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .map(({ code, title, department, startsOn, endsOn, budget, indicators }) => ({
      code,
      title,
      department,
      startsOn,
      endsOn,
      indicators,
      central: budget.central?.toString() ?? null,
      local: budget.local?.toString() ?? null,
      social: budget.social?.toString() ?? null,
    }))
  return digest(canonical(said))
}
