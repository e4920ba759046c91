'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState, type RefObject } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import type { RowsAutosave } from '@/lib/entry/rows-autosave'
import type { RowsPaste } from '@/lib/entry/rows-paste'
import { formatNumber } from '@/lib/i18n/format'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { GridHandle } from './grid'
import type { RowDeeds } from './row-panel'
import type { Told } from './told'

/** What a person can do with rows besides typing, and what came of it. */
export function useRowDeeds({
  autosave,
  paste,
  submitted,
  grid,
}: {
  autosave: RowsAutosave<Told>
  paste: RowsPaste
  /** Ids of rows that stand in a submitted version: withdrawn with a reason, never taken out. */
  submitted: readonly string[]
  grid: RefObject<GridHandle | null>
}) {
  const { undone } = useWords(registerGrid)
  const [lastOut, setLastOut] = useState<string | null>(null)
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const router = useRouter()
  const deeds = useMemo(
    (): RowDeeds => ({
      correct: (id, field, text) => {
        autosave.type(id, field, text)
        autosave.leave(id)
      },
      choose: (id, whose) => {
        autosave.choose(id, whose)
      },
      takeOut: (id) => {
        if (submitted.includes(id)) setWithdrawing(id)
        else {
          autosave.takeOut([id])
          setLastOut(id)
        }
      },
      putBack: (id) => {
        autosave.putBack(id)
        setLastOut(null)
      },
    }),
    [autosave, submitted],
  )
  const withdrawn = useCallback(() => {
    setWithdrawing(null)
    router.refresh()
  }, [router])
  const putBack = useCallback(
    (id: string) => {
      deeds.putBack(id)
      setTimeout(() => grid.current?.goTo(id))
    },
    [deeds, grid],
  )
  const undo = (): string | null => {
    const step = autosave.undo()
    if (step?.kind === 'added') paste.discard()
    setNews(
      step === null
        ? undone.nothing
        : step.kind === 'added'
          ? undone.added(formatNumber(String(step.ids.length)))
          : undone[step.kind],
    )
    return step === null || step.kind === 'added'
      ? null
      : step.kind === 'cell'
        ? step.id
        : (step.ids[0] ?? null)
  }
  return { deeds, putBack, undo, lastOut, news, withdrawing, withdrawn }
}
