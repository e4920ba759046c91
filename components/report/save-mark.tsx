'use client'

import type { ReactNode } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import type { CellStatus } from '@/lib/entry/cell'
import type { Connection } from '@/lib/entry/form-state'
import { entry } from '@/lib/i18n/words/entry'

export type Mark = CellStatus | 'offline' | 'kept' | 'stuck'

/** What waits, waits for something: the network, a sign-in, or for good. */
export function markOf(status: CellStatus, connection: Connection): Mark {
  if (status !== 'waiting') return status
  switch (connection) {
    case 'fine':
      return 'waiting'
    case 'offline':
      return 'offline'
    case 'signedOut':
    case 'otherAccount':
      return 'kept'
    case 'closed':
      return 'stuck'
  }
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7, strokeLinecap: 'round' } as const
const clock = (
  <g {...line}>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 4.4v3.8l2.4 1.6" />
  </g>
)
const warning = (
  <path
    fill="currentColor"
    fillRule="evenodd"
    d="M8 1 15.4 14.6H.6Zm-.9 5.2.3 4h1.2l.3-4Zm0 5.2v1.6h1.8v-1.6Z"
  />
)

const DRAWINGS: Readonly<Record<Mark, ReactNode>> = {
  empty: <circle cx="8" cy="8" r="5.8" {...line} strokeDasharray="2.4 2.6" />,
  saved: <path d="M2.6 8.6 6.4 12.2 13.6 4" {...line} strokeWidth={2} />,
  typing: <path d="m2.6 13.4.8-3L11 2.8l2.2 2.2-7.6 7.6Z" {...line} strokeLinejoin="round" />,
  saving: <path d="M13.6 8A5.6 5.6 0 1 1 11 3.3M11.2.8v2.8H8.4" {...line} />,
  waiting: clock,
  refused: warning,
  conflict: <path d="M1.8 5h10.4M9.6 2.2 12.4 5 9.6 7.8M14.2 11H3.8M6.4 8.2 3.6 11l2.8 2.8" {...line} />,
  offline: (
    <g {...line}>
      <path d="M4.4 12.6h7a2.9 2.9 0 0 0 .5-5.7 4.1 4.1 0 0 0-7.9-.6 3.2 3.2 0 0 0 .4 6.3Z" />
      <path d="M2 2l12 12.6" />
    </g>
  ),
  kept: (
    <g {...line}>
      <rect x="3" y="7" width="10" height="7" rx="1" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </g>
  ),
  stuck: warning,
}

const LOOKS: Readonly<Record<Mark, string>> = {
  empty: 'text-muted',
  saved: 'text-met',
  typing: 'text-muted',
  saving: 'text-accent',
  waiting: 'text-accent',
  refused: 'text-danger',
  conflict: 'text-behind-pace',
  offline: 'text-behind-pace',
  kept: 'text-behind-pace',
  stuck: 'text-danger',
}

/** The icon of a mark; its word stands beside it. */
export function MarkIcon({ mark, className = '' }: { mark: Mark; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block size-4 shrink-0 ${LOOKS[mark]} ${className}`}
    >
      {DRAWINGS[mark]}
    </svg>
  )
}

/** How a cell is saved, by icon and word. */
export function SaveMark({ mark }: { mark: Mark }) {
  const said = useWords(entry)
  return (
    <span data-mark={mark} className={`inline-flex items-center gap-1 text-sm ${LOOKS[mark]}`}>
      <MarkIcon mark={mark} />
      {said.mark[mark]}
    </span>
  )
}
