import 'server-only'
import type { Actor, Role } from '@/lib/access/roles'

const HOMES: Readonly<Record<Exclude<Role, 'city_officer' | 'city_certifier'>, string>> = {
  provincial_reviewer: '/review',
  cnipa_reviewer: '/review',
  mof_reviewer: '/review',
  assessor: '/assess',
  finance_officer: '/dashboard',
  finance_approver: '/dashboard',
  system_admin: '/admin/periods',
  security_admin: '/admin/accounts',
  audit_admin: '/admin/audit',
}

/** Where a person's work begins. */
export function homeOf({ role, city }: Actor): string {
  if (role === 'city_officer' || role === 'city_certifier') return `/cities/${city ?? ''}/desk`
  return HOMES[role]
}
