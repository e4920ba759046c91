import { LINE_NAMES } from './line-looks'
import type { PathChartData } from './path-chart-data'
import { isRow } from './path-mark'

/** What a chart says about the quarter that is pointed at: the exact numbers. */
export function PathPointed({
  lines,
  active,
  payload,
}: {
  lines: PathChartData['lines']
  active?: boolean
  payload?: readonly { readonly payload?: unknown }[]
}) {
  const row = payload?.[0]?.payload
  if (active !== true || !isRow(row) || row.period === null) return null
  return (
    <div className="border border-edge bg-paper px-2 py-1 text-sm">
      <p className="font-semibold">{row.period}</p>
      {LINE_NAMES.map(
        (name) =>
          row.said[name] !== undefined && (
            <p key={name} className="flex justify-between gap-x-4">
              <span className="text-muted">{lines[name]}</span>
              <span className="figure">{row.said[name]}</span>
            </p>
          ),
      )}
    </div>
  )
}
