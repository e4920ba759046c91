'use client'

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { Clip } from '@/components/ui/clip'
import { useWords } from '@/components/ui/locale-provider'
import { evidence } from '@/lib/i18n/words/evidence'
import type { IndicatorCode } from '@/lib/notice'
import type { EvidenceTarget } from '@/lib/store/evidence-links'
import { useEvidence } from './evidence-context'

/** The files behind the rows of one register: of which row they are open, and where they may be changed. */
interface RowFiles {
  readonly open: string | null
  readonly toggle: (row: string) => void
  readonly placeOf: (row: string) => EvidenceTarget
  readonly isEditable: (row: string) => boolean
}

const RowFilesContext = createContext<RowFiles | null>(null)

/** Around a register whose rows have files. */
export function RowFilesProvider({
  indicator,
  only,
  children,
}: {
  indicator: IndicatorCode
  /** Ids of the only rows that may be changed; null for all of them. */
  only: readonly string[] | null
  children: ReactNode
}) {
  const [open, setOpen] = useState<string | null>(null)
  const value = useMemo(
    (): RowFiles => ({
      open,
      toggle: (row) => {
        setOpen(open === row ? null : row)
      },
      placeOf: (target) => ({ indicator, kind: 'row', target }),
      isEditable: (row) => only?.includes(row) !== false,
    }),
    [open, indicator, only],
  )
  return <RowFilesContext value={value}>{children}</RowFilesContext>
}

/** The files of the register's rows; null where a register shows none. */
export const useRowFiles = (): RowFiles | null => useContext(RowFilesContext)

/**
 * In a row of the grid: how many files stand behind it; where there are none, only in the row where the person is. By mouse it
 * opens them below the grid; by keyboard the row's panel does, so that Tab goes from cell to cell.
 */
export function RowFilesMark({ row, name, isHere }: { row: string; name: string; isHere: boolean }) {
  const said = useWords(evidence)
  const page = useEvidence()
  const files = useRowFiles()
  if (page === null || files === null) return null
  const count = page.countAt(files.placeOf(row))
  if (count === 0 && !(isHere && page.canEdit)) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      data-files=""
      title={said.mark(count)}
      aria-label={said.markOf(name, count)}
      onClick={() => {
        files.toggle(row)
      }}
      className={`ml-1 inline-flex sm:float-right min-h-6 min-w-6 cursor-pointer items-center justify-center gap-0.5 text-sm print:hidden ${count === 0 ? 'text-muted' : 'text-accent'}`}
    >
      <Clip />
      {count > 0 && count}
    </button>
  )
}
