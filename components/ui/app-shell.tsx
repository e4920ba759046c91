import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/values/locale'
import { words } from '@/lib/i18n'
import { notice } from '@/lib/notice/metadata'
import { Navigation, type NavigationItem } from './navigation'
import { LanguageSwitch } from './language-switch'
import { SkipLink } from './skip-link'

export type { NavigationItem } from './navigation'

/**
 * What stands around every page. It shows what it is given and opens nothing: whether a person may see a page is
 * decided by the page itself.
 */
export function AppShell({
  locale,
  person,
  navigation,
  demo,
  asOf,
  signOut,
  children,
}: {
  locale: Locale
  /** Name and duty, ready to show; null when nobody is signed in. */
  person: { readonly name: string; readonly duty: string } | null
  navigation: readonly NavigationItem[]
  /** Whether the figures are invented. */
  demo: boolean
  /** The moment as of which figures are known, ready to show. */
  asOf?: string
  /** The form that signs out, made by the layout. */
  signOut?: ReactNode
  children: ReactNode
}) {
  const { common } = words(locale)
  return (
    <div className="flex min-h-dvh flex-col print:min-h-0">
      <SkipLink label={common.skip} />
      {demo && (
        <aside
          aria-label={common.demo.title}
          className="border-b border-demo bg-demo-wash px-4 text-sm text-demo"
        >
          <strong className="mr-2">{common.demo.title}</strong>
          {common.demo.text}
        </aside>
      )}
      <header className="border-b border-line bg-paper print:border-0">
        <div className="mx-auto flex max-w-[100rem] flex-wrap items-center gap-x-4 px-4 py-1">
          <Link href="/" className="flex items-center gap-2 py-1 text-ink no-underline hover:text-ink">
            <Mark />
            <strong className="text-lg">{common.product}</strong>
            <span className="hidden text-sm text-muted 2xl:inline">{common.productLine}</span>
          </Link>
          <Navigation
            label={common.mainNavigation}
            menu={common.menu}
            items={navigation}
            className="order-last w-full lg:order-none lg:w-auto lg:flex-1"
          />
          <div className="ml-auto flex flex-wrap items-center gap-x-3 text-sm print:hidden">
            {person !== null && (
              <span>
                <Link href="/account" className="inline-block py-0.5">
                  {person.name}
                </Link>
                <span className="ml-2 text-muted">{person.duty}</span>
              </span>
            )}
            <LanguageSwitch locale={locale} label={common.switchLanguage} />
            {signOut}
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-4 outline-none"
      >
        {children}
      </main>
      <footer className="print:hidden border-t border-line px-4 py-2 text-sm text-muted">
        <div className="mx-auto flex max-w-[100rem] flex-wrap gap-x-6">
          <Link href="/notice" className="inline-block py-0.5">
            {notice.documentNumber} {common.noticeReads}
          </Link>
          {asOf !== undefined && <span className="py-0.5">{common.knownAsOf(asOf)}</span>}
        </div>
      </footer>
    </div>
  )
}

/** Three rising columns within a wall: a city and its results. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6">
      <rect width="32" height="32" rx="4" className="fill-accent" />
      <path d="M6 26V14l5-3v15zm7.5 0V8l5-3v21zm7.5 0V16l5-3v13z" className="fill-on-accent" />
    </svg>
  )
}
