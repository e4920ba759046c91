'use client'

import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { known } from '@/lib/entry/cell'
import { cellId } from '@/lib/entry/cell-id'
import { formatDateTime } from '@/lib/i18n/format-time'
import { entry } from '@/lib/i18n/words/entry'
import { ContentText } from './content-text'
import { useAutosave, useForm } from './entry-context'

/** Two people changed one cell: mine, theirs and what both began from, with who and when, to choose from. */
export function ConflictChoice({ cellKey, name }: { cellKey: string; name: string }) {
  const form = useAutosave()
  const locale = useLocale()
  const said = useWords(entry).conflict
  // Nothing to be drawn while nobody else was faster.
  const cell = useForm(({ cells }) => {
    const one = cells.get(cellKey)
    return one?.draft?.theirs == null ? undefined : one
  })
  const draft = cell?.draft
  if (cell === undefined || draft?.theirs == null) return null
  const { theirs, base } = draft
  const mine = known(cell)
  const choose = (whose: 'mine' | 'theirs') => {
    form.choose(cell.key, whose)
    // The buttons are gone: the person goes on in the box.
    document.getElementById(cellId(cell.indicator, cell.part))?.focus()
  }
  return (
    <div
      role="group"
      aria-label={name}
      className="mt-2 border-l-4 border-behind-pace bg-behind-pace-wash p-2"
    >
      <p role="alert" className="font-semibold">
        {said.title}
      </p>
      <dl className="my-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        <dt className="text-muted">{said.mine}</dt>
        <dd>
          {mine === null ? (
            draft.typed.text
          ) : (
            <ContentText kind={cell.kind} unit={cell.unit} content={mine} />
          )}
        </dd>
        <dt className="text-muted">
          {said.theirs(theirs.by ?? '', theirs.at === null ? '' : formatDateTime(locale, theirs.at))}
        </dt>
        <dd>
          <ContentText kind={cell.kind} unit={cell.unit} content={theirs.content} />
        </dd>
        <dt className="text-muted">{said.base}</dt>
        <dd>
          <ContentText kind={cell.kind} unit={cell.unit} content={base.content} />
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            choose('mine')
          }}
        >
          {said.keepMine}
        </Button>
        <Button
          onClick={() => {
            choose('theirs')
          }}
        >
          {said.keepTheirs}
        </Button>
      </div>
    </div>
  )
}
