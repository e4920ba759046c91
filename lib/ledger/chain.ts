import { canonical, digest } from './canonical'

/** One entry of a city's ledger. `body` is canonical text, `at` an ISO instant, `hash` covers everything else. */
export interface LedgerEntry {
  readonly city: string
  readonly seq: number
  readonly kind: string
  readonly at: string
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** What the first entry of a chain has as its `previous`. */
export const GENESIS = '0'.repeat(64)

/** Makes the entry that follows `last` (none: the first). */
export function nextEntry(
  last: Pick<LedgerEntry, 'seq' | 'hash'> | null,
  entry: Pick<LedgerEntry, 'city' | 'kind' | 'at' | 'body'>,
): LedgerEntry {
  const unhashed = { ...entry, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? GENESIS }
  return { ...unhashed, hash: hashOf(unhashed) }
}

function hashOf({ city, seq, kind, at, body, previous }: Omit<LedgerEntry, 'hash'>): string {
  return digest(canonical({ algorithm: 'sha256', city, seq, kind, at, body, previous }))
}

/** The first thing that does not hold in a chain read in order, or null when everything does. */
export interface ChainFault {
  readonly seq: number
  readonly fault: 'gap' | 'link' | 'hash' | 'city'
}

/** Verifies a whole chain of one city from its first entry. */
export function verifyChain(city: string, entries: readonly LedgerEntry[]): ChainFault | null {
  let previous = GENESIS
  for (const [index, entry] of entries.entries()) {
    if (entry.city !== city) return { seq: entry.seq, fault: 'city' }
    if (entry.seq !== index + 1) return { seq: entry.seq, fault: 'gap' }
    if (entry.previous !== previous) return { seq: entry.seq, fault: 'link' }
    if (entry.hash !== hashOf(entry)) return { seq: entry.seq, fault: 'hash' }
    previous = entry.hash
  }
  return null
}
