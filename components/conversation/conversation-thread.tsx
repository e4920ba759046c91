'use client'

import { useId } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { formatDateTime } from '@/lib/i18n/format-time'
import { common } from '@/lib/i18n/words/common'
import { conversation } from '@/lib/i18n/words/conversation'
import { names } from '@/lib/i18n/words/names'
import type { Turn, TurnKind } from '@/lib/store/conversations'
import type { FormAction } from '@/lib/web/form-state'

/** What the person looking may do: reviewers ask and close, the city answers, others read. */
export type TurnSide =
  { readonly may: 'ask' | 'answer'; readonly action: FormAction } | { readonly may: 'read' }

const TONES: Readonly<Record<TurnKind, Tone>> = { asked: 'attention', answered: 'accent', closed: 'neutral' }
/** The conversation beside one figure or register row, first to last, and what can be said next. */
export function ConversationThread({
  city,
  period,
  indicator,
  row = '',
  name,
  turns,
  side,
}: {
  city: string
  period: string
  indicator: string
  /** Id of a register row; '' beside the figure itself. */
  row?: string
  /** What it is about, in words. */
  name: string
  turns: readonly Turn[]
  side: TurnSide
}) {
  const locale = useLocale()
  const said = useWords(conversation)
  const { version } = useWords(common)
  const roles: Readonly<Record<string, string>> = useWords(names).role
  const last = turns.at(-1)?.kind
  const canSpeak = side.may === 'ask' || (side.may === 'answer' && last !== undefined && last !== 'closed')
  if (turns.length === 0 && !canSpeak) return null
  return (
    <section aria-label={said.about(name)} className="text-left font-normal whitespace-normal">
      {last !== undefined && (
        <div className="border-l-4 border-accent pl-2">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">{said.title}</span>
            <Badge tone={TONES[last]}>{said.state[last]}</Badge>
          </p>
          <ol>
            {turns.map((turn) => (
              <li key={turn.seq} className={turn.kind === 'answered' ? 'pl-4' : ''}>
                <span className="mr-2 font-semibold">{said.kind[turn.kind]}</span>
                <span className="whitespace-pre-wrap">
                  {turn.words === '' ? said.closedWithout : turn.words}
                </span>
                <span className="ml-2 text-sm text-muted">
                  {said.by(
                    turn.actorName,
                    roles[turn.actorRole] ?? turn.actorRole,
                    formatDateTime(locale, turn.at),
                    version(turn.version),
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {canSpeak && (
        <Disclosure
          className="print:hidden"
          open={side.may === 'answer' && last === 'asked'}
          summary={
            <span data-ask={row === '' ? indicator : undefined}>
              {side.may === 'answer'
                ? said.answer
                : last === undefined
                  ? said.ask
                  : last === 'closed'
                    ? said.reopen
                    : said.askAgain}
              <span className="sr-only">{said.about(name)}</span>
            </span>
          }
        >
          <TurnForm
            key={turns.length}
            {...{ city, period, indicator, row, name }}
            may={side.may}
            action={side.action}
            canClose={side.may === 'ask' && last !== undefined && last !== 'closed'}
          />
        </Disclosure>
      )}
    </section>
  )
}

function TurnForm({
  city,
  period,
  indicator,
  row,
  name,
  may,
  action,
  canClose,
}: {
  city: string
  period: string
  indicator: string
  row: string
  name: string
  may: 'ask' | 'answer'
  action: FormAction
  canClose: boolean
}) {
  const said = useWords(conversation)
  const id = useId()
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-2xl">
      <RefusalNotice refusal={state.refusal} field={id} />
      <Hidden values={{ city, period, indicator, row }} />
      <Field
        id={id}
        label={may === 'ask' ? said.question(name) : said.answerTo(name)}
        hint={may === 'ask' ? said.questionHint : said.answerHint}
        className="!mb-2"
      >
        {(control) => <TextArea {...control} name="words" rows={2} defaultValue={state.values.words ?? ''} />}
      </Field>
      <div className="mb-2 flex flex-wrap gap-2">
        <Button type="submit" name="deed" value={may} disabled={isSending}>
          {may === 'ask' ? said.sendQuestion : said.sendAnswer}
        </Button>
        {canClose && (
          <Button type="submit" name="deed" value="close" variant="quiet" disabled={isSending}>
            {said.close}
          </Button>
        )}
      </div>
    </KeptForm>
  )
}
