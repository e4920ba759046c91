import { compareText, type Period } from '@/lib/values'
import { identityOf, type Identity } from './count-distinct'

/** An entity that an earlier report of the city has brought. */
export interface EarlierEntity extends Identity {
  readonly period: Period
}

/** A row of the register in hand. Ids are in the order in which rows were made. */
export interface StandingRow extends Identity {
  readonly id: string
}

/** Something that a person should look at: it changes no count. `period` null: the other row is in this register. */
export type Likeness =
  | { readonly code: 'otherName'; readonly name: string; readonly period: Period | null }
  | { readonly code: 'otherCode'; readonly creditCode: string | null; readonly period: Period | null }

/** How one row counts: for the first time, not again because an earlier quarter or an earlier row has it. */
export interface RowStanding {
  readonly counts: 'new' | 'earlier' | 'repeat'
  /** The quarter in which it began to count, where `counts` is `earlier`. */
  readonly since: Period | null
  readonly likeness: Likeness | null
}

/** What a register amounts to: cumulative and distinct (R5), and what this report adds to it. */
export interface RegisterStanding {
  readonly total: number
  readonly fresh: number
  readonly rows: Readonly<Record<string, RowStanding>>
}

interface Known {
  readonly name: string
  readonly creditCode: string | null
  readonly period: Period | null
}

/** Counts a register on top of what the city has reported before, and says of each row how it counts. */
export function registerStanding(
  rows: readonly StandingRow[],
  earlier: readonly EarlierEntity[],
): RegisterStanding {
  const seen = new Map<string, Known>()
  const named = new Map<string, Known[]>()
  const meet = (known: Known): void => {
    const identity = identityOf(known)
    if (!seen.has(identity)) seen.set(identity, known)
    const key = nameKey(known.name)
    named.set(key, [...(named.get(key) ?? []), known])
  }
  for (const entity of earlier.toSorted((a, b) => compareText(a.period, b.period))) meet(entity)
  const before = seen.size
  const standings: Record<string, RowStanding> = {}
  for (const row of rows.toSorted((a, b) => compareText(a.id, b.id))) {
    const first = seen.get(identityOf(row))
    const namesake = named.get(nameKey(row.name))?.find((known) => known.creditCode !== row.creditCode)
    standings[row.id] = {
      counts: first === undefined ? 'new' : first.period === null ? 'repeat' : 'earlier',
      since: first?.period ?? null,
      likeness:
        first !== undefined && nameKey(first.name) !== nameKey(row.name)
          ? { code: 'otherName', name: first.name, period: first.period }
          : first === undefined && namesake !== undefined
            ? { code: 'otherCode', creditCode: namesake.creditCode, period: namesake.period }
            : null,
    }
    meet({ name: row.name, creditCode: row.creditCode, period: null })
  }
  return { total: seen.size, fresh: seen.size - before, rows: standings }
}

/** A name as a person would compare it. */
const nameKey = (name: string): string => identityOf({ name, creditCode: null })
