import { actorOf, type Permit } from '@/lib/access/authorize'
import { setLocale } from '@/lib/store/credentials'
import { begin } from '@/lib/store/work'
import type { Locale } from '@/lib/values'

/** Keeps the language a person prefers with the account, so that it is there in the next browser too. */
export function chooseLocale(permit: Permit<'account.changeOwn'>, locale: Locale): Promise<void> {
  return begin(permit, (work) => setLocale(work, actorOf(permit).id, locale))
}
