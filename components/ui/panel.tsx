import type { ReactNode } from 'react'

/** A part of a page with its own heading. */
export function Panel({
  title,
  id,
  level = 2,
  aside,
  lead,
  className = '',
  children,
}: {
  title: ReactNode
  id?: string
  level?: 2 | 3 | 4
  /** At the right of the heading: a badge, a way to more. */
  aside?: ReactNode
  /** One line under the heading. */
  lead?: ReactNode
  className?: string
  children: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <section id={id} className={`mb-4 border border-line bg-paper p-4 ${className}`}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading className="text-lg">{title}</Heading>
        {aside}
      </div>
      {lead !== undefined && <p className="mb-2 text-muted">{lead}</p>}
      {children}
    </section>
  )
}

/** The head of a page: what it is about, where things stand, and its one main action. */
export function PageHead({
  title,
  lead,
  facts,
  action,
}: {
  title: ReactNode
  lead?: ReactNode
  /** City, period, state, deadline: always in sight. */
  facts?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div className="min-w-0 flex-1 basis-96">
        <h1 className="text-2xl">{title}</h1>
        {lead !== undefined && <p className="text-muted">{lead}</p>}
        {facts !== undefined && (
          <div className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1">{facts}</div>
        )}
      </div>
      {action !== undefined && <div className="flex flex-wrap items-end gap-2">{action}</div>}
    </div>
  )
}

/** One fact of a page head: its name small, its value plain. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <span>
      <span className="mr-1.5 text-sm text-muted">{name}</span>
      {children}
    </span>
  )
}
