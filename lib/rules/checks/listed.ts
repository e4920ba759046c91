/** So many rows are named. */
const NAMED = 5

/**
 * Rows as a finding tells of them: how many, the first few as lines of fields, and a mark over all, by which an explanation
 * lapses when another row joins those that are not named.
 */
export function listed(lines: readonly (readonly string[])[]): Readonly<Record<string, string>> {
  const written = lines.map((fields) => fields.join('\t'))
  return {
    rows: String(lines.length),
    named: written.slice(0, NAMED).join('\n'),
    mark: markOf(written.toSorted().join('\n')),
  }
}

/** FNV-1a of a text, as eight hexadecimal digits with an x in front: no number, and no secret. */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return `x${hash.toString(16).padStart(8, '0')}`
}
