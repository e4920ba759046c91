import type { ExposureShare } from '@/lib/rules/exposure'

/** The lines that tell the parts of a bar in grey and without colour: once a page. */
export function ExposurePattern() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <pattern id="exposure-pending" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--paper)" />
          <path d="M0 6 6 0M-1 1 1-1M5 7 7 5" stroke="var(--chart-actual)" strokeWidth="1.6" fill="none" />
        </pattern>
        <pattern id="exposure-refused" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--paper)" />
          <path d="M1 0V4" stroke="var(--chart-required)" strokeWidth="1" fill="none" />
        </pattern>
      </defs>
    </svg>
  )
}

const FILLS = {
  paid: 'var(--chart-actual)',
  pending: 'url(#exposure-pending)',
  open: 'var(--paper)',
  notGranted: 'url(#exposure-refused)',
} as const

/** What money is made up of, from nothing to the whole; parts in thousandths. It is not stretched: lines in it would merge. */
export function ExposureBar({ parts, label }: { parts: readonly ExposureShare[]; label: string }) {
  return (
    <svg role="img" aria-label={label} className="block h-6 w-full min-w-32 print:[print-color-adjust:exact]">
      {parts.map(({ part, from, width }) => (
        <rect
          key={part}
          x={`${String(from / 10)}%`}
          y="4"
          width={`${String(width / 10)}%`}
          height="16"
          fill={FILLS[part]}
          stroke="var(--chart-required)"
          strokeWidth="1"
        />
      ))}
    </svg>
  )
}
