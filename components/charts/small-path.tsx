import type { PathPointDrawn } from '@/lib/review/path-lines'
import { LINE_LOOKS } from './line-looks'
import { PendingMark, RestatedMark } from './pending-mark'

const [WIDTH, HEIGHT] = [240, 84]
const [LEFT, RIGHT, TOP, BOTTOM] = [6, 6, 8, 4]
const SHOWN = ['required', 'target', 'actual'] as const

/**
 * A path as small as it can be read: the same signs as the large chart, drawn on the server, no numbers in it. Several of
 * them can share the scale of `most`.
 */
export function SmallPath({
  drawn,
  quarters,
  most,
  label,
  bounds,
}: {
  drawn: readonly PathPointDrawn[]
  /** How many quarters the drawing is wide. */
  quarters: number
  /** What the top of the drawing stands for. */
  most: number
  /** Says what the picture shows, for those who do not see it. */
  label: string
  /** Where one year ends and the next begins. */
  bounds: readonly number[]
}) {
  const x = (at: number) => LEFT + (at / Math.max(1, quarters)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => TOP + (1 - value / (most > 0 ? most : 1)) * (HEIGHT - TOP - BOTTOM)
  const path = (name: (typeof SHOWN)[number]) =>
    drawn
      .map((point, i) => {
        const value = point[name]
        if (value === null) return ''
        const follows = (drawn[i - 1]?.[name] ?? null) !== null
        return `${follows ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(value).toFixed(1)}`
      })
      .join('')
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="block w-full print:[print-color-adjust:exact]"
    >
      {bounds.map((at) => (
        <path key={at} d={`M${x(at)} ${TOP}V${HEIGHT - BOTTOM}`} stroke="var(--line)" />
      ))}
      <path d={`M${LEFT} ${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} stroke="var(--edge)" />
      {SHOWN.map((name) => (
        <path
          key={name}
          d={path(name)}
          fill="none"
          stroke={LINE_LOOKS[name].colour}
          strokeWidth={LINE_LOOKS[name].width}
          strokeDasharray={LINE_LOOKS[name].dashes}
        />
      ))}
      <path
        d={drawn
          .flatMap(({ at, quarter, actual, isRestated }) =>
            quarter === null || actual === null || isRestated
              ? []
              : [`M${x(at).toFixed(1)} ${y(actual).toFixed(1)}h0`],
          )
          .join('')}
        stroke={LINE_LOOKS.actual.colour}
        strokeWidth="5"
        strokeLinecap="round"
      />
      {drawn.map(({ at, actual, isRestated }) =>
        actual !== null && isRestated ? <RestatedMark key={at} x={x(at)} y={y(actual)} size={4} /> : null,
      )}
      {drawn.map(({ at, pending }) =>
        pending === null ? null : <PendingMark key={at} x={x(at)} y={y(pending)} size={4} />,
      )}
    </svg>
  )
}
