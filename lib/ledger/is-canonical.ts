import { asCanonical } from './as-canonical'
import { canonical } from './canonical'

/**
 * Whether a JSON text is in canonical form, given what it was read as. What is must be said fast, for ledgers are long: a text
 * that JSON writes again as it stands, in NFC and with its keys in order, needs not be composed anew to be compared.
 */
export function isCanonical(text: string, value: unknown): boolean {
  return (
    (JSON.stringify(value) === text && text.normalize('NFC') === text && isInOrder(value)) ||
    canonicalOf(value) === text
  )
}

/** Keys in the order of their UTF-16 units, and no number but safe integers. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  const record = value as Readonly<Record<string, unknown>>
  let before = ''
  for (const key of Object.keys(record)) {
    if (key < before || !isInOrder(record[key])) return false
    before = key
  }
  return true
}

/** The canonical form of what was read of a JSON text; undefined for what has none, such as a fraction. */
export function canonicalOf(value: unknown): string | undefined {
  try {
    return canonical(asCanonical(value))
  } catch {
    return undefined
  }
}
