import type { RegisterContent } from '@/lib/store/register-rows'

/**
 * Who a row is about: its credit code, or, for those that have none, its name as a person would compare it.
 * A duplicate within a city counts once (reading R5).
 */
export function identityOf(row: Pick<RegisterContent, 'creditCode' | 'name'>): string {
  return row.creditCode ?? `name:${row.name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()}`
}

/** How many different entities these rows are about. */
export function countDistinct(rows: readonly Pick<RegisterContent, 'creditCode' | 'name'>[]): number {
  return new Set(rows.map(identityOf)).size
}
