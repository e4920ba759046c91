import type { ReactNode } from 'react'

/** Nothing is here yet: what that means, and what to do next. */
export function EmptyState({
  title,
  next,
  action,
}: {
  title: ReactNode
  next: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="border border-dashed border-edge bg-paper px-4 py-8 text-center">
      <p className="font-semibold">{title}</p>
      <p className="text-muted">{next}</p>
      {action !== undefined && <div className="mt-4 flex justify-center gap-2">{action}</div>}
    </div>
  )
}
