import type { ReactNode } from 'react'

/** One number that matters, with its unit, and what it is known from. */
export function KeyFigure({
  label,
  value,
  unit,
  note,
}: {
  label: ReactNode
  value: ReactNode
  unit?: ReactNode
  /** Source and the moment as of which it is known. */
  note?: ReactNode
}) {
  return (
    <div className="min-w-32 border-l-2 border-line py-1 pl-3">
      <p className="text-sm text-muted">{label}</p>
      <p className="text-xl font-semibold">
        {value}
        {unit !== undefined && unit !== '' && (
          <span className="ml-1 text-base font-normal text-muted">{unit}</span>
        )}
      </p>
      {note !== undefined && <p className="text-sm text-muted">{note}</p>}
    </div>
  )
}
