import { createHash } from 'node:crypto'

/** What may be hashed: no floats (figures travel as decimal strings), no undefined, no dates (as ISO strings). */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical }

/**
 * The one byte form of a value: JSON without spaces, all text in NFC, keys in the order of their UTF-16 units (as RFC 8785).
 * Field names and quotes keep characters from moving between fields unnoticed, which plain concatenation allows.
 * @throws TypeError on a number that is not a safe integer, and on keys that differ only in how their signs are composed
 */
export function canonical(value: Canonical): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new TypeError(`only safe integers have a canonical form, got ${value}`)
    return String(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${(value as readonly Canonical[]).map(canonical).join(',')}]`
  const fields = Object.entries(value as Readonly<Record<string, Canonical>>)
    .map(([key, each]): [string, Canonical] => [key.normalize('NFC'), each])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [i, [key]] of fields.entries()) {
    if (key === fields[i - 1]?.[0]) throw new TypeError(`two keys are composed alike: ${key}`)
  }
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
