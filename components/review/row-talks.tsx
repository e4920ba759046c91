'use client'

import { useEffect, useRef } from 'react'
import { ConversationThread, type TurnSide } from '@/components/conversation/conversation-thread'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { inLocale } from '@/lib/i18n/in-locale'
import { conversation } from '@/lib/i18n/words/conversation'
import { indicator } from '@/lib/notice/indicators'
import type { Conversation } from '@/lib/store/conversations'
import { useReturning } from './return-scope'

/** The conversations about register rows, and the one that a reviewer is about to begin. */
export function RowTalks({
  city,
  period,
  conversations,
  side,
}: {
  city: string
  period: string
  conversations: readonly Conversation[]
  side: TurnSide
}) {
  const locale = useLocale()
  const said = useWords(conversation)
  const asked = useReturning()?.asked ?? null
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked === null) return
    const talk = box.current?.querySelector<HTMLElement>(`[data-talk="${CSS.escape(asked.row)}"]`)
    const form = talk?.querySelector('details')
    if (form != null) form.open = true
    talk?.querySelector('textarea')?.focus()
  }, [asked])
  const known = conversations.filter(({ row }) => row !== '')
  const isNew = asked !== null && !known.some(({ row }) => row === asked.row)
  const shown = [...known, ...(isNew ? [{ ...asked, turns: [] }] : [])]
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="row-talks" className="mt-3">
      <h3 id="row-talks" className="font-semibold">
        {said.onRows}
      </h3>
      <div ref={box} className="grid gap-2">
        {shown.map(({ indicator: code, row, name, turns }) => {
          const called = said.aboutRow(inLocale(locale, indicator(code)), name ?? row)
          return (
            <div key={row} data-talk={row} className="border-b border-line py-1 last:border-0">
              <p className="font-semibold">{called}</p>
              <ConversationThread {...{ city, period, row, turns, side }} indicator={code} name={called} />
            </div>
          )
        })}
      </div>
    </section>
  )
}
