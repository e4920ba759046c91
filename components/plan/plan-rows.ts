import { formatDay, formatNumber, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import type { PlanPage } from '@/lib/planning/read-plan'
import type { Locale } from '@/lib/values'

/** One line of a plan, ready to be shown. */
export interface PlanRow {
  readonly code: string
  readonly depth: number
  readonly title: string
  /** What is to be known of a head: optional, or not in our copy of the notice. */
  readonly mark: string | null
  readonly href: string | null
  readonly department: string
  readonly startsOn: string
  readonly endsOn: string
  readonly central: string
  readonly local: string
  readonly social: string
  readonly progress: string
  readonly hasUnder: boolean
  /** Whether what lies under it is folded at first. */
  readonly isFolded: boolean
  /** In thousandths; `done` of the bar's own width. */
  readonly bar: { readonly from: number; readonly width: number; readonly done: number } | null
}

/** More lines than this begin folded. */
const MANY = 80

/** An amount in yuan. */
export const yuan = (amount: bigint | null): string =>
  amount === null ? NO_FIGURE : formatNumber(amount.toString())

/** The lines of a plan in words. */
export function planRows(
  { lines, progress, schedule, shown }: PlanPage,
  city: string,
  locale: Locale,
): PlanRow[] {
  const { plan: said } = words(locale)
  const day = (value: string | null): string => (value === null ? NO_FIGURE : formatDay(locale, value))
  return lines.map(({ code, depth, node, task, under, budget, startsOn, endsOn }): PlanRow => {
    const last = progress.get(code)
    const bar = schedule?.bars.get(code)
    return {
      code,
      depth,
      title: node === null ? (task?.title ?? '') : inLocale(locale, node),
      mark:
        node?.wording === 'headingOnly' ? said.headingOnly : node?.wording === 'press' ? said.press : null,
      href:
        task === null ? null : `/cities/${city}/plan/tasks/${code}?version=${String(shown?.version ?? '')}`,
      department: task?.department ?? '',
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      central: yuan(budget.central),
      local: yuan(budget.local),
      social: yuan(budget.social),
      progress:
        last === undefined
          ? ''
          : last.percent === null
            ? last.quarter
            : said.percent(String(last.percent), last.quarter),
      hasUnder: under > 0,
      isFolded: lines.length > MANY && task !== null && under > 0,
      bar: bar === undefined ? null : { ...bar, done: last?.percent ?? 0 },
    }
  })
}
