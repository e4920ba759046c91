import Link from 'next/link'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, TextInput } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { formatDateTime, words } from '@/lib/i18n'
import type { KnownMoment } from '@/lib/review/known-moments'
import type { Locale } from '@/lib/values'

/** The way to the same page as it was known at a past moment, and, there, what moment that is and the way back. */
export function AsKnown({
  locale,
  path,
  query = {},
  known,
  moments,
}: {
  locale: Locale
  path: string
  /** What else the address says. */
  query?: Readonly<Record<string, string>>
  /** The moment shown; null for now. */
  known: Date | null
  /** Of one report those at which something was done; a page about more than one has none. */
  moments?: readonly KnownMoment[]
}) {
  const { known: said, names, common } = words(locale)
  const at = (moment?: Date) =>
    `${path}?${new URLSearchParams({ ...query, ...(moment && { known: moment.toISOString() }) }).toString()}`
  return (
    <>
      {known !== null && (
        <Banner tone="attention">
          {said.banner(formatDateTime(locale, known))} <Link href={at()}>{said.toNow}</Link>
        </Banner>
      )}
      <Disclosure summary={said.title} className="mb-4 print:hidden">
        <p className="mb-2 text-sm text-muted">
          {moments === undefined ? said.dayLead : moments.length === 0 ? said.none : said.lead}
        </p>
        <ul className="mb-2 empty:hidden">
          {moments?.map(({ at: moment, kind, version }) => (
            <li key={`${moment.toISOString()} ${kind}`}>
              <Link
                href={at(moment)}
                aria-current={moment.getTime() === known?.getTime() ? 'true' : undefined}
                className="inline-block py-0.5"
              >
                {said.moment(formatDateTime(locale, moment), names.event[kind], common.version(version))}
              </Link>
              {moment.getTime() === known?.getTime() && <span className="text-muted"> {said.current}</span>}
            </li>
          ))}
        </ul>
        <form method="get" action={path} className="flex flex-wrap items-end gap-2">
          <Hidden values={query} />
          <Field id="known" label={moments === undefined ? said.onlyDay : said.day}>
            {(control) => <TextInput {...control} type="date" name="known" required />}
          </Field>
          <Button type="submit" className="mb-4">
            {said.look}
          </Button>
        </form>
      </Disclosure>
    </>
  )
}

/** Where at the moment asked for there was nothing yet: that it is so, and the way to other moments. */
export function NothingKnown({
  locale,
  title = words(locale).known.nothing,
  children,
}: {
  locale: Locale
  title?: string
  children: ReactNode
}) {
  return (
    <>
      <h1 className="mb-2 text-xl font-semibold">{title}</h1>
      {children}
      <EmptyState title={title} next={words(locale).known.nothingNext} />
    </>
  )
}
