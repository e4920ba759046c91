import type { KeptScope } from '@/lib/entry/kept'

/** Another person on the form of this report. */
export interface Other {
  readonly id: string
  readonly name: string
  /** The key of the cell that has the focus there; '' for none. */
  readonly cell: string
}

export interface Told {
  readonly cell: string
  readonly unsaved: number
  readonly invalid: number
}

/** Says that the person is at the form, and hears who else is; null when there was no answer. */
export async function sendPresence(
  { account, city, period }: KeptScope,
  told: Told,
): Promise<readonly Other[] | null> {
  try {
    const response = await fetch(`/cities/${city}/reports/${period}/presence`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account, ...told }),
      keepalive: true,
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) return null
    const { others } = (await response.json()) as { others?: readonly Other[] }
    return others ?? null
  } catch {
    return null
  }
}
