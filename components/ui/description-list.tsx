import { Fragment, type ReactNode } from 'react'

/** Terms and what is so named: the term left, the value right; under one another on a narrow screen. */
export function DescriptionList({
  items,
  className = '',
}: {
  items: readonly { readonly term: ReactNode; readonly value: ReactNode; readonly key?: string }[]
  className?: string
}) {
  return (
    <dl
      className={`grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[minmax(8rem,max-content)_1fr] ${className}`}
    >
      {items.map((item, i) => (
        <Fragment key={item.key ?? i}>
          <dt className="text-muted">{item.term}</dt>
          <dd className="mb-2 sm:mb-0">{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
