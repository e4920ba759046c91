/** The lines that tell results from money in grey and without colour: once a page. */
export function DualPattern() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <pattern id="dual-achieved" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--paper)" />
          <path d="M0 6 6 0M-1 1 1-1M5 7 7 5" stroke="var(--chart-required)" strokeWidth="1.6" fill="none" />
        </pattern>
      </defs>
    </svg>
  )
}

/**
 * Money above, results below, both from nothing to the whole; shares in thousandths, null where there is none. It is not
 * stretched: the lines that tell results would merge on a narrow screen.
 */
export function DualBars({
  spent,
  achieved,
  label,
}: {
  spent: number | null
  achieved: number
  label: string
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      className="block h-10 w-full min-w-48 print:min-w-16 print:[print-color-adjust:exact]"
    >
      {[0, 25, 50, 75, 100].map((at) => (
        <line
          key={at}
          x1={`${String(at)}%`}
          x2={`${String(at)}%`}
          y1="0"
          y2="100%"
          className="stroke-line"
          strokeWidth="1"
        />
      ))}
      {spent !== null && (
        <rect
          x="0"
          y="5"
          width={`${String(Math.min(spent, 1000) / 10)}%`}
          height="13"
          fill="var(--chart-actual)"
        />
      )}
      <rect
        x="0"
        y="22"
        width={`${String(achieved / 10)}%`}
        height="13"
        fill="url(#dual-achieved)"
        stroke="var(--chart-required)"
        strokeWidth="1"
      />
    </svg>
  )
}
