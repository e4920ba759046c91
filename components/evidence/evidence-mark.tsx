'use client'

import { Clip } from '@/components/ui/clip'
import { useWords } from '@/components/ui/locale-provider'
import { evidence } from '@/lib/i18n/words/evidence'
import type { EvidenceTarget } from '@/lib/store/evidence-links'
import { useEvidence } from './evidence-context'

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
  const count = page?.countAt(place) ?? 0
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
      <Clip />
      {said.mark(count)}
    </button>
  )
}
