import Link from 'next/link'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDate, words } from '@/lib/i18n'
import type { Account } from '@/lib/store/accounts'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import { AccountState } from './account-state'
import { reachWords } from './reach'

/** Accounts, each a way to what can be done with it. */
export function AccountTable({
  locale,
  accounts,
  cities,
  now,
}: {
  locale: Locale
  accounts: readonly Account[]
  cities: readonly City[]
  now: Date
}) {
  const { admin, names } = words(locale)
  const said = admin.accounts
  return (
    <Table label={said.title}>
      <thead>
        <tr>
          <ColumnHead>{said.column.login}</ColumnHead>
          <ColumnHead>{said.column.name}</ColumnHead>
          <ColumnHead>{said.column.role}</ColumnHead>
          <ColumnHead>{said.column.reach}</ColumnHead>
          <ColumnHead>{said.column.state}</ColumnHead>
          <FigureHead>{said.column.sessions}</FigureHead>
          <ColumnHead>{said.column.created}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <RowHead>
              <Link href={`/admin/accounts/${account.id}`} className="inline-block py-0.5">
                {account.login}
              </Link>
            </RowHead>
            <Cell>{account.name}</Cell>
            <Cell>{names.role[account.role]}</Cell>
            <Cell>{reachWords(locale, account, cities)}</Cell>
            <Cell>
              <AccountState locale={locale} account={account} now={now} />
            </Cell>
            <FigureCell>{account.openSessions}</FigureCell>
            <Cell className="whitespace-nowrap">{formatDate(locale, account.createdAt)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
