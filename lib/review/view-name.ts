import { Refusal } from '@/lib/values'

/** So many signs the name of a kept view may have; the database holds to the same. */
const MOST = 80

/** The name under which a view is kept. @throws Refusal nameMissing, tooLong */
export function viewName(given: string): string {
  const name = given.trim()
  if (name === '') throw new Refusal('nameMissing')
  const signs = [...name].length
  if (signs > MOST) throw new Refusal('tooLong', { limit: String(MOST), got: String(signs) })
  return name
}
