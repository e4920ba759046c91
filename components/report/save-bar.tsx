'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { cellId } from '@/lib/entry/cell-id'
import { statusOf, type CellStatus, type EntryCell } from '@/lib/entry/cell'
import type { FormState } from '@/lib/entry/form-state'
import { formatDateTime } from '@/lib/i18n/format-time'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { entry } from '@/lib/i18n/words/entry'
import { useAutosave, useLater } from './entry-context'
import { LeaveGuard } from './leave-guard'
import { PasteResult } from './pasted-blocks'
import { MarkIcon, type Mark } from './save-mark'

/** Always in sight: whether all is saved, what is to be put right, who else is here, and the next step. */
export function SaveBar({ next, here, children }: { next: string; here: string; children: ReactNode }) {
  const form = useAutosave()
  const state = useLater((now) => now)
  const router = useRouter()
  const said = useWords(entry).bar
  const [isBlocked, setBlocked] = useState(false)
  const cells = [...state.cells.values()]
  const wrong = cells.filter((cell) => ['refused', 'conflict'].includes(statusOf(cell)))
  const unsent = form.unsent().length
  const go = async () => {
    const left = await form.flush()
    setBlocked(left.length > 0)
    if (left.length === 0) router.push(next)
    else goTo(left.find((cell) => ['refused', 'conflict'].includes(statusOf(cell))) ?? left[0])
  }
  return (
    <section
      aria-label={said.label}
      className="save-bar sticky bottom-0 z-30 -mx-4 mt-4 border-t border-edge bg-paper px-4 py-2 print:hidden"
    >
      <LeaveGuard />
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1" role="status">
          <Summary state={state} cells={cells} />
          {wrong.length > 0 && (
            <Button
              variant="quiet"
              onClick={() => {
                goTo(wrong[0])
              }}
            >
              {said.toFirst}
            </Button>
          )}
          <PasteResult />
          {!state.isKept && <span className="text-danger">{said.notKept}</span>}
          {isBlocked && unsent > 0 && <span className="text-danger">{said.blocked(unsent)}</span>}
        </div>
        <Ways state={state} here={here} />
        <span className="ml-auto text-sm text-muted">
          {said.answered(String(state.answered), String(state.asked))}
        </span>
        <LinkButton
          href={next}
          variant="primary"
          data-goes=""
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || form.unsent().length === 0) return
            event.preventDefault()
            void go()
          }}
        >
          {said.next}
        </LinkButton>
      </div>
    </section>
  )
}

function goTo(cell: EntryCell | undefined): void {
  if (cell !== undefined) document.getElementById(cellId(cell.indicator, cell.part))?.focus()
}

function Summary({ state, cells }: { state: FormState; cells: readonly EntryCell[] }) {
  const said = useWords(entry).bar
  const locale = useLocale()
  const count = (...statuses: readonly CellStatus[]): number =>
    cells.filter((cell) => statuses.includes(statusOf(cell))).length
  const refused = count('refused')
  const conflict = count('conflict')
  const waiting = count('waiting', 'typing')
  const lines: { mark: Mark; text: string }[] = []
  if (state.closed !== null) lines.push({ mark: 'stuck', text: refusalSentence(locale, state.closed) })
  else if (state.connection === 'offline') lines.push({ mark: 'offline', text: said.offline(waiting) })
  else if (state.connection === 'signedOut') lines.push({ mark: 'kept', text: said.signedOut(waiting) })
  else if (state.connection === 'otherAccount') lines.push({ mark: 'kept', text: said.otherAccount(waiting) })
  else if (count('saving') > 0) lines.push({ mark: 'saving', text: said.saving })
  else if (waiting > 0) lines.push({ mark: 'waiting', text: said.waiting(waiting) })
  if (conflict > 0) lines.push({ mark: 'conflict', text: said.conflict(conflict) })
  if (refused > 0) lines.push({ mark: 'refused', text: said.refused(refused) })
  if (lines.length === 0) {
    const text = state.savedAt === null ? said.untouched : said.savedAt(formatDateTime(locale, state.savedAt))
    lines.push({ mark: 'saved', text })
  }
  return lines.map(({ mark, text }) => (
    <span key={mark} className="inline-flex items-center gap-1.5">
      <MarkIcon mark={mark} />
      {text}
    </span>
  ))
}

/** What to do about a form that cannot save, or take back what was pasted. */
function Ways({ state, here }: { state: FormState; here: string }): ReactNode {
  const form = useAutosave()
  const said = useWords(entry).bar
  const undoable = form.undoable()
  if (state.connection === 'signedOut' || state.connection === 'otherAccount') {
    return (
      <a href={`/sign-in?to=${encodeURIComponent(here)}`} data-goes="" className="inline-block py-0.5">
        {said.signIn}
      </a>
    )
  }
  if (state.connection === 'closed') {
    return (
      <a href={here} data-goes="" className="inline-block py-0.5">
        {said.reload}
      </a>
    )
  }
  if (state.connection === 'offline') return <Button onClick={form.retry}>{said.retry}</Button>
  return undoable === 0 ? null : (
    <Button
      variant="quiet"
      onClick={() => {
        form.undo()
      }}
    >
      {said.undo}
    </Button>
  )
}
