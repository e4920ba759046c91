'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** One thing a person does here. */
export interface NavigationItem {
  readonly href: string
  readonly label: string
  /** Where else the same work goes on, so that it is marked there too. */
  readonly also?: readonly string[]
  /** Something waits there: how much. */
  readonly waiting?: number
}

/** The navigation: a row on wide screens; on narrow ones a fold-out that needs no script. */
export function Navigation({
  label,
  menu,
  items,
  className,
}: {
  label: string
  menu: string
  items: readonly NavigationItem[]
  className: string
}) {
  const path = usePathname()
  if (items.length === 0) return null
  // The longest path that leads here: a city's reports lie under the city, yet belong to its desk.
  const current = items
    .flatMap(({ href, also = [] }) => [href, ...also].map((under) => ({ href, under })))
    .filter(({ under }) => path === under || path.startsWith(`${under}/`))
    .toSorted((a, b) => b.under.length - a.under.length)[0]?.href
  const list = (listClass: string) => (
    <ul className={listClass}>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            // Each page would ask the server for ten others that nobody may want.
            prefetch={false}
            aria-current={item.href === current ? 'page' : undefined}
            className={`block border-b-[3px] px-2 py-1.5 no-underline ${
              item.href === current
                ? 'border-accent font-semibold text-ink'
                : 'border-transparent text-accent hover:border-edge forced-colors:border-[Canvas]'
            }`}
          >
            {item.label}
            {item.waiting !== undefined && item.waiting > 0 && (
              <span className="ml-1 rounded-full bg-accent px-1.5 text-xs text-on-accent">
                {item.waiting}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
  return (
    <nav aria-label={label} className={`print:hidden ${className}`}>
      <details className="lg:hidden">
        <summary className="inline-flex min-h-8 items-center gap-2 text-accent">
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4">
            <path d="M1 3h14M1 8h14M1 13h14" stroke="currentColor" strokeWidth="2" />
          </svg>
          {menu}
        </summary>
        {list('pb-2')}
      </details>
      {list('hidden flex-wrap gap-x-1 lg:flex')}
    </nav>
  )
}
