'use client'

import { useState, type Key } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { LINE_LOOKS, LINE_NAMES } from './line-looks'
import { PathMark } from './path-mark'
import { PathPointed } from './path-pointed'
import type { PathChartData } from './path-chart-data'

interface Dot {
  readonly key?: Key | null
  readonly cx?: number
  readonly cy?: number
  readonly payload?: unknown
}

const AXIS = { stroke: 'var(--edge)', tick: { fill: 'var(--muted)', fontSize: 12 } } as const
const DIGIT = 7
/** Below so many pixels quarters are numbered without a word, and nothing is written right of the end. */
const NARROW = 480
// The back lines first: what is real is drawn over what is required.
const DRAWN = [...LINE_NAMES].toReversed()

/** The picture of one result: actual, required path, own target, projection. Drawn by recharts, in the browser only. */
export function PathDrawing({ data }: { data: PathChartData }) {
  const [width, setWidth] = useState(0)
  const isNarrow = width < NARROW
  const end = data.quarters.at(-1)?.at ?? 0
  const room = isNarrow ? 12 : Math.max(24, lastMark(data) * DIGIT + 12)
  const widest = data.most.toLocaleString('en-US', { maximumFractionDigits: 0 }).length
  return (
    <ResponsiveContainer width="100%" height="100%" onResize={setWidth}>
      <LineChart
        data={[...data.rows]}
        margin={{ top: 34, right: room, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        aria-hidden="true"
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          xAxisId="quarters"
          type="number"
          dataKey="at"
          domain={[0, end]}
          ticks={data.quarters.map(({ at }) => at)}
          tickFormatter={(at: number) => data.quarters[at - 1]?.[isNarrow ? 'short' : 'label'] ?? ''}
          interval={0}
          height={20}
          tickSize={4}
          {...AXIS}
        />
        <XAxis
          xAxisId="years"
          type="number"
          dataKey="at"
          domain={[0, end]}
          ticks={data.years.map(({ at }) => at)}
          tickFormatter={(at: number) => data.years.find((year) => year.at === at)?.label ?? ''}
          interval={0}
          height={20}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--ink)', fontSize: 12 }}
        />
        <YAxis
          width={widest * DIGIT + 12}
          domain={[0, 'auto']}
          allowDecimals={!data.isWhole}
          tickFormatter={(value: number) => value.toLocaleString('en-US')}
          tickLine={false}
          axisLine={false}
          tick={AXIS.tick}
        />
        {data.bounds.map((at) => (
          <ReferenceLine key={at} xAxisId="quarters" x={at} stroke="var(--line)" />
        ))}
        {data.judged && (
          <ReferenceLine
            xAxisId="quarters"
            x={data.judged.at}
            stroke="var(--edge)"
            strokeDasharray="2 2"
            label={{
              value: data.judged.label,
              position: 'top',
              offset: 18,
              fill: 'var(--muted)',
              fontSize: 12,
            }}
          />
        )}
        <Tooltip content={<PathPointed lines={data.lines} />} isAnimationActive={false} />
        {DRAWN.filter((name) => data.lines[name] !== undefined).map((name) => (
          <Line
            key={name}
            xAxisId="quarters"
            dataKey={name}
            stroke={LINE_LOOKS[name].colour}
            strokeWidth={LINE_LOOKS[name].width}
            strokeDasharray={LINE_LOOKS[name].dashes}
            connectNulls={name === 'projection'}
            isAnimationActive={false}
            dot={({ key, ...dot }: Dot) => (
              <PathMark key={key} line={name} endsAt={end} isNarrow={isNarrow} {...dot} />
            )}
            activeDot={{ r: 5 }}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}

/** How long the longest number at the end of the path is. */
function lastMark({ rows }: PathChartData): number {
  const { required = '', target = '' } = rows.at(-1)?.marks ?? {}
  return Math.max(required.length, target.length)
}
