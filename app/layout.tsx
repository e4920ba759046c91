import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { AppShell, type NavigationItem } from '@/components/ui/app-shell'
import { NOTING } from '@/components/ui/arrival'
import { Arrived } from '@/components/ui/arrived'
import { Banner } from '@/components/ui/banner'
import { FocusKeeper } from '@/components/ui/focus-keeper'
import { LocaleProvider } from '@/components/ui/locale-provider'
import { TooOld } from '@/components/ui/too-old'
import { mayEver } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { env } from '@/lib/env'
import { words, type Words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { currentActor } from '@/lib/web/session'
import { currentAnnouncements, currentUnread } from '@/lib/web/unread'
import { signOut } from './sign-out/actions'

export async function generateMetadata(): Promise<Metadata> {
  const { common } = words(await currentLocale())
  return {
    title: { default: `${common.product} · ${common.productLine}`, template: `%s · ${common.product}` },
    robots: { index: false, follow: false },
    // Browsers with two engines, as many offices have them, show pages of authorities with the old one unless they are told.
    other: { renderer: 'webkit', 'force-rendering': 'webkit' },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The frame of every page. It shows what a person's role does here; it opens nothing. */
export default async function Layout({ children }: { children: ReactNode }) {
  const [locale, actor, unread, announced, sent] = await Promise.all([
    currentLocale(),
    currentActor(),
    currentUnread(),
    currentAnnouncements(),
    headers(),
  ])
  const said = words(locale)
  const nonce = sent.get('x-nonce') ?? undefined
  return (
    <html lang={locale}>
      <body>
        <script
          // A browser hides the nonce from scripts, so that React finds another one than it rendered.
          suppressHydrationWarning
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: NOTING }}
        />
        <TooOld said={said.common.tooOld} nonce={nonce} />
        <LocaleProvider locale={locale}>
          <AppShell
            locale={locale}
            person={actor && { name: actor.name, duty: said.names.role[actor.role] }}
            navigation={navigationFor(actor, said.common.nav, unread)}
            demo={env().CHENGJI_DEMO === '1'}
            signOut={actor && <SignOut label={said.common.signOut} />}
          >
            {announced.map(({ id, title }) => (
              <Banner key={id}>
                {said.announcements.unread(title)} <a href="/announcements">{said.announcements.see}</a>
              </Banner>
            ))}
            {children}
          </AppShell>
          <Arrived />
          <FocusKeeper />
        </LocaleProvider>
      </body>
    </html>
  )
}

/** What a person does, in the order of the day. */
function navigationFor(
  actor: Actor | null,
  label: Words['common']['nav'],
  unread: number,
): readonly NavigationItem[] {
  const items: NavigationItem[] = []
  if (actor?.city != null) {
    const own = `/cities/${actor.city}`
    items.push({
      href: `${own}/desk`,
      label: label.desk,
      also: ['reports', 'targets', 'handover', 'evidence', 'restatements'].map((each) => `${own}/${each}`),
    })
    items.push({ href: `${own}/plan`, label: label.plan, also: [`${own}/funds`] })
    items.push({ href: `${own}/evaluations`, label: label.evaluations })
    items.push({ href: own, label: label.city }, { href: `${own}/simulation`, label: label.simulation })
  }
  if (mayEver(actor, 'queue.read')) items.push({ href: '/review', label: label.review })
  if (mayEver(actor, 'dashboard.read')) items.push({ href: '/dashboard', label: label.dashboard })
  if (mayEver(actor, 'dashboard.read'))
    items.push({ href: '/monitor', label: label.monitor, also: ['/exposure'] })
  if (mayEver(actor, 'view.keep')) items.push({ href: '/explore', label: label.explore, also: ['/compare'] })
  if (mayEver(actor, 'export.ask')) items.push({ href: '/exports', label: label.exports })
  if (mayEver(actor, 'quality.read')) items.push({ href: '/quality', label: label.quality })
  if (mayEver(actor, 'evaluation.manage')) items.push({ href: '/evaluations', label: label.evaluations })
  if (mayEver(actor, 'assessment.list')) items.push({ href: '/assess', label: label.assess })
  if (mayEver(actor, 'decision.read')) items.push({ href: '/decisions', label: label.decisions })
  if (mayEver(actor, 'account.manage')) items.push({ href: '/admin/accounts', label: label.accounts })
  if (mayEver(actor, 'reference.configure'))
    items.push(
      { href: '/admin/periods', label: label.periods },
      { href: '/admin/cities', label: label.cities },
    )
  if (mayEver(actor, 'jobs.read')) items.push({ href: '/admin/jobs', label: label.jobs })
  if (mayEver(actor, 'audit.read')) items.push({ href: '/admin/audit', label: label.audit })
  if (actor !== null)
    items.push({ href: '/messages', label: label.messages, waiting: unread, also: ['/brief'] })
  items.push({ href: '/notice', label: label.notice }, { href: '/help', label: label.help })
  return items
}

function SignOut({ label }: { label: string }) {
  return (
    <form action={signOut}>
      <button type="submit" className="min-h-6 cursor-pointer px-1 text-accent underline underline-offset-4">
        {label}
      </button>
    </form>
  )
}
