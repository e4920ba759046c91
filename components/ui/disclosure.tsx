import type { ReactNode } from 'react'

/** Something folded away that is still in the page: found by search where the browser can, and open on paper. */
export function Disclosure({
  summary,
  id,
  open,
  name,
  isGrounds = false,
  className = '',
  children,
}: {
  summary: ReactNode
  id?: string
  open?: boolean
  /** Of several with the same name only one is open. */
  name?: string
  /** The grounds of a verdict: opened when the address names that verdict. */
  isGrounds?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details id={id} open={open} name={name} data-grounds={isGrounds || undefined} className={className}>
      <summary className="inline-flex min-h-6 items-center gap-1 text-accent underline underline-offset-4 marker:content-none">
        <svg viewBox="0 0 16 16" aria-hidden="true" className="turn size-3 shrink-0 print:hidden">
          <path fill="currentColor" d="M5 2l7 6-7 6z" />
        </svg>
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
