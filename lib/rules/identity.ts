/** What tells whom a register row is about. */
export interface Identity {
  readonly name: string
  /** Unified social credit code; null for what has none. */
  readonly creditCode: string | null
}

/** Who a row is about: its credit code, or, for those that have none, its name as a person would compare it. */
export function identityOf({ name, creditCode }: Identity): string {
  return creditCode ?? `name:${name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()}`
}
