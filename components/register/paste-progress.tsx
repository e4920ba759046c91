'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import type { PasteState } from '@/lib/entry/rows-paste'
import { formatNumber } from '@/lib/i18n/format'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import { registerGrid } from '@/lib/i18n/words/register-grid'

/** How far the entering of a paste has come; and when it is done, the way back. */
export function PasteProgress({
  state: { entering, added },
  onStop,
  onUndo,
}: {
  state: PasteState
  onStop: () => void
  onUndo: (ids: readonly string[]) => void
}) {
  const { paste } = useWords(registerGrid)
  const { paste: said } = useWords(registerDeeds)
  if (entering !== null) {
    const { done, all } = entering
    const sentence = paste.progress(formatNumber(String(done)), formatNumber(String(all)))
    return (
      <Banner>
        <p className="flex flex-wrap items-center gap-3">
          <progress value={done} max={all} aria-label={sentence} className="w-48" />
          {sentence}
          <Button onClick={onStop}>{paste.stop}</Button>
        </p>
        <p className="text-muted">{paste.goOn}</p>
      </Banner>
    )
  }
  if (added === null) return null
  return (
    <Banner tone="done" live>
      {said.done(formatNumber(String(added.length)))}{' '}
      <Button
        onClick={() => {
          onUndo(added)
        }}
      >
        {said.undo}
      </Button>
    </Banner>
  )
}
