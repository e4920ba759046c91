'use client'

import { useWords } from '@/components/ui/locale-provider'
import type { RowStatus } from '@/lib/entry/grid-row'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

type Mark = RowStatus | 'offline'

const SIGNS: Readonly<Record<Mark, string>> = {
  empty: '',
  saved: '✓',
  typing: '✎',
  saving: '…',
  waiting: '…',
  refused: '!',
  conflict: '⇄',
  offline: '⌁',
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
}

/** How a row stands: a sign and a word. */
export function RowMark({ status, isOffline }: { status: RowStatus; isOffline: boolean }) {
  const { save } = useWords(registerDeeds)
  const mark: Mark = status === 'waiting' && isOffline ? 'offline' : status
  return (
    <span className={`inline-block py-1 text-sm whitespace-nowrap ${LOOKS[mark]}`}>
      {SIGNS[mark] !== '' && (
        <span aria-hidden="true" className="mr-1">
          {SIGNS[mark]}
        </span>
      )}
      {save[mark]}
    </span>
  )
}
