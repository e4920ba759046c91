/** What was typed of a result and not saved, with what the page then took to be saved. */
export interface KeptReading {
  readonly shown: string
  readonly mark: string
  readonly reason: string
}

/** What the browser kept under a name; nothing of what it no longer understands. */
export function recallReadings(name: string): Readonly<Record<string, KeptReading>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, KeptReading] => isReading(entry[1])),
    )
  } catch {
    return {}
  }
}

function isReading(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Partial<Record<keyof KeptReading, unknown>>
  return [fields.shown, fields.mark, fields.reason].every((each) => typeof each === 'string')
}
