/** A record of a JSON file, of which nothing is known yet. */
export type Loose = Readonly<Record<string, unknown>>

/** Whether it is a record, neither a list nor nothing. */
export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records in a list of a record; none where there is no such list. */
export function recordsOf(value: unknown, key: string): readonly Loose[] {
  const list = isLoose(value) ? value[key] : undefined
  return Array.isArray(list) ? list.filter(isLoose) : []
}

export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What a file says as JSON; null where it is absent or says nothing. */
export function json(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return null
  // Each check asks for the files it needs; of a long ledger reading is the longest part.
  if (!read.has(bytes)) read.set(bytes, parsed(decode(bytes)))
  return read.get(bytes)
}

const read = new WeakMap<Uint8Array, unknown>()

/** What a text says as JSON; null where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** An entry of a ledger, with its body read. */
export interface LedgerStep {
  readonly kind: string
  readonly at: unknown
  readonly body: Loose
}

/** A ledger's entries of these kinds (of all, where none is named), in their order. */
export function ledgerSteps(ledger: unknown, ...kinds: readonly string[]): readonly LedgerStep[] {
  return recordsOf(ledger, 'entries').flatMap(({ kind, at, body }) => {
    const content =
      typeof body === 'string' && (kinds.length === 0 || kinds.includes(String(kind))) ? parsed(body) : null
    return isLoose(content) ? [{ kind: String(kind), at, body: content }] : []
  })
}

/** Their bodies. */
export const ledgerBodies = (ledger: unknown, ...kinds: readonly string[]): readonly Loose[] =>
  ledgerSteps(ledger, ...kinds).map(({ body }) => body)
