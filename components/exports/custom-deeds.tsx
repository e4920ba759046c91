'use client'

import { useEffect, useRef } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { Button } from '@/components/ui/button'
import { Select, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { custom as area } from '@/lib/i18n/words/custom'
import { formatDateTime } from '@/lib/i18n/format-time'
import type { KeptExportView } from '@/lib/review/read-custom'
import type { FormAction } from '@/lib/web/form-state'

/** What is chosen in the form above now, looked at or not; what the page shows counts only where nothing can be asked. */
function asChosen(sent: FormData, choiceForm: string): FormData {
  const form = document.getElementById(choiceForm)
  if (!(form instanceof HTMLFormElement)) return sent
  const pairs = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && name !== 'kept' ? [[name, value]] : [],
  )
  sent.set('query', new URLSearchParams(pairs).toString())
  return sent
}

/** Lets the export that is shown be made, or keeps it under a name and at a cadence. */
export function CustomDeeds({
  query,
  choiceForm,
  editing,
  run,
  keep,
}: {
  /** What the page shows. */
  query: string
  /** The id of the form in which it is chosen. */
  choiceForm: string
  editing: KeptExportView | null
  run: FormAction
  keep: FormAction
}) {
  const said = useWords(area)
  const [ran, sendRun, isRunning] = useFormAction(run)
  const [kept, sendKeep, isKeeping] = useFormAction(keep)
  return (
    <>
      <RefusalNotice refusal={ran.refusal ?? kept.refusal} />
      <div className="mt-3 flex flex-wrap items-end gap-x-8 gap-y-3">
        <KeptForm
          action={(form) => {
            sendRun(asChosen(form, choiceForm))
          }}
        >
          <Hidden values={{ query, name: editing?.name ?? '' }} />
          <Button type="submit" variant="primary" title={said.runNote} aria-disabled={isRunning}>
            {said.run}
          </Button>
        </KeptForm>
        <KeptForm
          action={(form) => {
            sendKeep(asChosen(form, choiceForm))
          }}
          className="flex min-w-0 flex-wrap items-end gap-2"
        >
          <input type="hidden" name="query" value={query} />
          {editing !== null && <input type="hidden" name="id" value={editing.id} />}
          <label className="w-96 max-w-full">
            <span className="block text-sm text-muted">
              {said.name}
              {said.nameHint}
            </span>
            <TextInput name="name" required defaultValue={editing?.name ?? ''} className="w-full" />
          </label>
          <label>
            <span className="block text-sm text-muted">{said.cadence}</span>
            <Select name="cadence" defaultValue={editing?.cadence ?? 'none'}>
              {(['none', 'weekly', 'monthly', 'afterLock'] as const).map((each) => (
                <option key={each} value={each}>
                  {said.cadences[each]}
                </option>
              ))}
            </Select>
          </label>
          <Button type="submit" aria-disabled={isKeeping}>
            {editing === null ? said.keep : said.change}
          </Button>
          <span role="status" className="text-sm text-muted">
            {kept.shown === undefined ? '' : said.saved}
          </span>
        </KeptForm>
      </div>
      <p className="mt-2 text-sm text-muted">
        {said.share} {said.cadenceNote}
      </p>
    </>
  )
}

/** The exports that a person keeps: each opens as it was kept, and says when it is made by itself the next time. */
export function KeptExports({
  views,
  keep,
  drop,
}: {
  views: readonly KeptExportView[]
  keep: FormAction
  drop: FormAction
}) {
  const [said, locale] = [useWords(area), useLocale()]
  const [dropped, send, isDropping] = useFormAction(drop)
  const [stopped, sendStop, isStopping] = useFormAction(keep)
  const isChanged = dropped.shown !== undefined || stopped.shown !== undefined
  const told = useRef<HTMLParagraphElement>(null)
  // What was pressed goes away once it is done: whoever came with the keyboard stays at the list.
  useEffect(() => {
    if (isChanged) moveFocus(told.current)
  }, [isChanged, dropped, stopped])
  return (
    <>
      <RefusalNotice refusal={dropped.refusal ?? stopped.refusal} />
      <p ref={told} tabIndex={-1} role="status" className="text-sm text-muted">
        {isChanged ? said.changed : ''}
      </p>
      <ul className="flex flex-col gap-1">
        {views.map(({ id, name, query, cadence, next }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <a href={`/exports/custom?${query}&kept=${id}`}>{name}</a>
            <span className="text-sm text-muted">
              {said.cadences[cadence]}
              {cadence !== 'none' &&
                ` · ${next === null ? said.nextUnknown : said.next(formatDateTime(locale, next))}`}
            </span>
            {cadence !== 'none' && (
              <form action={sendStop}>
                <Hidden values={{ id, name, query, cadence: 'none' }} />
                <Button
                  type="submit"
                  variant="quiet"
                  aria-label={said.stopOf(name)}
                  aria-disabled={isStopping}
                >
                  {said.stop}
                </Button>
              </form>
            )}
            <form action={send}>
              <input type="hidden" name="id" value={id} />
              <Button
                type="submit"
                variant="quiet"
                aria-label={said.removeOf(name)}
                aria-disabled={isDropping}
              >
                {said.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
