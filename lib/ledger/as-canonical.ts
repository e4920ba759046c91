import type { Canonical } from './canonical'

/**
 * The same value, known to be one that can be hashed: what a JSON text was read as, or a record of the domain.
 * @throws TypeError on anything JSON does not have, such as undefined, a date or a big integer
 */
export function asCanonical(value: unknown): Canonical {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value
  }
  if (Array.isArray(value)) return value.map(asCanonical)
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asCanonical(each)]))
  }
  throw new TypeError(`${typeof value} has no canonical form`)
}
