import { compareText, nameKeys, type Period } from '@/lib/values'
import { casesOf, whyNotCountable, type CaseMark, type Countable } from './countable'
import { identityOf } from './identity'

/** An entity that an earlier report of the city has brought. */
export interface EarlierEntity extends Countable {
  readonly period: Period
}

/** A row of the register in hand. Ids are in the order in which rows were made. */
export interface StandingRow extends Countable {
  readonly id: string
}

/** Something that a person should look at: it changes no count. `period` null: the other row is in this register. */
export type Likeness =
  | { readonly code: 'otherName'; readonly name: string; readonly period: Period | null }
  | {
      /** The same name, or one that differs only in its form, under another code. */
      readonly code: 'otherCode'
      readonly name: string
      readonly creditCode: string | null
      readonly period: Period | null
    }

/**
 * How one row counts: for the first time; not again because an earlier quarter or an earlier row has it; or not at all: of
 * a type that does not count, or by a decided case in another city.
 */
export interface RowStanding {
  readonly counts: 'new' | 'earlier' | 'repeat' | 'otherType' | 'elsewhere'
  /** The quarter in which it began to count, where `counts` is `earlier`. */
  readonly since: Period | null
  /** What a person should look at: none, one, or both. */
  readonly likeness: readonly Likeness[]
  /** The number of the case in which another city claims it too. */
  readonly case: number | null
}

/** What a register amounts to: cumulative and distinct (R5), and what this report adds to it. */
export interface RegisterStanding {
  readonly total: number
  readonly fresh: number
  readonly rows: Readonly<Record<string, RowStanding>>
}

/** What is known around a register. */
export interface Around {
  /** The result whose register it is. */
  readonly indicator: string
  readonly cases: readonly CaseMark[]
  /** Names of the city and its province, which may stand in front of a name. */
  readonly places: readonly string[]
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
  { indicator, cases, places }: Around,
): RegisterStanding {
  const seen = new Map<string, Known>()
  const named = new Map<string, Known[]>()
  const keyOf = nameKeys(places)
  const caseOf = casesOf(cases, indicator)
  const meet = (known: Known, identity = identityOf(known), key = keyOf(known.name)): void => {
    if (!seen.has(identity)) seen.set(identity, known)
    const others = named.get(key)
    if (others === undefined) named.set(key, [known])
    else others.push(known)
  }
  for (const entity of earlier.toSorted((a, b) => compareText(a.period, b.period))) {
    if (whyNotCountable(entity) === null) meet(entity)
  }
  const before = seen.size
  const standings: Record<string, RowStanding> = {}
  for (const row of rows.toSorted((a, b) => compareText(a.id, b.id))) {
    const mark = caseOf(row)
    const reason = whyNotCountable({ ...row, elsewhere: mark?.counts === false })
    const [identity, key] = [identityOf(row), keyOf(row.name)]
    const first = seen.get(identity)
    standings[row.id] = {
      counts: reason ?? (first === undefined ? 'new' : first.period === null ? 'repeat' : 'earlier'),
      since: reason === null ? (first?.period ?? null) : null,
      likeness: likenessOf(row, first, named.get(key) ?? []),
      case: mark?.number ?? null,
    }
    if (reason === null) meet({ name: row.name, creditCode: row.creditCode, period: null }, identity, key)
  }
  return { total: seen.size, fresh: seen.size - before, rows: standings }
}

/**
 * What a row is like: an earlier one of the same code under another name, and one of its own name under another code. A row that
 * only repeats an earlier one says nothing that was not said there.
 */
function likenessOf(
  row: StandingRow,
  first: Known | undefined,
  namesakes: readonly Known[],
): readonly Likeness[] {
  const isRenamed =
    first !== undefined && first.name !== row.name && plainName(first.name) !== plainName(row.name)
  if (first !== undefined && !isRenamed) return NONE
  const namesake = namesakes.find(({ creditCode }) => creditCode !== row.creditCode)
  return [
    ...(isRenamed ? [{ code: 'otherName' as const, name: first.name, period: first.period }] : NONE),
    ...(namesake === undefined ? NONE : [{ code: 'otherCode' as const, ...namesake }]),
  ]
}

const NONE: readonly [] = []

/** A name as a person would compare it, form and all. */
const plainName = (name: string): string => identityOf({ name, creditCode: null })
