import { defaultLocale, isLocale, type Locale } from '@/lib/values'

/** Where the choice of language is kept between visits. */
export const LOCALE_COOKIE = 'chengji-locale'

/** The language of a page: what was chosen in this browser, else what the account prefers, else Chinese. */
export function resolveLocale(cookie: string | undefined, account: Locale | null | undefined): Locale {
  if (isLocale(cookie)) return cookie
  return account ?? defaultLocale
}
