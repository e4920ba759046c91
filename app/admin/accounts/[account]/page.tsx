import type { Metadata } from 'next'
import { AccountDeed } from '@/components/admin/account-deeds'
import { AccountState } from '@/components/admin/account-state'
import { reachWords } from '@/components/admin/reach'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead, Panel } from '@/components/ui/panel'
import { actorOf } from '@/lib/access/authorize'
import { readAccount } from '@/lib/accounts/read-accounts'
import { formatDateTime, words } from '@/lib/i18n'
import type { Locale, Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { disable, enable, endAll, resetPassword } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.accounts.title }
}

/** One account and what can be done with it. Nothing of it can be done with one's own. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ readonly account: string }>
  searchParams: Promise<Query>
}) {
  const permit = await pagePermit('account.manage')
  const locale = await currentLocale()
  const { admin, common, names } = words(locale)
  const said = admin.account
  const { account, cities, now } = await orNotFound(readAccount(permit, (await params).account))
  const isOwn = actorOf(permit).id === account.id
  const columns = admin.accounts.column
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: admin.accounts.title, href: '/admin/accounts' }, { label: account.login }]}
      />
      <PageHead title={said.title(account.name)} />
      <Done query={await searchParams} locale={locale} />
      <Panel title={account.login}>
        <DescriptionList
          items={[
            { term: columns.name, value: account.name },
            { term: columns.role, value: names.role[account.role] },
            { term: columns.reach, value: reachWords(locale, account, cities) },
            {
              term: columns.state,
              value: <AccountState locale={locale} account={account} now={now} />,
            },
            { term: columns.created, value: formatDateTime(locale, account.createdAt) },
          ]}
        />
      </Panel>
      {isOwn ? (
        <Banner>
          <p className="mb-2">{said.own}</p>
          <LinkButton href="/account">{said.toOwn}</LinkButton>
        </Banner>
      ) : (
        <div className="grid items-start gap-x-4 lg:grid-cols-3">
          <AccountDeed action={resetPassword} accountId={account.id} kind="reset" />
          {account.openSessions === 0 ? (
            <Panel title={said.end.title}>
              <p>{said.end.none}</p>
            </Panel>
          ) : (
            <AccountDeed
              action={endAll}
              accountId={account.id}
              kind="end"
              text={said.end.text(String(account.openSessions))}
            />
          )}
          {account.disabledAt === null ? (
            <AccountDeed action={disable} accountId={account.id} kind="disable" />
          ) : (
            <AccountDeed action={enable} accountId={account.id} kind="enable" />
          )}
        </div>
      )}
    </>
  )
}

/** What was just done, as the address says it. */
function Done({ query, locale }: { query: { done?: unknown; count?: unknown }; locale: Locale }) {
  const said = words(locale).admin.account
  const count = typeof query.count === 'string' && /^\d{1,4}$/.test(query.count) ? query.count : '1'
  const sentence =
    query.done === 'disable'
      ? said.disable.done
      : query.done === 'enable'
        ? said.enable.done
        : query.done === 'end'
          ? said.end.done(count)
          : null
  return (
    sentence !== null && (
      <Banner tone="done" live>
        {sentence}
      </Banner>
    )
  )
}
