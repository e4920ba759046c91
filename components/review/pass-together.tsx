'use client'

import { type ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { Button, LinkButton } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { refusalSentence, type AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { together } from '@/lib/i18n/words/together'
import type { FormAction } from '@/lib/web/form-state'

/** A report of the preview, as the form names it. */
export interface PassedReport {
  /** `city.period`. */
  readonly key: string
  readonly contentHash: string
  readonly title: string
}

/** Deals with all that can be dealt with together; what became of each stands in the place of the button. */
export function PassTogether({
  kind,
  reports,
  action,
  children,
}: {
  kind: 'accept' | 'forward'
  reports: readonly PassedReport[]
  action: FormAction
  /** The preview, shown until it is done. */
  children: ReactNode
}) {
  const said = useWords(together)
  const locale = useLocale()
  const [state, send, isSending] = useFormAction(action)
  const results = state.shown
  if (results !== undefined) {
    return (
      <Banner tone="done" title={said.results} live>
        <ul className="list-disc pl-5">
          {reports.map(({ key, title }) => {
            const outcome = results[key] ?? ''
            const isDone = outcome === 'accepted' || outcome === 'forwarded' || outcome === 'already'
            return (
              <li key={key}>
                <a href={`/review/${key.replace('.', '/')}`} className="mr-2 inline-block py-0.5">
                  {title}
                </a>
                {isDone ? (
                  said.outcome[outcome]
                ) : (
                  <>
                    <Badge tone="danger">{said.refused}</Badge>{' '}
                    {refusalSentence(locale, { code: outcome, detail: {} } as AnyRefusal)}
                  </>
                )}
              </li>
            )
          })}
        </ul>
        <p className="mt-2">
          <LinkButton href="/review">{said.back}</LinkButton>
        </p>
      </Banner>
    )
  }
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} />
      {children}
      {reports.map(({ key, contentHash }) => (
        <input key={key} type="hidden" name="report" value={`${key}.${contentHash}`} />
      ))}
      <div className="mt-3 flex flex-wrap gap-2">
        {reports.length === 0 ? (
          <p>{said.notAsked}</p>
        ) : (
          <Button type="submit" variant="primary" disabled={isSending}>
            {said[kind](reports.length)}
          </Button>
        )}
        <LinkButton href="/review" variant="quiet">
          {said.back}
        </LinkButton>
      </div>
    </form>
  )
}
