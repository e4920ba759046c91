import { formatNumber, formatPeriod, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { PathLines } from '@/lib/review/path-lines'
import { approximate, isWholeUnit, quarterNumberOf, type Locale, type Quarter } from '@/lib/values'
import type { PaperBlock, PaperChart } from '../paper'

/** What is and what is required, quarter by quarter; null where there is nothing to draw. */
export function pathChart(
  code: IndicatorCode,
  name: string,
  { quarters, isEmpty }: PathLines,
  locale: Locale,
): PaperBlock | null {
  if (isEmpty) return null
  const said = words(locale).papers.quarterly
  const { names } = words(locale)
  const { chart: lineNames } = words(locale).explanation
  const subject = indicator(code)
  // A flow begins each year at nothing: a gap parts the years.
  const spread = quarters.flatMap((each, i) =>
    subject.kind === 'growth' && i > 0 && quarterNumberOf(each.quarter) === 1 ? [null, each] : [each],
  )
  const values = (of: 'actual' | 'required') =>
    spread.map((each) => {
      const value = each?.[of] ?? null
      return value === null ? null : approximate(value)
    })
  const chart: PaperChart = {
    unit: names.unit[subject.unit],
    isWhole: isWholeUnit(subject.unit),
    periods: spread.map((each) => (each === null ? '' : shortName(each.quarter))),
    lines: [
      { name: lineNames.actual, look: 'actual', values: values('actual') },
      { name: lineNames.required, look: 'required', values: values('required') },
    ],
  }
  const last = (['actual', 'required'] as const)
    .map((of) => {
      const point = quarters.findLast((each) => each[of] !== null)
      return point === undefined
        ? ''
        : said.chartLast(
            lineNames[of],
            formatPeriod(locale, point.quarter),
            formatNumber(point[of] ?? '0', { places: 2 }),
          )
    })
    .join('')
  return { kind: 'chart', caption: said.chart(name), alt: said.chartAlt(name, last), chart }
}

/** `21Q2`: what fits under a chart in either language. */
const shortName = (quarter: Quarter): string => `${quarter.slice(2, 4)}Q${String(quarterNumberOf(quarter))}`
