import type { ReactNode } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** Narrows a list; what is asked for stands in the address. */
export function FilterForm({
  locale,
  action,
  isFiltered,
  children,
}: {
  locale: Locale
  /** The address of the list. */
  action: string
  isFiltered: boolean
  children: ReactNode
}) {
  const { deeds } = words(locale).common
  return (
    <form action={action} className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
      {children}
      <span className="flex gap-2">
        <Button type="submit">{deeds.filter}</Button>
        {isFiltered && (
          <LinkButton href={action} variant="quiet">
            {deeds.clearFilter}
          </LinkButton>
        )}
      </span>
    </form>
  )
}
