'use client'

import { Button } from '@/components/ui/button'
import { DeedButton } from '@/components/ui/deed-button'
import { TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { explore } from '@/lib/i18n/words/explore'
import type { SavedView } from '@/lib/store/saved-views'
import type { FormAction } from '@/lib/web/form-state'

/** The views a person keeps, and keeping the one that is shown. */
export function SavedViews({
  views,
  query,
  keep,
  drop,
}: {
  views: readonly SavedView[]
  query: string
  keep: FormAction
  drop: FormAction
}) {
  const said = useWords(explore)
  const [state, send, isSending] = useFormAction(keep)
  return (
    <section aria-label={said.views} className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-2 print:hidden">
      <form action={send} className="flex items-end gap-2">
        <input type="hidden" name="query" value={query} />
        <label>
          <span className="block text-sm text-muted">
            {said.name}
            {said.nameHint}
          </span>
          <TextInput name="name" required defaultValue={state.values.name ?? ''} />
        </label>
        <Button type="submit" title={said.viewsHint} aria-disabled={isSending}>
          {said.keep}
        </Button>
      </form>
      <RefusalNotice refusal={state.refusal} />
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {views.map((view) => (
          <li key={view.id} className="inline-flex items-center gap-1">
            <a href={`/explore?${view.query}`}>{view.name}</a>
            <DeedButton
              action={drop}
              values={{ id: view.id }}
              label={said.remove}
              named={said.removeOf(view.name)}
              variant="quiet"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
