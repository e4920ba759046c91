/** The roles of DESIGN section 4. An account has exactly one; the three administrators (三员分立) can therefore never be combined. */
export const ROLES = [
  'city_officer',
  'city_certifier',
  'provincial_reviewer',
  'cnipa_reviewer',
  'mof_reviewer',
  'assessor',
  'finance_officer',
  'finance_approver',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const

export type Role = (typeof ROLES)[number]

/** Roles that belong to one city, and to the nation. An assessor belongs to the cities that he or she is assigned to. */
export const CITY_ROLES = ['city_officer', 'city_certifier'] as const satisfies readonly Role[]
export const NATIONAL_ROLES = [
  'cnipa_reviewer',
  'mof_reviewer',
  'finance_officer',
  'finance_approver',
] as const satisfies readonly Role[]

/** Whoever is signed in. `city` is a six-digit division code, `province` its first two digits. */
export interface Actor {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly city: string | null
  readonly province: string | null
  /** The language the person chose; null while none was chosen. */
  readonly locale: 'zh-CN' | 'en' | null
}
