import { whyNotCountable, type Countable } from './countable'
import { identityOf } from './identity'

export { identityOf, type Identity } from './identity'

/** How many different entities these rows count: a duplicate within a city counts once (reading R5). */
export function countDistinct(rows: readonly Countable[]): number {
  return new Set(rows.filter((row) => whyNotCountable(row) === null).map(identityOf)).size
}
