/** The quarters above the bars of a plan, each year named once. */
export function PlanScale({ quarters, label }: { quarters: readonly string[]; label: string }) {
  return (
    <span className="flex">
      <span className="sr-only">{label}</span>
      {quarters.map((quarter, i) => (
        <span
          key={quarter}
          className={`min-w-0 flex-1 overflow-visible border-l border-line pl-0.5 text-xs font-normal whitespace-nowrap ${
            quarter.endsWith('Q1') || i === 0
              ? 'border-edge text-ink'
              : 'text-transparent print:text-transparent'
          }`}
          aria-hidden="true"
        >
          {quarter.endsWith('Q1') || i === 0 ? quarter.slice(0, 4) : ''}
        </span>
      ))}
    </span>
  )
}

/** One bar: planned from its first day to its last, the part that is done dark, today an upright line. */
export function PlanBar({
  bar,
  isHead,
  today,
  quarters,
  label,
}: {
  bar: { readonly from: number; readonly width: number; readonly done: number } | null
  /** What sums others up is drawn thinner. */
  isHead: boolean
  today: number | null
  quarters: number
  label: string
}) {
  const [top, height] = isHead ? [12, 8] : [8, 16]
  return (
    <svg
      viewBox="0 0 1000 32"
      preserveAspectRatio="none"
      role={bar === null ? undefined : 'img'}
      aria-label={bar === null ? undefined : label}
      aria-hidden={bar === null ? true : undefined}
      className="block h-8 w-full"
    >
      <path
        d={Array.from(
          { length: quarters },
          (_, i) => `M${String(Math.round((i * 1000) / quarters))} 0V32`,
        ).join('')}
        className="stroke-line"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
      {bar !== null && (
        <>
          <rect
            x={bar.from}
            y={top}
            width={bar.width}
            height={height}
            className="fill-accent-wash stroke-accent"
            strokeWidth="1"
            vectorEffect="non-scaling-stroke"
          />
          <rect
            x={bar.from}
            y={top}
            width={(bar.width * bar.done) / 100}
            height={height}
            className="fill-accent"
          />
        </>
      )}
      {today !== null && (
        <path
          d={`M${String(today)} 0V32`}
          className="stroke-behind-pace"
          strokeWidth="2"
          strokeDasharray="4 2"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  )
}
