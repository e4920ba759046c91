import type { Actor, Role } from '@/lib/access/roles'

/** The columns that say who an account is. */
export interface ActorRow {
  id: string
  login: string
  name: string
  role: string
  city: string | null
  province: string | null
  locale: string | null
}

/** Who an account is. */
export const toActor = ({ id, login, name, role, city, province, locale }: ActorRow): Actor => ({
  id,
  login,
  name,
  role: role as Role,
  city,
  province,
  locale: locale === 'en' || locale === 'zh-CN' ? locale : null,
})
