'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { keepText } from '@/components/ui/keep-text'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { evaluation } from '@/lib/i18n/words/evaluation'
import { readingWording } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { recallReadings, type KeptReading } from './kept-readings'

interface Offered {
  readonly code: string
  /** What the page shows until somebody types: what is saved, or what is carried over. */
  readonly mark: string
  readonly reason: string
  /** What is saved, as `readingWording` says it. */
  readonly saved: string
}

/**
 * A reader's eight marks as one form with both its deeds. What is typed belongs to the boxes alone, so that nothing that comes
 * from elsewhere takes it away: what another window saved comes into boxes that nobody touched here, and the browser keeps what
 * is not saved for the next time the page is opened.
 */
export function ReadingSheet({
  action,
  hidden,
  offered,
  keptAs,
  children,
}: {
  action: FormAction
  hidden: Readonly<Record<string, string>>
  offered: readonly Offered[]
  /** The name under which the browser keeps what is not saved. */
  keptAs: string
  children: ReactNode
}) {
  const said = useWords(evaluation)
  const [state, send, isSending] = useFormAction(action)
  const [notes] = useState(sheetNotes)
  const { isDirty, isRefilled } = useSyncExternalStore(notes.subscribe, notes.read, notes.atFirst)
  const sent = useRef<Readonly<Record<string, string>>>({})

  // What this page takes to be saved: what was there when it was opened, until the boxes say what was saved since.
  const shown = useRef(Object.fromEntries(offered.map(({ code, saved }) => [code, saved])))
  const keeps = useRef(false)
  const isOpen = useRef(false)

  const look = useCallback(() => {
    const unsaved: Record<string, KeptReading> = {}
    for (const { code } of offered) {
      const box = boxes(code)
      const taken = shown.current[code] ?? ''
      if (box !== null && typedIn(box) !== taken)
        unsaved[code] = { shown: taken, mark: box.mark.value, reason: box.reason.value }
    }
    const isAny = Object.keys(unsaved).length > 0
    // What another window keeps is not ours to forget.
    if (isAny || keeps.current) keepText(keptAs, isAny ? JSON.stringify(unsaved) : null)
    keeps.current = isAny
    notes.tell(isAny ? { isDirty: true } : { isDirty: false, isRefilled: false })
  }, [offered, keptAs, notes])

  useEffect(() => {
    const kept = isOpen.current ? {} : recallReadings(keptAs)
    isOpen.current = true
    let isBack = false
    for (const { code, mark, reason, saved } of offered) {
      const box = boxes(code)
      if (box === null) continue
      // From now on no new default of the page changes what a box holds.
      fill(box, box.mark.value, box.reason.value)
      const [typed, taken] = [typedIn(box), shown.current[code] ?? '']
      if (saved !== taken) {
        // Saved since: by this page, or in another window.
        if (typed === taken) fill(box, mark, reason)
        if (typed === taken || typed === saved || sent.current[code] === saved) shown.current[code] = saved
      }
      const before = kept[code]
      if (before === undefined || typedIn(box) !== readingWording(mark, reason)) continue
      fill(box, before.mark, before.reason)
      if (typedIn(box) === readingWording(mark, reason)) continue
      shown.current[code] = before.shown
      isBack = true
    }
    if (isBack) notes.tell({ isRefilled: true })
    look()
  }, [offered, keptAs, look, notes])

  const { refusal } = state
  useEffect(() => {
    // Told what stands there now, who presses again puts the own wording in its place.
    if (refusal?.code !== 'readingChanged') return
    const { indicator = '', mark = '', reason = '' } = refusal.detail
    shown.current[indicator] = readingWording(mark, reason)
    look()
  }, [refusal, look])

  return (
    <KeptForm
      action={(form) => {
        const [codes, marks, reasons] = ['indicator', 'mark', 'reason'].map((name) =>
          form.getAll(name).map(String),
        )
        sent.current = Object.fromEntries(
          (codes ?? []).map((code, i) => [code, readingWording(marks?.[i] ?? '', reasons?.[i] ?? '')]),
        )
        form.delete('shown')
        for (const code of codes ?? []) form.append('shown', shown.current[code] ?? '')
        send(form)
      }}
      onInput={look}
    >
      <RefusalNotice refusal={refusal} field={fieldOf(refusal)} />
      {isRefilled && (
        <Banner tone="attention" live className="mb-3">
          {said.reading.refilled}{' '}
          <Button
            onClick={() => {
              for (const { code, mark, reason, saved } of offered) {
                const box = boxes(code)
                if (box === null) continue
                fill(box, mark, reason)
                shown.current[code] = saved
              }
              notes.tell({ isRefilled: false })
              look()
            }}
          >
            {said.reading.restore}
          </Button>
        </Banner>
      )}
      <Hidden values={hidden} />
      {children}
      <Button type="submit" variant="primary" name="deed" value="save" disabled={isSending}>
        {isSending ? said.sending : said.reading.save}
      </Button>
      <span role="status" className={`ml-3 ${isDirty ? 'text-behind-pace' : 'text-met'}`}>
        {isSending ? '' : isDirty ? said.reading.unsaved : state.shown?.done === 'yes' ? said.saved : ''}
      </span>
      <div className="mt-4 border-t border-line pt-3">
        <p className="mb-2 text-muted">{said.reading.handInLead}</p>
        <Button type="submit" name="deed" value="handIn" disabled={isSending}>
          {said.reading.handIn}
        </Button>
      </div>
    </KeptForm>
  )
}

interface Notes {
  readonly isDirty: boolean
  /** What was not saved the last time stands in the boxes again. */
  readonly isRefilled: boolean
}

const NOTHING: Notes = { isDirty: false, isRefilled: false }

/** What there is to say of the boxes, which React does not hold. */
function sheetNotes() {
  let notes = NOTHING
  let hear: (() => void) | null = null
  return {
    read: () => notes,
    atFirst: () => NOTHING,
    tell: (change: Partial<Notes>) => {
      const next = { ...notes, ...change }
      if (next.isDirty === notes.isDirty && next.isRefilled === notes.isRefilled) return
      notes = next
      hear?.()
    },
    subscribe: (listener: () => void) => {
      hear = listener
      return () => {
        hear = null
      }
    },
  }
}

interface Boxes {
  readonly mark: HTMLSelectElement
  readonly reason: HTMLTextAreaElement
}

function boxes(code: string): Boxes | null {
  const [mark, reason] = [`mark-${code}`, `reason-${code}`].map((id) => document.getElementById(id))
  return mark instanceof HTMLSelectElement && reason instanceof HTMLTextAreaElement ? { mark, reason } : null
}

const typedIn = ({ mark, reason }: Boxes): string => readingWording(mark.value, reason.value)

function fill(box: Boxes, mark: string, reason: string): void {
  box.mark.value = mark
  box.reason.value = reason
}

function fieldOf(refusal: { readonly code: string; readonly detail: object } | null): string | undefined {
  if (refusal === null) return undefined
  const { indicator } = refusal.detail as { readonly indicator?: string }
  if (indicator === undefined) return undefined
  const isText = refusal.code === 'readingReasonMissing' || refusal.code === 'tooLong'
  return `${isText ? 'reason' : 'mark'}-${indicator}`
}
