import { Badge } from '@/components/ui/badge'
import { formatDate, formatDateTime, words } from '@/lib/i18n'
import type { Account } from '@/lib/store/accounts'
import type { Locale } from '@/lib/values'

/** Whether an account can be used, and if not why. */
export function AccountState({ locale, account, now }: { locale: Locale; account: Account; now: Date }) {
  const said = words(locale).admin.accounts
  if (account.disabledAt !== null) {
    return <Badge tone="danger">{said.disabledSince(formatDate(locale, account.disabledAt))}</Badge>
  }
  const locked = account.lockedUntil !== null && now < account.lockedUntil ? account.lockedUntil : null
  const isOver = account.oneTimeUntil !== null && now >= account.oneTimeUntil
  if (locked === null && !account.mustChangePassword) return said.state.active
  return (
    <span className="inline-flex flex-wrap gap-1">
      {locked !== null && <Badge tone="attention">{said.lockedUntil(formatDateTime(locale, locked))}</Badge>}
      {isOver ? (
        <Badge tone="danger">{said.oneTimeOver}</Badge>
      ) : (
        account.mustChangePassword && <Badge>{said.state.mustChange}</Badge>
      )}
    </span>
  )
}
