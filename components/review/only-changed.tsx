import Link from 'next/link'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** All results, or only those that this version changed. */
export function OnlyChanged({
  locale,
  all,
  changed,
  onlyChanged,
  hrefOf,
}: {
  locale: Locale
  all: number
  changed: number
  onlyChanged: boolean
  hrefOf: (only: string) => string
}) {
  const said = words(locale).review.difference
  const ways = [
    ['', said.all(String(all)), !onlyChanged],
    ['changed', said.changed(String(changed)), onlyChanged],
  ] as const
  return (
    <nav aria-label={said.filter} className="mb-2 flex flex-wrap items-center gap-x-4 print:hidden">
      <span className="text-muted">{said.filter}</span>
      {ways.map(([only, label, isHere]) => (
        <Link
          key={only}
          href={hrefOf(only)}
          data-only=""
          scroll={false}
          aria-current={isHere ? 'page' : undefined}
          className={`inline-block min-h-6 py-0.5 ${isHere ? 'font-semibold text-ink no-underline' : ''}`}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
