'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { entry } from '@/lib/i18n/words/entry'
import { useAutosave, useLater } from './entry-context'

/**
 * Leaving with cells that are not saved: they are sent first; if that does not work, the person is told before going.
 * Closing the window is warned of by the browser itself.
 */
export function LeaveGuard() {
  const form = useAutosave()
  const router = useRouter()
  const said = useWords(entry).bar
  const [to, setTo] = useState<string | null>(null)
  useEffect(() => {
    // Going to sign in is no leaving: what is typed waits in this browser.
    let isGoing = false
    const closing = (event: BeforeUnloadEvent) => {
      if (!isGoing && form.unsent().length > 0) event.preventDefault()
    }
    const clicked = (event: MouseEvent) => {
      isGoing = event.target instanceof Element && event.target.closest('a[data-goes]') !== null
      const href = isGoing ? null : pageLeftFor(event)
      if (href === null || form.unsent().length === 0) return
      event.preventDefault()
      event.stopPropagation()
      void form.flush().then((left) => {
        if (left.length === 0) router.push(href)
        else setTo(href)
      })
    }
    window.addEventListener('beforeunload', closing)
    document.addEventListener('click', clicked, true)
    return () => {
      window.removeEventListener('beforeunload', closing)
      document.removeEventListener('click', clicked, true)
    }
  }, [form, router])
  const unsent = useLater(() => form.unsent().length)
  if (to === null || unsent === 0) return null
  return (
    <div
      role="alert"
      className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 border-l-4 border-behind-pace pl-2"
    >
      <span>{said.leaving(unsent)}</span>
      <Button
        onClick={() => {
          setTo(null)
        }}
      >
        {said.stay}
      </Button>
      <LinkButton href={to} variant="quiet" data-goes="">
        {said.leaveAnyway}
      </LinkButton>
    </div>
  )
}

/** Where a click leads, if it leads to another page of the portal in this window; null for everything else. */
function pageLeftFor(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!isPlain || !(link instanceof HTMLAnchorElement)) return null
  if (link.target === '_blank' || link.hasAttribute('download') || link.origin !== location.origin)
    return null
  const isHere = link.pathname === location.pathname && link.search === location.search
  return isHere ? null : link.pathname + link.search + link.hash
}
