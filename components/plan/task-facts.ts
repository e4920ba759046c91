import { formatClauses, formatDay, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { TaskPage } from '@/lib/planning/read-task-page'
import type { PlanLine } from '@/lib/rules/plan-tree'
import type { Locale } from '@/lib/values'
import { yuan } from './plan-rows'
import type { TaskValues } from './task-form'

const served = (line: PlanLine, locale: Locale, join: (names: readonly string[]) => string): string =>
  join((line.task?.indicators ?? []).map((code) => inLocale(locale, indicator(code))))

/** What a task is, as terms and values. */
export function taskFacts({ line, above }: TaskPage, locale: Locale): { term: string; value: string }[] {
  const { plan: said } = words(locale)
  const day = (value: string | null): string => (value === null ? NO_FIGURE : formatDay(locale, value))
  const amount = (value: bigint | null): string =>
    value === null ? NO_FIGURE : `${yuan(value)} ${said.yuan}`
  const department = line.task?.department ?? ''
  return [
    ...above.map(({ code, node, task }) => ({
      term: code,
      value: node === null ? (task?.title ?? '') : inLocale(locale, node),
    })),
    { term: said.column.department, value: department === '' ? NO_FIGURE : department },
    { term: said.span, value: said.spanOf(day(line.startsOn), day(line.endsOn)) },
    { term: said.column.central, value: amount(line.budget.central) },
    { term: said.column.local, value: amount(line.budget.local) },
    { term: said.column.social, value: amount(line.budget.social) },
    {
      term: said.column.indicators,
      value: served(line, locale, (names) => formatClauses(locale, names)) || NO_FIGURE,
    },
  ]
}

/** What stands in the boxes of a task that is changed. */
export function taskValues({ task, ...line }: PlanLine, locale: Locale): TaskValues {
  return {
    code: line.code,
    title: task?.title ?? '',
    department: task?.department ?? '',
    startsOn: task?.startsOn ?? '',
    endsOn: task?.endsOn ?? '',
    central: task?.budget.central?.toString() ?? '',
    local: task?.budget.local?.toString() ?? '',
    social: task?.budget.social?.toString() ?? '',
    indicators: served({ task, ...line }, locale, (names) => names.join('; ')),
  }
}
