import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'accent' | 'good' | 'attention' | 'danger'

const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'text-not-yet-due bg-not-yet-due-wash',
  accent: 'text-accent bg-accent-wash',
  good: 'text-met bg-met-wash',
  attention: 'text-behind-pace bg-behind-pace-wash',
  danger: 'text-danger bg-danger-wash',
}

/** A short word that marks a thing. The word carries the meaning; the colour only helps. */
export function Badge({
  tone = 'neutral',
  wraps = false,
  children,
}: {
  tone?: Tone
  /** Of several words in a narrow column. */
  wraps?: boolean
  children: ReactNode
}) {
  return (
    <span
      className={`inline-block rounded border border-current px-1.5 text-sm ${wraps ? '' : 'whitespace-nowrap'} ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}

/** The states in the life of a report, as far as their look goes. */
export type ReportStatus =
  'open' | 'draft' | 'certified' | 'submitted' | 'forwarded' | 'returned' | 'accepted'

const STATUS_TONES: Readonly<Record<ReportStatus, Tone>> = {
  open: 'neutral',
  draft: 'neutral',
  certified: 'accent',
  submitted: 'accent',
  forwarded: 'accent',
  returned: 'attention',
  accepted: 'good',
}

const STATUS_SIGNS: Readonly<Record<ReportStatus, string>> = {
  open: '○',
  draft: '◔',
  certified: '◑',
  submitted: '◕',
  forwarded: '◕',
  returned: '↩',
  accepted: '●',
}

/** The state of a report; `label` is its word from `words.names.status`. */
export function StatusBadge({ status, label }: { status: ReportStatus; label: string }) {
  return (
    <Badge tone={STATUS_TONES[status]}>
      <span aria-hidden="true" className="mr-1">
        {STATUS_SIGNS[status]}
      </span>
      {label}
    </Badge>
  )
}
