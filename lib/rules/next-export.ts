import type { Cadence, DueFrame } from './export-due'

const DAY = 86_400_000

/**
 * When an export is made by itself the next time: the first Monday or first of a month, at eight, Asia/Shanghai, or the first
 * lock, after now. Null where it never is, or where no quarter is to be locked yet.
 */
export function nextExport(cadence: Cadence, { now, locks }: Omit<DueFrame, 'since'>): Date | null {
  if (cadence === 'none') return null
  if (cadence === 'afterLock') {
    const ahead = locks.map(({ lockedAfter }) => lockedAfter.getTime()).filter((at) => at >= now.getTime())
    return ahead.length === 0 ? null : new Date(Math.min(...ahead))
  }
  // At eight in Shanghai a day begins in Greenwich.
  const day = new Date(Math.floor(now.getTime() / DAY) * DAY)
  return cadence === 'weekly'
    ? new Date(day.getTime() + (7 - ((day.getUTCDay() + 6) % 7)) * DAY)
    : new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1))
}
