import Link from 'next/link'
import type { ReactNode } from 'react'

export interface Tab {
  readonly href: string
  readonly label: ReactNode
  readonly current: boolean
}

/** Views of the same thing, each with its own address. Links, not scripted tabs. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-4 border-b border-edge print:hidden">
      <ul className="flex flex-wrap gap-x-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={`block border-b-[3px] px-3 py-1 no-underline ${
                item.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-accent hover:border-edge forced-colors:border-[Canvas]'
              }`}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
