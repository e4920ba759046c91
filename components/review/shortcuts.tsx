'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { shortcuts } from '@/lib/i18n/words/shortcuts'

const KEPT = 'chengji/shortcuts'
const told = new Set<() => void>()

/** Whether single keys do anything; the choice is the browser's, and holds on the desk and in the queue alike. */
const isOn = (): boolean => {
  try {
    return localStorage.getItem(KEPT) !== 'off'
  } catch {
    return true
  }
}
const subscribe = (tell: () => void): (() => void) => {
  told.add(tell)
  return () => told.delete(tell)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'submit', 'button'].includes(target.type)))

/**
 * The line that says which single keys do what, and the switch that turns them off (WCAG 2.1.4). `?` folds the line away.
 * `onKey` answers whether it used the key; keys typed into a box are never shortcuts.
 */
export function Shortcuts({
  keys,
  onKey,
}: {
  keys: readonly (readonly [string, string])[]
  onKey: (key: string) => boolean
}) {
  const said = useWords(shortcuts)
  const on = useSyncExternalStore(subscribe, isOn, () => true)
  const [isOpen, setOpen] = useState(true)
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return
      if (event.key === '?') setOpen((open) => !open)
      else if (!onKey(event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [on, onKey])
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted max-sm:hidden print:hidden">
      <span className="font-semibold">{said.title}</span>
      {isOpen &&
        on &&
        keys.map(([key, what]) => (
          <span key={key}>
            <kbd className="mr-1 rounded border border-edge bg-sunken px-1">{key}</kbd>
            {what}
          </span>
        ))}
      <span>
        <kbd className="mr-1 rounded border border-edge bg-sunken px-1">?</kbd>
        {isOpen ? said.hide : said.show}
      </span>
      <Button
        variant="quiet"
        className="!min-h-6 !px-1 !py-0"
        aria-pressed={on}
        onClick={() => {
          localStorage.setItem(KEPT, on ? 'off' : 'on')
          for (const tell of told) tell()
        }}
      >
        {on ? said.turnOff : said.turnOn}
      </Button>
    </div>
  )
}
