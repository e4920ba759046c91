import { Disclosure } from '@/components/ui/disclosure'
import { formatFigure, formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { NumericIndicator } from '@/lib/notice'
import type { PathLines } from '@/lib/review/path-lines'
import { approximate, isWholeUnit, quarterNumberOf, yearOf, type Locale, type Quarter } from '@/lib/values'
import { ChartLegend } from './chart-legend'
import { LazyPathChart } from './lazy-path-chart'
import { LINE_NAMES } from './line-looks'
import type { PathChartData, PathChartRow, PathLineName } from './path-chart-data'
import { PathTable } from './path-table'

/** The chart of one result with its legend, and its numbers as a table behind it. */
export function PathFigure({
  indicator,
  name,
  label,
  lines,
  judgedAt,
  locale,
}: {
  indicator: NumericIndicator
  name: string
  /** Says what the picture shows, for those who do not see it. */
  label: string
  lines: PathLines
  judgedAt: Quarter
  locale: Locale
}) {
  const { chart } = words(locale).explanation
  const { names } = words(locale)
  if (lines.isEmpty) return <p className="py-8 text-center text-muted">{chart.empty}</p>
  const data = chartData(label, lines, { judgedAt, isWhole: isWholeUnit(indicator.unit) }, locale)
  const measure = indicator.kind === 'growth' ? chart.yearToDate : chart.cumulative
  return (
    <div>
      <figure>
        <ChartLegend
          lines={data.lines}
          restated={data.restated}
          aside={chart.unit(names.unit[indicator.unit], measure)}
        />
        <LazyPathChart data={data} waiting={chart.loading} />
      </figure>
      <Disclosure summary={chart.table} className="text-sm">
        <PathTable
          label={`${name} ${chart.table}`}
          quarters={lines.quarters}
          lines={data.lines}
          judgedAt={judgedAt}
          unit={names.unit[indicator.unit]}
          locale={locale}
        />
      </Disclosure>
    </div>
  )
}

function chartData(
  label: string,
  lines: PathLines,
  { judgedAt, isWhole }: { readonly judgedAt: Quarter; readonly isWhole: boolean },
  locale: Locale,
): PathChartData {
  const { chart } = words(locale).explanation
  const { quarters, drawn } = lines
  const present = LINE_NAMES.filter((name) => quarters.some((quarter) => quarter[name] !== null))
  const marks = marksOf(lines, judgedAt)
  const judged = quarters.findIndex(({ quarter }) => quarter === judgedAt)
  const years = [...new Set(quarters.map(({ quarter }) => yearOf(quarter)))]
  return {
    label,
    isWhole,
    rows: drawn.map((point): PathChartRow => {
      const exact = quarters.find(({ quarter }) => quarter === point.quarter)
      const said = (names: readonly PathLineName[], format: (value: string) => string) =>
        Object.fromEntries(names.flatMap((name) => (exact?.[name] ? [[name, format(exact[name])]] : [])))
      return {
        ...point,
        period: point.quarter && formatPeriod(locale, point.quarter),
        said: said(
          present.filter((name) => name !== 'projection' || point.quarter !== judgedAt),
          formatFigure,
        ),
        marks: said(point.quarter === null ? [] : (marks.get(point.quarter) ?? []), formatMark),
      }
    }),
    restated: quarters.some(({ restated }) => restated !== null) ? chart.restated : null,
    lines: Object.fromEntries(present.map((name) => [name, chart[name]])),
    quarters: quarters.map(({ quarter }, i) => {
      const short = String(quarterNumberOf(quarter))
      return { at: i + 1, label: chart.quarter(short), short }
    }),
    years: years.map((year, i) => ({ at: i * 4 + 2.5, label: chart.year(String(year)) })),
    bounds: years.slice(1).map((_, i) => (i + 1) * 4),
    judged: judged < 0 || judged === quarters.length - 1 ? null : { at: judged + 1, label: chart.asOf },
    most: Math.max(0, ...drawn.flatMap((point) => LINE_NAMES.map((name) => point[name] ?? 0))),
  }
}

/** Which numbers are written into the chart: each year's end, the quarter judged, and the end of the path. */
function marksOf({ quarters }: PathLines, judgedAt: Quarter): ReadonlyMap<Quarter, readonly PathLineName[]> {
  const last = quarters.at(-1)?.quarter
  return new Map(
    quarters.map(({ quarter, actual, projection, pending }) => {
      const names: PathLineName[] = []
      const isYearEnd = quarterNumberOf(quarter) === 4
      if (actual !== null && (quarter === judgedAt || isYearEnd)) names.push('actual')
      if (quarter === judgedAt || quarter === last) names.push('required')
      if (quarter === last) names.push('target')
      if (pending !== null) names.push('pending')
      if (projection !== null && quarter !== judgedAt) names.push('projection')
      return [quarter, names]
    }),
  )
}

/** A number written into the picture: whole from a hundred on, the exact one stands in the table. */
function formatMark(value: string): string {
  return approximate(value) >= 100 ? formatNumber(value, { places: 0 }) : formatFigure(value)
}
