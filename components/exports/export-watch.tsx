'use client'

import { useEffect } from 'react'
import { useRouter } from 'next/navigation'

const EVERY_MS = 2000

/**
 * Looks how far the exports are while one is open, and lets the page be read again when one has moved; says politely what
 * has come of them. Nothing is asked for while nobody looks.
 */
export function ExportWatch({
  isOpen,
  standing,
  spoken,
}: {
  isOpen: boolean
  /** How far they were when the page was read. */
  standing: string
  spoken: string
}) {
  const router = useRouter()
  useEffect(() => {
    if (!isOpen) return
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      void fetch('/exports/progress', { cache: 'no-store' })
        .then(async (answer) => (answer.ok ? ((await answer.json()) as { standing?: string }) : {}))
        .then((now) => {
          if (now.standing !== standing) router.refresh()
        })
        // The network comes back, and the next look finds what this one did not.
        .catch(() => undefined)
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [isOpen, standing, router])
  return (
    <p role="status" aria-live="polite" className="mb-2 text-sm text-muted">
      {spoken}
    </p>
  )
}
