'use client'

import { useWords } from '@/components/ui/locale-provider'
import { evidence } from '@/lib/i18n/words/evidence'
import type { EvidenceTarget } from '@/lib/store/evidence-links'
import { useEvidence, useEvidenceOf } from './evidence-context'

/** A small mark beside a figure or row: how many files stand behind it. Opens them; not there where nothing can be added or read. */
export function EvidenceMark({
  place,
  name,
  panel,
}: {
  place: EvidenceTarget
  /** What it is evidence of. */
  name: string
  panel: { readonly isOpen: boolean; readonly toggle: () => void; readonly id: string }
}) {
  const said = useWords(evidence)
  const page = useEvidence()
  const count = useEvidenceOf(place).length
  if (page === null || (!page.canEdit && count === 0)) return null
  return (
    <button
      type="button"
      aria-expanded={panel.isOpen}
      aria-controls={panel.id}
      aria-label={said.markOf(name, count)}
      onClick={panel.toggle}
      className="inline-flex min-h-6 cursor-pointer items-center gap-1 text-sm text-accent underline underline-offset-4 print:hidden"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5 shrink-0">
        <path
          d="M5 8.5l4.2-4.2a2 2 0 012.8 2.8l-5.4 5.4a3.3 3.3 0 01-4.7-4.7L7.5 2.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </svg>
      {said.mark(count)}
    </button>
  )
}
