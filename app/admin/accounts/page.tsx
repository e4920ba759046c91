import type { Metadata } from 'next'
import { AccountFilter } from '@/components/admin/account-filter'
import { AccountTable } from '@/components/admin/account-table'
import { UnreachableCities } from '@/components/review/unreachable-cities'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { PageHead, Panel } from '@/components/ui/panel'
import { ROLES } from '@/lib/access/roles'
import { filterAccounts, readAccountList } from '@/lib/accounts/read-accounts'
import { words } from '@/lib/i18n'
import { pageOf, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pageNumber, pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.accounts.title }
}

/** Every account, for the security administrator. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('account.manage')
  const locale = await currentLocale()
  const { admin, messages, review } = words(locale)
  const said = admin.accounts
  const query = await searchParams
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  const asked = { q: text('q'), role: text('role'), state: text('state') }
  const list = await readAccountList(permit)
  const { accounts, cities, now } = list
  const unreachable = pageOf(list.unreachable, pageNumber(query.unreachable))
  const shown = filterAccounts(accounts, asked, now)
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        action={
          <LinkButton href="/admin/accounts/new" variant="primary">
            {said.add}
          </LinkButton>
        }
      />
      {unreachable.all > 0 && (
        <Panel title={messages.unreachable.title} lead={messages.unreachable.lead}>
          <UnreachableCities locale={locale} cities={unreachable.entries} />
          <Pager
            label={messages.unreachable.title}
            {...unreachable}
            said={review.queue.pager}
            hrefOf={(page) => `/admin/accounts?unreachable=${page}`}
          />
        </Panel>
      )}
      <Panel title={said.count(String(shown.length), String(accounts.length))}>
        <AccountFilter locale={locale} roles={ROLES} asked={asked} />
        {shown.length === 0 ? (
          <EmptyState title={said.empty} next={said.emptyNext} />
        ) : (
          <AccountTable locale={locale} accounts={shown} cities={cities} now={now} />
        )}
      </Panel>
    </>
  )
}
