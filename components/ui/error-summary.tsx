'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { moveFocus } from './arrival'

export interface SummarisedError {
  /** The id of the control that is to be corrected; none when the fault lies in no single one. */
  readonly field?: string
  readonly message: ReactNode
}

/**
 * All that is wrong, at the top, each a way to its control. The focus moves here when it appears or when it is a new
 * set of errors, so that nobody has to look for what happened.
 */
export function ErrorSummary({
  title,
  errors,
  focusKey,
}: {
  title: ReactNode
  errors: readonly SummarisedError[]
  /** Changes with each attempt; the focus moves again although the errors are the same. */
  focusKey?: string | number | object
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    moveFocus(box.current)
  }, [focusKey])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="mb-4 border-l-4 border-danger bg-danger-wash px-4 py-2 outline-offset-0"
    >
      <h2 className="text-lg">{title}</h2>
      <ul className="list-disc pl-5">
        {errors.map((error, i) => (
          <li key={`${i}-${error.field ?? ''}`}>
            {error.field === undefined ? (
              error.message
            ) : (
              <a className="text-danger" href={`#${error.field}`}>
                {error.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
