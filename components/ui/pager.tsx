import Link from 'next/link'

/** The way through the pages of a list; nothing where one page holds all. */
export function Pager({
  label,
  page,
  pages,
  hrefOf,
  said,
}: {
  /** Which list it goes through. */
  label: string
  page: number
  pages: number
  hrefOf: (page: number) => string
  said: {
    readonly previous: string
    readonly next: string
    readonly at: (page: string, pages: string) => string
  }
}) {
  if (pages === 1) return null
  return (
    <nav aria-label={label} className="mt-2 flex flex-wrap items-center gap-x-4 print:hidden">
      {page > 1 && (
        <Link rel="prev" href={hrefOf(page - 1)} className="inline-block min-h-6 py-0.5">
          {said.previous}
        </Link>
      )}
      <span className="text-muted">{said.at(String(page), String(pages))}</span>
      {page < pages && (
        <Link rel="next" href={hrefOf(page + 1)} className="inline-block min-h-6 py-0.5">
          {said.next}
        </Link>
      )}
    </nav>
  )
}
