'use client'

import Link from 'next/link'
import { useEffect, useRef, type ReactNode } from 'react'
import { moveFocus } from '@/components/ui/arrival'

/** The way to the report that comes next: one Enter away from the deed that led here. */
export function NextReport({ href, children }: { href: string; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    moveFocus(link.current)
  }, [])
  return (
    <Link ref={link} href={href} className="inline-block py-0.5">
      {children}
    </Link>
  )
}
