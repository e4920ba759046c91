export interface ContentsEntry {
  readonly href: string
  readonly label: string
  readonly entries?: readonly ContentsEntry[]
}

/** What stands on a long page and where: beside it on wide screens, folded above it on narrow ones, not on paper. */
export function Contents({ label, entries }: { label: string; entries: readonly ContentsEntry[] }) {
  return (
    <nav
      aria-label={label}
      className="mb-4 border border-line bg-paper px-4 py-2 text-sm lg:sticky lg:top-4 lg:mb-0 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto lg:py-4 print:hidden"
    >
      <details className="lg:hidden">
        <summary className="min-h-6 font-semibold text-accent">{label}</summary>
        <List entries={entries} />
      </details>
      <div className="hidden lg:block">
        <p className="mb-1 font-semibold">{label}</p>
        <List entries={entries} />
      </div>
    </nav>
  )
}

function List({ entries, inner = false }: { entries: readonly ContentsEntry[]; inner?: boolean }) {
  return (
    <ul className={inner ? 'mb-1 ml-3 border-l border-line pl-3' : ''}>
      {entries.map((entry) => (
        <li key={entry.href}>
          <a href={entry.href} className="block py-0.5 no-underline hover:underline">
            {entry.label}
          </a>
          {entry.entries && <List entries={entry.entries} inner />}
        </li>
      ))}
    </ul>
  )
}
