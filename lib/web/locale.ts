import 'server-only'
import { cookies } from 'next/headers'
import { currentActor } from './session'

export const LOCALE_COOKIE = 'chengji-locale'

/** The language of this request: what was last chosen in this browser, else the account's preference, else Chinese. */
export async function currentLocale(): Promise<'zh-CN' | 'en'> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (chosen === 'zh-CN' || chosen === 'en') return chosen
  return (await currentActor())?.locale ?? 'zh-CN'
}
