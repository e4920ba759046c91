import { whyNotCountable, type Countable } from './countable'
import { identityOf } from './identity'

interface Certified {
  readonly details?: { readonly validFrom?: string; readonly validTo?: string }
}

/** Whether a certificate of an entity holds on a day; null where none of its rows says until when one does (R9). */
export function validityOf(rows: readonly Certified[], day: string): 'valid' | 'expired' | null {
  const dated = rows
    .map(({ details: { validFrom = '', validTo = '' } = {} }) => ({ validFrom, validTo }))
    .filter(({ validTo }) => validTo !== '')
  if (dated.length === 0) return null
  const holds = dated.some(({ validFrom, validTo }) => validFrom <= day && day <= validTo)
  return holds ? 'valid' : 'expired'
}

/** Of the entities that these rows count, how many hold a certificate on a day; null where that is not known of each (R9). */
export function countValid(rows: readonly (Countable & Certified)[], day: string): number | null {
  const entities = new Map<string, Certified[]>()
  for (const row of rows.filter((each) => whyNotCountable(each) === null)) {
    const own = entities.get(identityOf(row))
    if (own) own.push(row)
    else entities.set(identityOf(row), [row])
  }
  const standings = [...entities.values()].map((own) => validityOf(own, day))
  return standings.includes(null) ? null : standings.filter((each) => each === 'valid').length
}
