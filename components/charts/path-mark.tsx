import { LINE_LOOKS } from './line-looks'
import type { PathChartRow, PathLineName } from './path-chart-data'

/** A point of a line: a disc where something is really known, and its number beside it where one is to be read. */
export function PathMark({
  line,
  cx,
  cy,
  payload,
}: {
  line: PathLineName
  cx?: number
  cy?: number
  payload?: unknown
}) {
  if (!isRow(payload) || cx === undefined || cy === undefined || payload[line] === null) return null
  const { colour } = LINE_LOOKS[line]
  const said = payload.marks[line]
  const isAbove = standsAbove(line, payload)
  return (
    <g>
      {line === 'actual' && payload.period !== null && <circle cx={cx} cy={cy} r={3} fill={colour} />}
      {line === 'projection' && said !== undefined && (
        <circle cx={cx} cy={cy} r={3} fill="var(--paper)" stroke={colour} strokeWidth={1.5} />
      )}
      {said !== undefined && (
        <text
          x={line === 'actual' ? cx : cx + 5}
          y={isAbove ? cy - 8 : cy + 15}
          textAnchor={line === 'actual' ? 'middle' : 'start'}
          fill={colour}
          fontSize={12}
          fontWeight={line === 'actual' ? 600 : 400}
          stroke="var(--paper)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {said}
        </text>
      )}
    </g>
  )
}

/** The higher of two numbers is written above its point, the lower one below. */
function standsAbove(line: PathLineName, row: PathChartRow): boolean {
  const actual = row.actual ?? row.projection ?? 0
  if (line === 'actual' || line === 'projection') return actual >= (row.required ?? 0)
  if (line === 'target') return (row.target ?? 0) > Math.max(row.required ?? 0, actual) || row.actual === null
  return row.actual === null ? row.target === null : (row.required ?? 0) > actual
}

/** Whether what the drawing hands over is one of our rows. */
export function isRow(value: unknown): value is PathChartRow {
  return typeof value === 'object' && value !== null && 'marks' in value && 'at' in value
}
