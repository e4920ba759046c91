import type { Extension } from '@/lib/store/extensions'
import type { ReportingPeriod } from '@/lib/store/periods'

/** The dates of one city's report: those of the period, or later ones where more time was granted. */
export interface Deadline extends ReportingPeriod {
  /** Until when more time was granted; null where none was. */
  readonly extendedTo: Date | null
}

/** Whether a report came in time, within the time that was granted, or late. */
export type Timeliness = 'onTime' | 'extended' | 'late'

/**
 * The dates that hold for a city's report: the latest extension granted moves late and lock, never the due date, so that the
 * three stay told apart.
 */
export function deadlineOf(
  window: ReportingPeriod,
  extensions: readonly Extension[],
  city: string,
): Deadline {
  const granted = extensions.filter(
    (each) => each.city === city && each.period === window.period && each.decision?.granted === true,
  )
  const extendedTo = granted.reduce<Date | null>(
    (latest, { until }) => (latest === null || until > latest ? until : latest),
    null,
  )
  if (extendedTo === null) return { ...window, extendedTo }
  const later = (date: Date): Date => (date > extendedTo ? date : extendedTo)
  return {
    ...window,
    extendedTo,
    lateAfter: later(window.lateAfter),
    lockedAfter: window.lockedAfter === null ? null : later(window.lockedAfter),
  }
}

/** How a report stands that was first submitted at `submittedAt`. `usual`: the dates of the period without any extension. */
export function timelinessOf(submittedAt: Date, deadline: Deadline, usual: ReportingPeriod): Timeliness {
  if (submittedAt > deadline.lateAfter) return 'late'
  return submittedAt > usual.lateAfter ? 'extended' : 'onTime'
}
