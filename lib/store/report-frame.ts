import type { Period } from '@/lib/values'
import { askTogether } from './ask-together'
import { citiesInReach, type City } from './cities'
import { extensionOf, extensionRows, type Extension } from './extensions'
import { periodRows, toPeriod, type ReportingPeriod } from './periods'
import { eventRows, type ReportEvent } from './reports'
import type { Work } from './work'

/** What a report stands in, without what it says. */
export interface ReportFrame {
  /** Null where the permit's city or the period is none. */
  readonly city: City | null
  readonly window: ReportingPeriod | null
  readonly extensions: readonly Extension[]
  readonly events: readonly ReportEvent[]
}

/** The frame of one report, in one statement. */
export async function readReportFrame(work: Work, period: Period): Promise<ReportFrame> {
  const parts = {
    cities: citiesInReach(work),
    periods: periodRows,
    extensions: extensionRows(work, period),
    events: eventRows(work, period),
  }
  const { cities, periods, extensions, events } = await askTogether(work, parts, 'report_frame')
  const window = periods.find((each) => each.period === period)
  return {
    city: cities.find(({ code }) => code === work.city) ?? null,
    window: window === undefined ? null : toPeriod(window),
    extensions: extensions.map(extensionOf),
    events,
  }
}
