import Link from 'next/link'

export interface Crumb {
  readonly label: string
  /** The last one, the page itself, has none. */
  readonly href?: string
}

/** The way to this page. */
export function Breadcrumb({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="mb-2 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {items.map((item, i) => (
          <li key={`${i}-${item.label}`} className="flex gap-x-2">
            {i > 0 && (
              <span aria-hidden="true" className="text-muted">
                /
              </span>
            )}
            {item.href === undefined ? (
              <span aria-current="page" className="py-0.5 text-muted">
                {item.label}
              </span>
            ) : (
              <Link href={item.href} className="inline-block py-0.5">
                {item.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
