import { PendingMark, RestatedMark } from './pending-mark'
import { LINE_LOOKS, LINE_NAMES } from './line-looks'
import type { PathChartData } from './path-chart-data'

/** Which line is what, with a sample of each. */
export function ChartLegend({
  lines,
  restated,
  aside,
}: Pick<PathChartData, 'lines' | 'restated'> & { readonly aside: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm">
      {LINE_NAMES.map((name) => {
        const said = lines[name]
        const { colour, width, dashes } = LINE_LOOKS[name]
        return (
          said !== undefined && (
            <span key={name} className="inline-flex items-center gap-1.5">
              <svg viewBox="0 0 30 10" aria-hidden="true" className="h-2.5 w-7.5">
                {name === 'pending' ? (
                  <PendingMark x={15} y={5} size={4} />
                ) : (
                  <line
                    x1="0"
                    y1="5"
                    x2="30"
                    y2="5"
                    stroke={colour}
                    strokeWidth={width}
                    strokeDasharray={dashes}
                  />
                )}
                {name === 'actual' && <circle cx="15" cy="5" r="3.5" fill={colour} />}
              </svg>
              {said}
            </span>
          )
        )
      })}
      {restated !== null && (
        <span className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 14 12" aria-hidden="true" className="h-3 w-3.5">
            <RestatedMark x={7} y={6} size={4} />
          </svg>
          {restated}
        </span>
      )}
      <span className="ml-auto text-muted">{aside}</span>
    </p>
  )
}
