import type { ComponentProps, ReactNode } from 'react'

/**
 * A table in a box of its own that scrolls in both directions, reachable by keyboard. The head stays at the top; with
 * `stickyColumn` the first column stays at the left.
 */
export function Table({
  label,
  caption,
  stickyColumn = false,
  className = '',
  boxClassName = '',
  children,
}: {
  /** Names the table for those who do not see it. */
  label: string
  /** Shown above the table, when the page has no heading that says it. */
  caption?: ReactNode
  stickyColumn?: boolean
  className?: string
  boxClassName?: string
  children: ReactNode
}) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={`table-box relative max-h-[80vh] overflow-auto border border-line bg-paper ${boxClassName}`}
    >
      <table
        aria-label={caption === undefined ? label : undefined}
        className={`w-full border-separate border-spacing-0 ${stickyColumn ? 'sticky-column' : ''} ${className}`}
      >
        {caption !== undefined && (
          <caption className="px-2 py-1 text-left text-sm text-muted">{caption}</caption>
        )}
        {children}
      </table>
    </div>
  )
}

const HEAD = 'sticky top-0 z-20 border-b border-edge bg-sunken px-2 py-1 text-sm font-semibold align-bottom'
const CELL = 'border-b border-line px-2 py-1 align-top'

/** A column head. */
export function ColumnHead({ className = '', children, ...rest }: ComponentProps<'th'>) {
  return (
    <th scope="col" className={`${HEAD} text-left ${className}`} {...rest}>
      {children}
    </th>
  )
}

/** The head of a column of figures: right-aligned like them, with the unit said once. */
export function FigureHead({
  unit,
  className = '',
  children,
  ...rest
}: ComponentProps<'th'> & { unit?: ReactNode }) {
  return (
    <th scope="col" className={`${HEAD} text-right ${className}`} {...rest}>
      {children}
      {unit !== undefined && unit !== '' && (
        <span className="block text-xs font-normal text-muted">{unit}</span>
      )}
    </th>
  )
}

/** The head of a row; sticky when the table says so. */
export function RowHead({ className = '', children, ...rest }: ComponentProps<'th'>) {
  return (
    <th scope="row" className={`${CELL} bg-paper text-left font-normal ${className}`} {...rest}>
      {children}
    </th>
  )
}

export function Cell({ className = '', ...rest }: ComponentProps<'td'>) {
  return <td className={`${CELL} ${className}`} {...rest} />
}

/** A figure: right-aligned, digits of equal width, never broken. */
export function FigureCell({ className = '', ...rest }: ComponentProps<'td'>) {
  return <td className={`${CELL} figure ${className}`} {...rest} />
}
