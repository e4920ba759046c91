import { countValid } from '@/lib/rules/validity'
import { lastDayOf, type Quarter } from '@/lib/values'

/** How many certified entities hold a certificate at the end of a quarter, where that is known of each. */
export function validOf(
  rows: Parameters<typeof countValid>[0],
  quarter: Quarter,
): { readonly valid?: string } {
  const valid = countValid(rows, lastDayOf(quarter))
  return valid === null ? {} : { valid: String(valid) }
}
