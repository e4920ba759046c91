import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical } from '@/lib/ledger/canonical'
import type { LedgerEntry } from '@/lib/ledger/chain'
import type { Explanation } from '@/lib/rules'
import type { Quarter } from '@/lib/values'

/**
 * The explanations of a city's verdicts as one file that `npm run verify` recomputes without the portal: canonical
 * JSON (public/schemas/explanations-1.json) and a line feed, so that the same verdicts are the same bytes.
 */
export function writeExplanations(
  city: string,
  asOf: Quarter,
  explanations: readonly Explanation[],
): Uint8Array {
  return written({ schema: 'chengji.explanations/1', city, asOf, explanations })
}

/** The ledger of a city from its first entry on, in the same form (public/schemas/ledger-1.json). */
export function writeLedger(entries: readonly LedgerEntry[]): Uint8Array {
  return written({ schema: 'chengji.ledger/1', entries })
}

function written(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${canonical(asCanonical(value))}\n`)
}
