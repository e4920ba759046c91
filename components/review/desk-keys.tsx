'use client'

import { useCallback } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { shortcuts } from '@/lib/i18n/words/shortcuts'
import { Shortcuts } from './shortcuts'

const figures = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-figure]')]

/** Opens the question beside a figure and goes into its box. */
function ask(code: string): void {
  const details = document.querySelector(`[data-ask="${CSS.escape(code)}"]`)?.closest('details')
  if (details == null) return
  details.open = true
  details.querySelector('textarea')?.focus()
}

function goTo(selector: string): void {
  const target = document.querySelector<HTMLElement>(selector)
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}

/** Goes through a report by keys: the figure in hand is the one that has the focus, or in which it lies. */
export function DeskKeys() {
  const { desk } = useWords(shortcuts)
  const onKey = useCallback((key: string): boolean => {
    const all = figures()
    const here = document.activeElement?.closest<HTMLElement>('[data-figure]') ?? null
    const code = here?.dataset.figure ?? ''
    switch (key) {
      case 'j':
      case 'k': {
        const at = here === null ? -1 : all.indexOf(here)
        const to = at === -1 ? all[0] : all[at + (key === 'j' ? 1 : -1)]
        to?.focus({ preventScroll: true })
        to?.scrollIntoView({ block: 'center' })
        return true
      }
      case 'x':
        here?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
        return here !== null
      case 'c':
        ask(code)
        return here !== null
      case 'd':
        document.querySelector<HTMLElement>('[data-only]:not([aria-current=page])')?.click()
        return true
      case 'a':
        goTo('[data-pass]')
        return true
      case 'r':
        goTo('#return-reason')
        return true
      case 'q':
        document.querySelector<HTMLElement>('main a[href="/review"], main a[href^="/review?"]')?.click()
        return true
      default:
        return false
    }
  }, [])
  return (
    <Shortcuts
      keys={[
        ['j', desk.down],
        ['k', desk.up],
        ['x', desk.pin],
        ['c', desk.comment],
        ['d', desk.changed],
        ['a', desk.accept],
        ['r', desk.giveBack],
        ['q', desk.queue],
      ]}
      onKey={onKey}
    />
  )
}
