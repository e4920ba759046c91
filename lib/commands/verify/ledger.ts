import { GENESIS, nextEntry, verifyChain, type ChainFault, type LedgerEntry } from '@/lib/ledger/chain'
import { canonicalOf, isCanonical } from '@/lib/ledger/is-canonical'
import ledgerSchema from '@/public/schemas/ledger-1.json'
import { within, written, type Fault, type FaultCode } from './fault'
import { notOfForm, SchemaBook } from './json-schema'

const CODES: Readonly<Record<ChainFault['fault'], FaultCode>> = {
  city: 'ledgerCity',
  gap: 'ledgerGap',
  link: 'ledgerLink',
  hash: 'ledgerHash',
}

/** A ledger as verified. */
export interface VerifiedLedger {
  readonly city: string | null
  readonly entries: number
  readonly faults: readonly Fault[]
}

const book = new SchemaBook([ledgerSchema])
const FORM = 'urn:chengji:schema:ledger:1'

interface LedgerFile {
  readonly entries: readonly LedgerEntry[]
}

const isLedgerFile = (value: unknown): value is LedgerFile => book.mismatches(FORM, value).length === 0

/** Verifies the ledger of one city from its first entry on: the first entry that breaks the chain, and bodies that are not canonical. */
export function verifyLedger(value: unknown): VerifiedLedger {
  if (!isLedgerFile(value)) {
    const faults = notOfForm(book.mismatches(FORM, value))
    return { city: null, entries: 0, faults }
  }
  const { entries } = value
  return { city: entries[0]?.city ?? null, entries: entries.length, faults: faultsOf(entries) }
}

function faultsOf(entries: readonly LedgerEntry[]): readonly Fault[] {
  const place = (i: number, key: keyof LedgerEntry) => within(within('/entries', i), key)
  const bodies = entries.flatMap(({ body }, i): Fault[] => {
    const expected = canonicalBody(body)
    return expected === body
      ? []
      : [{ code: 'ledgerBody', place: place(i, 'body'), expected: written(expected), got: written(body) }]
  })
  const city = entries[0]?.city ?? ''
  const broken = verifyChain(city, entries)
  if (!broken) return bodies
  const i = whereIs(broken, city, entries)
  const entry = entries[i]
  const before = entries[i - 1] ?? null
  const [key, expected] = {
    city: ['city', city] as const,
    gap: ['seq', i + 1] as const,
    link: ['previous', before?.hash ?? GENESIS] as const,
    hash: ['hash', entry && nextEntry(before, entry).hash] as const,
  }[broken.fault]
  const fault = { place: place(i, key), expected: written(expected), got: written(entry?.[key]) }
  return [{ code: CODES[broken.fault], ...fault }, ...bodies]
}

/** The index of the first entry that breaks the chain: everything before it holds. */
function whereIs({ fault, seq }: ChainFault, city: string, entries: readonly LedgerEntry[]): number {
  if (fault === 'city') return entries.findIndex((entry) => entry.city !== city)
  return fault === 'gap' ? entries.findIndex((entry, i) => entry.seq !== i + 1) : seq - 1
}

/** The body as it should be written; undefined for what is no JSON, or has no canonical form. */
function canonicalBody(body: string): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  return isCanonical(body, value) ? body : canonicalOf(value)
}
