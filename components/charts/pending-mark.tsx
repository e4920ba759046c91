/** The sign of a figure that is submitted and not accepted: a hatched square, told apart in grey as well. */
export function PendingMark({ x, y, size = 5 }: { x: number; y: number; size?: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 5})`} stroke="var(--muted)">
      <rect x="-5" y="-5" width="10" height="10" fill="var(--paper)" strokeWidth="1.5" />
      <path d="M-5 1 1-5M-5 5 5-5M-1 5 5-1" strokeWidth="1" fill="none" />
    </g>
  )
}

/** The sign of a figure that was corrected after it was accepted: a diamond in the place of the disc. */
export function RestatedMark({ x, y, size = 5 }: { x: number; y: number; size?: number }) {
  return (
    <path
      d="M0-5 5 0 0 5-5 0z"
      transform={`translate(${x} ${y}) scale(${size / 5})`}
      fill="var(--paper)"
      stroke="var(--chart-actual)"
      strokeWidth="2"
    />
  )
}
