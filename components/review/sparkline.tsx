import { approximate } from '@/lib/values'

const [WIDTH, HEIGHT, EDGE] = [112, 22, 3]

/** A small line of figures, oldest first; a gap where there is none. Drawn only: the figures stand in a table beside it. */
export function Sparkline({ values }: { values: readonly (string | null)[] }) {
  const numbers = values.map((value) => (value === null ? null : approximate(value)))
  const known = numbers.filter((number) => number !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const step = (WIDTH - 2 * EDGE) / Math.max(values.length - 1, 1)
  const points = numbers.map((number, i) =>
    number === null
      ? null
      : {
          x: EDGE + i * step,
          // All the same: a line in the middle.
          y:
            high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((number - low) / (high - low)) * (HEIGHT - 2 * EDGE),
        },
  )
  const path = points
    .map((point, i) =>
      point === null ? '' : `${points[i - 1] == null ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`,
    )
    .join('')
  const last = points.at(-1)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - 1} y2={HEIGHT - 1} stroke="var(--color-line)" />
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" />
      {points.map((point, i) =>
        point === null ? null : <circle key={i} cx={point.x} cy={point.y} r="1.5" fill="currentColor" />,
      )}
      {last != null && <circle cx={last.x} cy={last.y} r="3" fill="currentColor" />}
    </svg>
  )
}
