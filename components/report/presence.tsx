'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { statusOf } from '@/lib/entry/cell'
import { cellId } from '@/lib/entry/cell-id'
import type { KeptScope } from '@/lib/entry/kept'
import { formatList } from '@/lib/i18n/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { entry } from '@/lib/i18n/words/entry'
import { indicator, isIndicatorCode } from '@/lib/notice/indicators'
import { useAutosave, useLater } from './entry-context'
import { sendPresence, type Other } from './send-presence'

/** How often a form that is worked on says so, and how soon after a change. */
const EVERY = 15_000
const SOON = 1000

/**
 * Who else is on this form, and in which cell. The form speaks only while somebody works on it: a window left open says
 * nothing, and so keeps no session alive.
 */
export function Presence({ scope }: { scope: KeptScope }) {
  const said = useWords(entry).presence
  const locale = useLocale()
  const [others, setOthers] = useState<readonly Other[]>([])
  usePresence(scope, setOthers)
  const names = formatList(
    locale,
    others.map(({ name }) => name),
  )
  return (
    <>
      <span aria-live="polite" className="sr-only">
        {others.length > 0 && said.here(names)}
      </span>
      {others.length > 0 && (
        <ul aria-label={said.title} className="flex flex-wrap gap-x-4 text-sm">
          {others.map(({ id, name, cell }) => {
            const [code = ''] = cell.split('/')
            return (
              <li key={id} className="inline-flex items-center gap-1">
                <span aria-hidden="true">●</span>
                {isIndicatorCode(code) ? said.at(name, inLocale(locale, indicator(code))) : said.here(name)}
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function usePresence(scope: KeptScope, hear: (others: readonly Other[]) => void): void {
  const form = useAutosave()
  const invalid = useLater(
    ({ cells }) =>
      [...cells.values()].filter((cell) => ['refused', 'conflict'].includes(statusOf(cell))).length,
  )
  const unsaved = useLater(() => form.unsent().length) - invalid
  const counts = useRef({ unsaved, invalid })
  const { account, city, period } = scope
  const beat = useCallback(async () => {
    const focused = document.activeElement?.id ?? ''
    const at = [...form.state().cells.values()].find((cell) => cellId(cell.indicator, cell.part) === focused)
    const answer = await sendPresence({ account, city, period }, { cell: at?.key ?? '', ...counts.current })
    if (answer !== null) hear(answer)
  }, [form, account, city, period, hear])

  useEffect(() => {
    counts.current = { unsaved: Math.max(0, unsaved), invalid }
    const soon = setTimeout(() => void beat(), SOON)
    return () => {
      clearTimeout(soon)
    }
  }, [beat, unsaved, invalid])

  useEffect(() => {
    let isWorking = true
    let soon: ReturnType<typeof setTimeout> | undefined
    const work = () => {
      isWorking = true
    }
    const move = () => {
      isWorking = true
      clearTimeout(soon)
      soon = setTimeout(() => void beat(), SOON)
    }
    const timer = setInterval(() => {
      if (!isWorking || document.visibilityState !== 'visible') return
      isWorking = false
      void beat()
    }, EVERY)
    window.addEventListener('keydown', work)
    window.addEventListener('pointerdown', work)
    window.addEventListener('wheel', work, { passive: true })
    document.addEventListener('focusin', move)
    return () => {
      clearInterval(timer)
      clearTimeout(soon)
      window.removeEventListener('keydown', work)
      window.removeEventListener('pointerdown', work)
      window.removeEventListener('wheel', work)
      document.removeEventListener('focusin', move)
    }
  }, [beat])
}
