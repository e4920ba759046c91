import type { Metadata } from 'next'
import { NewAccountForm } from '@/components/admin/new-account-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Panel } from '@/components/ui/panel'
import { CITY_ROLES, ROLES } from '@/lib/access/roles'
import { readAccountList } from '@/lib/accounts/read-accounts'
import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { createAccount } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.newAccount.title }
}

export default async function Page() {
  const permit = await pagePermit('account.manage')
  const { admin, common } = words(await currentLocale())
  const said = admin.newAccount
  const { cities } = await readAccountList(permit)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: admin.accounts.title, href: '/admin/accounts' }, { label: said.title }]}
      />
      <PageHead title={said.title} lead={said.lead} />
      <Panel title={said.title} className="[&>div:first-child]:sr-only">
        <NewAccountForm
          action={createAccount}
          choices={{ roles: ROLES, cityRoles: CITY_ROLES, provinceRoles: ['provincial_reviewer'], cities }}
        />
      </Panel>
    </>
  )
}
