import type { Quarter } from '@/lib/values'

/** How often an export is made by itself: never, each Monday, each first of a month, or after the lock of each quarter. */
export const cadences = ['none', 'weekly', 'monthly', 'afterLock'] as const
export type Cadence = (typeof cadences)[number]

const DAY = 86_400_000

/** What an export is due by. */
export interface DueFrame {
  readonly now: Date
  /** When the cadence was set: what was due before is not made. */
  readonly since: Date
  /** When each quarter is locked; what is never locked is left out. */
  readonly locks: readonly { readonly quarter: Quarter; readonly lockedAfter: Date }[]
}

/**
 * What is due, by its name: a Monday `2022-10-10` or a month `2022-10`, each from eight in the morning on, Asia/Shanghai, or
 * a quarter from its lock on. Only the latest: what the portal missed while it was off is not made up for. Null for nothing.
 */
export function exportDue(cadence: Cadence, { now, since, locks }: DueFrame): string | null {
  if (cadence === 'none') return null
  if (cadence === 'afterLock') {
    const locked = locks
      .filter(({ lockedAfter }) => lockedAfter < now && lockedAfter > since)
      .toSorted((a, b) => a.lockedAfter.getTime() - b.lockedAfter.getTime())
    return locked.at(-1)?.quarter ?? null
  }
  // At eight in Shanghai a day begins in Greenwich.
  const day = new Date(Math.floor(now.getTime() / DAY) * DAY)
  const first =
    cadence === 'weekly'
      ? new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY)
      : new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1))
  return first > since ? first.toISOString().slice(0, cadence === 'weekly' ? 10 : 7) : null
}
