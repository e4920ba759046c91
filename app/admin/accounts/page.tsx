import type { Metadata } from 'next'
import { AccountFilter } from '@/components/admin/account-filter'
import { AccountTable } from '@/components/admin/account-table'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { ROLES } from '@/lib/access/roles'
import { filterAccounts, readAccountList } from '@/lib/accounts/read-accounts'
import { cityName, formatList, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.accounts.title }
}

/** Every account, for the security administrator. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}) {
  const permit = await pagePermit('account.manage')
  const locale = await currentLocale()
  const { admin, common } = words(locale)
  const said = admin.accounts
  const query = await searchParams
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  const asked = { q: text('q'), role: text('role'), state: text('state') }
  const { accounts, cities, unstaffed, now } = await readAccountList(permit)
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
      {unstaffed.length > 0 && (
        <Banner tone="attention" title={said.unstaffed}>
          <ul className="list-disc pl-5">
            {unstaffed.map(({ city, lacks }) => (
              <li key={city.code}>
                {common.pair(
                  cityName(locale, city),
                  formatList(
                    locale,
                    lacks.map((role) => said.lacks[role]),
                  ),
                )}
              </li>
            ))}
          </ul>
        </Banner>
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
