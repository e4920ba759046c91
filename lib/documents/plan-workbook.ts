import { cityName, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { PlanLine } from '@/lib/rules/plan-tree'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import { blank, text, type Cell } from './cell'
import type { Column, Workbook } from './workbook'

/** One version of a city's plan, to be written as a file and read back. */
export interface PlanFileContent {
  readonly city: City
  readonly version: number
  readonly lines: readonly PlanLine[]
  /** How each task stood when the file was made, by its number. */
  readonly marks: ReadonlyMap<string, string>
  /** ISO instant as of which it is known. */
  readonly knownAt: string
  readonly demonstration: boolean
}

/** What the file is called, without its ending. */
export function planFileName({ city, version }: PlanFileContent, locale: Locale): string {
  const { plan } = words(locale)
  return `${plan.heading(cityName(locale, city))}-${plan.versionName(String(version))}`
}

const WIDTHS = {
  code: 12,
  title: 48,
  department: 24,
  startsOn: 14,
  endsOn: 14,
  central: 18,
  local: 18,
  social: 18,
  indicators: 48,
  mark: 16,
} as const

type ColumnName = keyof typeof WIDTHS

const NAMES = Object.keys(WIDTHS) as ColumnName[]

/** Amounts say their unit. */
function head(name: ColumnName, locale: Locale): string {
  const { plan, common } = words(locale)
  const isAmount = name === 'central' || name === 'local' || name === 'social'
  return plan.column[name] + (isAmount ? common.bracketed(plan.yuan) : '')
}

/** The plan as a workbook with one sheet, each task a line; the import reads the same heads. */
export function planWorkbook(file: PlanFileContent, locale: Locale): Workbook {
  const { plan, export: exporting } = words(locale)
  const title = planFileName(file, locale)
  const columns = NAMES.map((name): Column => ({ header: head(name, locale), width: WIDTHS[name] }))
  return {
    title,
    knownAt: file.knownAt,
    sheets: [
      {
        name: plan.title,
        head: [title, ...(file.demonstration ? [exporting.demonstration] : []), plan.upload.lead],
        frozenColumns: 2,
        columns,
        rows: taskRows(file, locale),
      },
    ],
  }
}

/** The plan as rows for writeCsv, heads first. */
export function planCsv(file: PlanFileContent, locale: Locale): readonly (readonly Cell[])[] {
  return [NAMES.map((name) => text(head(name, locale))), ...taskRows(file, locale)]
}

const amount = (yuan: bigint | null): Cell =>
  yuan === null ? blank : { kind: 'number', value: yuan.toString() }
const day = (value: string | null): Cell => (value === null ? blank : { kind: 'day', value })

function taskRows({ lines, marks }: PlanFileContent, locale: Locale): readonly (readonly Cell[])[] {
  return lines.flatMap(({ task }): readonly (readonly Cell[])[] =>
    task === null
      ? []
      : [
          [
            text(task.code),
            text(task.title),
            text(task.department),
            day(task.startsOn),
            day(task.endsOn),
            amount(task.budget.central),
            amount(task.budget.local),
            amount(task.budget.social),
            text(task.indicators.map((code) => inLocale(locale, indicator(code))).join('; ')),
            text(marks.get(task.code) ?? ''),
          ],
        ],
  )
}
