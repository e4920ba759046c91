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

/** Money above, results below, both from nothing to the whole; shares in thousandths, null where there is none. */
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
      viewBox="0 0 1000 40"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block h-10 w-full min-w-48 print:min-w-16 print:[print-color-adjust:exact]"
    >
      {[0, 250, 500, 750, 1000].map((at) => (
        <path
          key={at}
          d={`M${String(at)} 0V40`}
          className="stroke-line"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {spent !== null && (
        <rect x="0" y="5" width={Math.min(spent, 1000)} height="13" fill="var(--chart-actual)" />
      )}
      <rect
        x="0"
        y="22"
        width={achieved}
        height="13"
        fill="url(#dual-achieved)"
        stroke="var(--chart-required)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
