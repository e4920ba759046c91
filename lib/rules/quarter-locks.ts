import { isQuarter, type Period } from '@/lib/values'
import type { DueFrame } from './export-due'

/** When each quarter is locked; base years, and what is never locked, are left out. */
export const quarterLocks = (
  periods: readonly { readonly period: Period; readonly lockedAfter: Date | null }[],
): DueFrame['locks'] =>
  periods.flatMap(({ period, lockedAfter }) =>
    isQuarter(period) && lockedAfter !== null ? [{ quarter: period, lockedAfter }] : [],
  )
