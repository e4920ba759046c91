import { createHash } from 'node:crypto'

/** What may be hashed: no floats (figures travel as decimal strings), no undefined, no dates (as ISO strings). */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical }

/**
 * The one byte form of a value: JSON with keys in code-point order, no spaces, text in NFC.
 * Field names and quotes keep characters from moving between fields unnoticed, which plain concatenation allows.
 * @throws TypeError on a number that is not a safe integer
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
  const record = value as { readonly [key: string]: Canonical }
  const fields = Object.keys(record)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((key) => `${JSON.stringify(key.normalize('NFC'))}:${canonical(record[key] ?? null)}`)
  return `{${fields.join(',')}}`
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
