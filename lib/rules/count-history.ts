import { compareText, type Period } from '@/lib/values'
import { caseOf, whyNotCountable, type CaseMark, type Countable } from './countable'
import { identityOf } from './identity'
import { validityOf } from './validity'

/** One row as one submitted version of a report has it. */
export interface HistoryRow extends Countable {
  readonly id: string
  readonly period: Period
  readonly version: number
  readonly details: Readonly<Partial<Record<string, string>>>
  /** Why it is withdrawn in this version; '' where it stands. */
  readonly withdrawn: string
  /** When this version was accepted; null where it is not the accepted one. */
  readonly acceptedAt: string | null
  /** Whether this is the latest version that was submitted. */
  readonly isLatest: boolean
}

/**
 * What became of a row: it is the one that counts; merged with one that counts already, and kept; of a type that does not
 * count; counted by another city; withdrawn; replaced by a later version of its report; or submitted and not accepted yet.
 */
export type RowFate = 'counts' | 'merged' | 'otherType' | 'elsewhere' | 'withdrawn' | 'superseded' | 'pending'

export interface Source {
  readonly id: string
  readonly period: Period
  readonly version: number
  readonly name: string
  readonly fate: RowFate
  /** Why it was withdrawn. */
  readonly reason: string
}

/** One entity with every row that brought it. */
export interface CountedEntity {
  readonly identity: string
  readonly name: string
  readonly creditCode: string | null
  /** The first quarter in which it was accepted; null while it does not count. */
  readonly since: Period | null
  readonly acceptedAt: string | null
  /** Whether its certificate holds on the day asked for; null where no certificate is known, or none is asked. */
  readonly validity: 'valid' | 'expired' | null
  readonly case: CaseMark | null
  readonly sources: readonly Source[]
}

export interface CountHistory {
  readonly total: number
  /** Of those that count: whose certificate holds on the day, has expired, or is not known. */
  readonly valid: number
  readonly expired: number
  /** Those that count first, by the quarter in which they began to; then the others. */
  readonly entities: readonly CountedEntity[]
  readonly quarters: readonly { readonly period: Period; readonly added: number; readonly total: number }[]
}

/** Works a count out of every version of its rows: who counts since when, and what became of each row (R5, R9). */
export function countHistory(
  rows: readonly HistoryRow[],
  cases: readonly CaseMark[],
  indicator: string,
  day: string,
): CountHistory {
  const byEntity = new Map<string, HistoryRow[]>()
  for (const row of decisive(rows)) {
    const identity = identityOf(row)
    const others = byEntity.get(identity)
    if (others === undefined) byEntity.set(identity, [row])
    else others.push(row)
  }
  const entities = [...byEntity.values()].map((own) => entityOf(own, cases, indicator, day))
  const counting = entities.filter(({ since }) => since !== null)
  const periods = [...new Set(entities.flatMap(({ since }) => since ?? []))].sort(compareText)
  const byName = entities.toSorted((a, b) => compareText(a.name, b.name))
  let total = 0
  return {
    total: counting.length,
    valid: counting.filter(({ validity }) => validity === 'valid').length,
    expired: counting.filter(({ validity }) => validity === 'expired').length,
    entities: [...periods, null].flatMap((period) => byName.filter(({ since }) => since === period)),
    quarters: periods.map((period) => {
      const added = counting.filter(({ since }) => since === period).length
      total += added
      return { period, added, total }
    }),
  }
}

/** Of each row the one version that decides: the accepted one, else the latest that has it. */
function decisive(rows: readonly HistoryRow[]): HistoryRow[] {
  const found = new Map<string, HistoryRow>()
  for (const row of rows) {
    const known = found.get(row.id)
    const isBetter =
      known === undefined ||
      (known.acceptedAt === null && (row.acceptedAt !== null || row.version > known.version))
    if (isBetter) found.set(row.id, row)
  }
  return [...found.values()]
}

function entityOf(
  own: readonly HistoryRow[],
  cases: readonly CaseMark[],
  indicator: string,
  day: string,
): CountedEntity {
  const ordered = own.toSorted((a, b) => compareText(a.period, b.period) || compareText(a.id, b.id))
  const one = ordered[0] as HistoryRow
  const mark = caseOf(cases, indicator, one)
  let first: HistoryRow | null = null
  const sources = ordered.map((row): Source => {
    const { id, period, version, name, withdrawn: reason } = row
    const out = whyNotCountable({ ...row, elsewhere: mark?.counts === false })
    const isStanding = row.acceptedAt !== null && reason === '' && out === null
    const fate =
      reason !== ''
        ? 'withdrawn'
        : row.acceptedAt === null
          ? row.isLatest
            ? 'pending'
            : 'superseded'
          : (out ?? (first === null ? 'counts' : 'merged'))
    if (isStanding) first ??= row
    return { id, period, version, name, fate, reason }
  })
  const counting = first as HistoryRow | null
  const shown = counting ?? one
  return {
    identity: identityOf(one),
    name: shown.name,
    creditCode: one.creditCode,
    since: counting?.period ?? null,
    acceptedAt: counting?.acceptedAt ?? null,
    validity: validityOf(
      ordered.filter((row) => row.acceptedAt !== null && row.withdrawn === ''),
      day,
    ),
    case: mark,
    sources,
  }
}
