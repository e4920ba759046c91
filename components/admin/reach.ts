import type { Actor } from '@/lib/access/roles'
import { cityName, provinceName, words } from '@/lib/i18n'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'

const ADMINISTRATORS = ['system_admin', 'security_admin', 'audit_admin']

/** How far an account reaches: its city, its province, the nation, or no figures at all. */
export function reachWords(
  locale: Locale,
  { role, city, province }: Pick<Actor, 'role' | 'city' | 'province'>,
  cities: readonly City[],
): string {
  const said = words(locale).admin.accounts
  if (ADMINISTRATORS.includes(role)) return said.noFigures
  if (city !== null) {
    const own = cities.find(({ code }) => code === city)
    return own === undefined ? city : cityName(locale, own)
  }
  if (province === null) return said.whole
  const within = cities.find(({ code }) => code.startsWith(province))
  return within === undefined ? province : provinceName(locale, within)
}
