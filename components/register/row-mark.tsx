'use client'

import { useWords } from '@/components/ui/locale-provider'
import type { RowStatus } from '@/lib/entry/grid-row'
import type { RowsConnection } from '@/lib/entry/rows-store'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

/** What waits says what it waits for. */
type Mark = RowStatus | Exclude<RowsConnection, 'fine'>

const SIGNS: Readonly<Record<Mark, string>> = {
  empty: '',
  saved: '✓',
  typing: '✎',
  saving: '…',
  waiting: '…',
  refused: '!',
  conflict: '⇄',
  offline: '⌁',
  signedOut: '⌁',
  otherAccount: '⌁',
  closed: '⌁',
}

const LOOKS: Readonly<Record<Mark, string>> = {
  empty: 'text-muted',
  saved: 'text-met',
  typing: 'text-muted',
  saving: 'text-muted',
  waiting: 'text-muted',
  refused: 'font-semibold text-danger',
  conflict: 'font-semibold text-behind-pace',
  offline: 'text-behind-pace',
  signedOut: 'text-behind-pace',
  otherAccount: 'text-behind-pace',
  closed: 'text-behind-pace',
}

/** How a row stands: a sign and a word. */
export function RowMark({ status, connection }: { status: RowStatus; connection: RowsConnection }) {
  const { save } = useWords(registerDeeds)
  const mark: Mark = status === 'waiting' && connection !== 'fine' ? connection : status
  return (
    <span data-sign={SIGNS[mark] === '' ? undefined : SIGNS[mark]} className={`row-mark ${LOOKS[mark]}`}>
      {save[mark]}
    </span>
  )
}
