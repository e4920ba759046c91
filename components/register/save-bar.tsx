'use client'

import { memo, useEffect, useRef } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { shownText, type GridRow } from '@/lib/entry/grid-row'
import { formatNumber } from '@/lib/i18n/format'
import { register } from '@/lib/i18n/words/register'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

/** The state of the whole register and the next step, always in sight under the grid. */
export const SaveBar = memo(function SaveBar({
  toCorrect,
  unsent,
  news,
  lastOut,
  onPutBack,
  onAdd,
  reportHref,
}: {
  /** How many rows somebody has to correct, and how many are not yet safe on the server. */
  toCorrect: number
  unsent: number
  /** What was taken back just now. */
  news: string
  /** The row just taken out, to be put back at once. */
  lastOut: GridRow | null
  onPutBack: (id: string) => void
  /** Null where only rows that were given back are open. */
  onAdd: (() => void) | null
  reportHref: string
}) {
  const { save } = useWords(registerDeeds)
  const { grid, toReport } = useWords(register)
  const [look, sign, text] =
    toCorrect > 0
      ? ['text-danger font-semibold', '!', save.toCorrect(formatNumber(String(toCorrect)))]
      : unsent > 0
        ? ['text-behind-pace', '…', save.unsaved(formatNumber(String(unsent)))]
        : ['text-met', '✓', save.all]
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border border-t-0 border-line bg-paper px-2 py-1 print:hidden">
      <p role="status" className={`min-w-40 ${look}`}>
        <span aria-hidden="true" className="mr-1">
          {sign}
        </span>
        {text}
      </p>
      <p role="status" className="empty:hidden">
        {news}
      </p>
      {onAdd !== null && <Button onClick={onAdd}>{grid.add}</Button>}
      {lastOut !== null && <Undo key={lastOut.id} row={lastOut} onPutBack={onPutBack} />}
      <LinkButton href={reportHref} className="ml-auto">
        {toReport}
      </LinkButton>
    </div>
  )
})

/** The row is gone from under the focus, which comes here. */
function Undo({ row, onPutBack }: { row: GridRow; onPutBack: (id: string) => void }) {
  const { takenOut } = useWords(registerDeeds)
  const { grid } = useWords(register)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
  }, [])
  const { name } = shownText(row)
  return (
    <span className="flex items-center gap-2">
      {takenOut.one(name === '' ? grid.noName : name)}
      <Button
        ref={button}
        onClick={() => {
          onPutBack(row.id)
        }}
      >
        {takenOut.undo}
      </Button>
    </span>
  )
}
