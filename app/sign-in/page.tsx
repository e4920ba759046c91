import type { Metadata } from 'next'
import Link from 'next/link'
import { DemonstrationAccounts } from '@/components/account/demonstration-accounts'
import { SignInForm } from '@/components/account/sign-in-form'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { DEMO_PASSWORD, readDemonstrationAccounts } from '@/lib/accounts/demonstration'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { safePath } from '@/lib/web/page'
import { currentActor, hadSession } from '@/lib/web/session'
import { signIn, signInToDemonstration } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).account.signIn.title }
}

/** The door. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const to = typeof query.to === 'string' ? safePath(query.to) : '/'
  const locale = await currentLocale()
  const { account, common, names, verify } = words(locale)
  const said = account.signIn
  const actor = await currentActor()
  const accounts = env().CHENGJI_DEMO === '1' ? await readDemonstrationAccounts() : null
  return (
    <div
      className={accounts === null ? 'mx-auto max-w-96' : 'grid items-start gap-x-8 lg:grid-cols-[22rem_1fr]'}
    >
      <div>
        <h1 className="text-2xl">{said.title}</h1>
        <p className="mb-4 text-muted">{common.productLine}</p>
        {actor === null ? (
          <Panel title={said.title} className="[&>div:first-child]:sr-only">
            <Note query={query} locale={locale} />
            <SignInForm action={signIn} to={to} />
            <p className="mt-4 text-sm text-muted">{said.forgotten}</p>
          </Panel>
        ) : (
          <Banner title={said.already(actor.name, names.role[actor.role])}>
            <p className="mb-2">{said.otherAccount}</p>
            <LinkButton href={to} variant="primary">
              {said.goOn}
            </LinkButton>
          </Banner>
        )}
        <p className="text-sm">
          <Link href="/verify" className="inline-block py-0.5">
            {verify.toVerify}
          </Link>
        </p>
      </div>
      {accounts !== null && (
        <DemonstrationAccounts
          locale={locale}
          accounts={accounts}
          password={DEMO_PASSWORD}
          to={to}
          action={signInToDemonstration}
        />
      )}
    </div>
  )
}

/** What led here, if it was not simply the way in. */
async function Note({
  query,
  locale,
}: {
  query: { left?: unknown; refused?: unknown }
  locale: 'zh-CN' | 'en'
}) {
  const said = words(locale).account.signIn
  if (query.left !== undefined) return <Banner tone="done">{said.signedOut}</Banner>
  if (query.refused !== undefined) return <Banner tone="danger">{said.failed}</Banner>
  if (await hadSession()) return <Banner tone="attention">{said.again}</Banner>
  return null
}
