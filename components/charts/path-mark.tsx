import { PendingMark, RestatedMark } from './pending-mark'
import { LINE_LOOKS } from './line-looks'
import type { PathChartRow, PathLineName } from './path-chart-data'

interface Placed {
  readonly line: PathLineName
  readonly payload: PathChartRow
  readonly cx: number
  readonly cy: number
  /** Within the picture, at its end with room to the right, or at its end without. */
  readonly place: 'inside' | 'end' | 'tightEnd'
}

/** A point of a line: a disc where something is really known, and its number beside it where one is to be read. */
export function PathMark({
  line,
  cx,
  cy,
  payload,
  endsAt,
  isNarrow,
}: {
  line: PathLineName
  cx?: number
  cy?: number
  payload?: unknown
  /** Where the path ends. */
  endsAt: number
  isNarrow: boolean
}) {
  if (!isRow(payload) || cx === undefined || cy === undefined || payload[line] === null) return null
  const place = payload.at !== endsAt ? 'inside' : isNarrow ? 'tightEnd' : 'end'
  const { colour } = LINE_LOOKS[line]
  const said = payload.marks[line]
  return (
    <g>
      {line === 'actual' && payload.period !== null && !payload.isRestated && (
        <circle cx={cx} cy={cy} r={3} fill={colour} />
      )}
      {line === 'actual' && payload.isRestated && <RestatedMark x={cx} y={cy} />}
      {line === 'pending' && <PendingMark x={cx} y={cy} />}
      {line === 'projection' && said !== undefined && (
        <circle cx={cx} cy={cy} r={3} fill="var(--paper)" stroke={colour} strokeWidth={1.5} />
      )}
      {said !== undefined && (
        <text
          {...placed({ line, payload, cx, cy, place })}
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

/**
 * Where a number is written so that neither a line nor another number runs through it: lines rise to the right, so the
 * higher of two stands above and left of its point, the lower one below and right; at the end of the path both stand
 * right of it, where there is room, and what is expected left of it.
 */
function placed({ line, payload: row, cx, cy, place }: Placed) {
  const [actual, required, target] = [row.actual ?? row.projection, row.required ?? 0, row.target]
  if (line === 'pending') return { x: cx - 9, y: cy + 4, textAnchor: 'end' } as const
  if (line === 'projection') {
    const isHigh = (row.projection ?? 0) >= Math.max(required, target ?? 0)
    return { x: cx - 7, y: isHigh ? cy - 5 : cy + 14, textAnchor: 'end' } as const
  }
  const isHigher =
    line === 'actual'
      ? (actual ?? 0) >= required
      : line === 'target'
        ? (target ?? 0) > required
        : required > (place === 'inside' ? (actual ?? 0) : (target ?? required - 1))
  if (place === 'inside' || line === 'actual') {
    return isHigher
      ? ({ x: cx + 4, y: cy - 9, textAnchor: 'end' } as const)
      : ({ x: cx + 5, y: cy + 15, textAnchor: 'start' } as const)
  }
  if (place === 'end') return { x: cx + 6, y: isHigher ? cy - 3 : cy + 13, textAnchor: 'start' } as const
  return { x: cx, y: isHigher ? cy - 7 : cy + 16, textAnchor: 'end' } as const
}

/** Whether what the drawing hands over is one of our rows. */
export function isRow(value: unknown): value is PathChartRow {
  return typeof value === 'object' && value !== null && 'marks' in value && 'at' in value
}
