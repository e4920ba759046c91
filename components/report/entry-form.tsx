'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { useWords } from '@/components/ui/locale-provider'
import type { PageReport } from '@/lib/entry/form-state'
import type { KeptScope } from '@/lib/entry/kept'
import { entry } from '@/lib/i18n/words/entry'
import type { FormRow } from '@/lib/reporting/form-rows'
import { entryCells } from './entry-cells'
import { EntryProvider } from './entry-context'
import { useFormKeys } from './form-keys'
import { formOf } from './forms'
import { PastedBlocks } from './pasted-blocks'
import { Presence } from './presence'
import { SaveBar } from './save-bar'
import { StrandedDrafts } from './stranded-drafts'

const seen = new Set<string>()

/**
 * The form of a report. It takes up what this browser kept, saves each cell as it is left, and goes on where the person
 * was. Without a cell to edit it is the report to be read.
 */
export function EntryForm({
  scope,
  rows,
  report,
  next,
  renderedAt,
  columns,
  children,
}: {
  scope: KeptScope
  rows: readonly FormRow[]
  report: PageReport
  /** The address of the next step. */
  next: string
  /** When the server made this page: the same again is a page that the browser took out of its history. */
  renderedAt: string
  /** How many boxes stand beside one another. */
  columns: number
  children: ReactNode
}) {
  const said = useWords(entry)
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)
  const [form] = useState(() => formOf(scope, entryCells(rows), report))
  const canEdit = rows.some(({ isEditable }) => isEditable)
  useEffect(() => {
    form.renew(entryCells(rows), report)
    // Rows of a register may have been added since this page was made.
    if (seen.has(renderedAt)) router.refresh()
    seen.add(renderedAt)
  }, [form, rows, report, renderedAt, router])
  useEffect(() => {
    form.start()
    const back = () => {
      if (document.visibilityState === 'visible') form.retry()
    }
    window.addEventListener('online', form.retry)
    window.addEventListener('focus', form.retry)
    document.addEventListener('visibilitychange', back)
    return () => {
      window.removeEventListener('online', form.retry)
      window.removeEventListener('focus', form.retry)
      document.removeEventListener('visibilitychange', back)
      form.stop()
    }
  }, [form])
  useEffect(() => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const first = box.current?.querySelector<HTMLElement>('input[data-spot], textarea[data-spot]')
    const to = wanted !== null && box.current?.contains(wanted) === true ? wanted : first
    moveFocus(to)
  }, [])
  const onKeyDown = useFormKeys(form, columns)
  return (
    <EntryProvider form={form}>
      <StrandedDrafts />
      {canEdit && <p className="mb-2 text-sm text-muted print:hidden">{said.keys}</p>}
      <noscript>
        <p className="text-danger">{said.noScript}</p>
      </noscript>
      <PastedBlocks
        rows={rows}
        period={scope.period}
        registers={`/cities/${scope.city}/reports/${scope.period}/registers`}
      >
        <div ref={box} onKeyDown={onKeyDown}>
          {children}
        </div>
        {canEdit && (
          <SaveBar next={next} here={`/cities/${scope.city}/reports/${scope.period}`}>
            <Presence scope={scope} />
          </SaveBar>
        )}
      </PastedBlocks>
    </EntryProvider>
  )
}
