import type pg from 'pg'
import type { Actor, Role } from '@/lib/access/roles'

/** Two neighbours in one province, and a third city in another. */
export const HOME = '910100'
export const NEIGHBOUR = '910200'
export const FAR = '920100'

/** Everybody the tests speak of. Cities come in pairs of people; the home city has a second officer. */
const CAST = {
  officer: { role: 'city_officer', city: HOME },
  colleague: { role: 'city_officer', city: HOME },
  certifier: { role: 'city_certifier', city: HOME },
  neighbourOfficer: { role: 'city_officer', city: NEIGHBOUR },
  neighbourCertifier: { role: 'city_certifier', city: NEIGHBOUR },
  farOfficer: { role: 'city_officer', city: FAR },
  farCertifier: { role: 'city_certifier', city: FAR },
  province: { role: 'provincial_reviewer', province: '91' },
  farProvince: { role: 'provincial_reviewer', province: '92' },
  cnipa: { role: 'cnipa_reviewer' },
  mof: { role: 'mof_reviewer' },
  assessor: { role: 'assessor' },
  finance: { role: 'finance_officer' },
  approver: { role: 'finance_approver' },
  system: { role: 'system_admin' },
  security: { role: 'security_admin' },
  audit: { role: 'audit_admin' },
  secondAssessor: { role: 'assessor' },
  leadAssessor: { role: 'assessor' },
} as const satisfies Record<string, { role: Role; city?: string; province?: string }>

export type Person = keyof typeof CAST
export type People = Readonly<Record<Person, Actor>>

const actor = (login: Person, serial: number): Actor => {
  const { role, ...reach } = CAST[login]
  return {
    id: `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
    login: login.toLowerCase(),
    name: `test ${login}`,
    role,
    city: 'city' in reach ? reach.city : null,
    province: 'province' in reach ? reach.province : null,
    locale: 'zh-CN',
  }
}

/** The cast as actors, always with the same ids. */
export const people = Object.fromEntries(
  (Object.keys(CAST) as Person[]).map((login, i) => [login, actor(login, i + 1)]),
) as People

/** Gives every one of them an account, with a hash that no password has. */
export async function insertPeople(owner: pg.Client): Promise<void> {
  for (const { id, login, name, role, city, province } of Object.values(people)) {
    await owner.query(
      `INSERT INTO account (id, login, name, role, city, province, password_hash, must_change_password, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'none', false, chengji_now())`,
      [id, login, name, role, city, province],
    )
  }
}
