import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { findActors } from '@/lib/store/credentials'
import { readCities, type City } from '@/lib/store/cities'
import { begin } from '@/lib/store/work'

/** The one password of all demonstration accounts; it exists in demonstration mode alone. */
export const DEMO_PASSWORD = 'Chengji-demo-2022'

const CITY_LOGINS = 'linjiang wanghai qinglan shiqiao yunxi changhe baisha beichuan'.split(' ')
const STAFF_LOGINS =
  'donghai hejing xiling cnipa mof assessor assessor-2 assessor-lead finance finance-approve sysadmin secadmin auditadmin'.split(
    ' ',
  )

export interface DemonstrationAccounts {
  readonly cities: readonly { readonly city: City; readonly people: readonly Actor[] }[]
  readonly staff: readonly { readonly actor: Actor; readonly province: City | null }[]
}

/** The accounts that prisma/seed.ts lays down in demonstration mode, for the sign-in page of that mode alone. */
export function readDemonstrationAccounts(): Promise<DemonstrationAccounts> {
  return begin(authorize(null, 'identity.verify'), async (work) => {
    const logins = CITY_LOGINS.flatMap((login) => [login, `${login}-sign`])
    const found = new Map(
      (await findActors(work, [...logins, ...STAFF_LOGINS])).map((actor) => [actor.login, actor]),
    )
    const named = (names: readonly string[]) => names.flatMap((name) => found.get(name) ?? [])
    const cities = await readCities(work)
    return {
      cities: cities.flatMap((city) => {
        const people = named(logins).filter((actor) => actor.city === city.code)
        return people.length === 0 ? [] : [{ city, people }]
      }),
      staff: named(STAFF_LOGINS).map((actor) => ({
        actor,
        province: cities.find((city) => city.code.slice(0, 2) === actor.province) ?? null,
      })),
    }
  })
}
