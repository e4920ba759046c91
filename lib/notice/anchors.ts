import type { ClauseId } from './clauses'

const SECTIONS: Readonly<Record<string, string>> = { 二: '2', 三: '3' }

/** Where a clause stands on the page of the notice: 二·1 → `clause-2-1`. Readings stand under their own number. */
export function clauseAnchor(id: ClauseId): string {
  const parts = id.split('·').map((part) => SECTIONS[part] ?? part)
  return ['clause', ...parts].join('-')
}
