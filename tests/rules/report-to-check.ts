import { indicators } from '@/lib/notice'
import { checkReport, type Answer, type CheckedCell, type CheckedReport } from '@/lib/rules'

/** A cell that holds a figure. */
export const figure = (value: string): Answer => ({ state: 'figure', value })

/** A report that answers everything, with some cells otherwise. */
export function report(
  changed: Partial<Record<string, Answer>> = {},
  rest: Partial<CheckedReport> = {},
): CheckedReport {
  const cells = indicators.map(({ code, kind }): CheckedCell => {
    const content =
      changed[code] ?? (kind === 'qualitative' ? { state: 'narrative', narrative: '进展顺利' } : figure('10'))
    return { indicator: code, part: '', content }
  })
  return { period: '2022Q3', cells, history: {}, ...rest }
}

/** The findings in short. */
export const found = (checked: CheckedReport) =>
  checkReport(checked).map(({ rule, indicator, severity }) => `${severity} ${rule} ${indicator}`)
