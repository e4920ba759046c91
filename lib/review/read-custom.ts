import type { Permit } from '@/lib/access/authorize'
import type { Measure } from '@/lib/rules/measure'
import { nextExport } from '@/lib/rules/next-export'
import { quarterLocks } from '@/lib/rules/quarter-locks'
import { readCities, type City } from '@/lib/store/cities'
import { readFrame } from '@/lib/store/frame'
import type { ExportView } from '@/lib/store/saved-views'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import type { Quarter } from '@/lib/values'
import type { CustomExport } from './custom-export'
import { quartersOnOffer } from './judge-cities'
import { measuredRows, type MeasuredRow } from './measured-rows'

/** So many cities' figures are in memory at a time. */
const AT_ONCE = 60

/** A kept export, and when it is made by itself the next time. */
export interface KeptExportView extends ExportView {
  /** Null for never, or not before a quarter has a lock ahead. */
  readonly next: Date | null
}

/** What an export of one's own holds. */
export interface CustomFigures {
  readonly now: Date
  /** All within reach, to choose from. */
  readonly cities: readonly City[]
  readonly offered: readonly Quarter[]
  readonly quarters: readonly Quarter[]
  readonly measures: readonly Measure[]
  readonly rows: readonly MeasuredRow[]
  /** How many cities it is about; fewer are in `rows` where only the first were asked for. */
  readonly chosen: number
  /** What the person keeps. */
  readonly views: readonly KeptExportView[]
}

/**
 * Reads the figures of the cities chosen, or of all within reach (of one province), in the quarters that have opened. With
 * `first` only of so many cities, for a preview.
 */
export function readCustom(
  permit: Permit<'dashboard.read'>,
  { view, measures, unaccepted }: CustomExport,
  first?: number,
): Promise<CustomFigures> {
  return begin(permit, async (work) => {
    const cities = await readCities(work)
    const named = cities.filter(({ code }) => view.cities.includes(code))
    const usual = cities.filter(({ code }) => code.startsWith(view.province ?? ''))
    const chosen = named.length > 0 ? named : usual
    const { decisions, periods, exportViews } = await readFrame(work)
    const { offered } = quartersOnOffer(periods, work.now)
    const quarters = offered.filter(
      (quarter) => (view.from === null || quarter >= view.from) && (view.to === null || quarter <= view.to),
    )
    const rows: MeasuredRow[] = []
    const wanted = chosen.slice(0, first)
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = wanted.slice(at, at + AT_ONCE)
      const summaries = await readSummaries(
        work,
        some.map(({ code }) => code),
      )
      const from = { now: work.now, summaries, decisions, quarters, unaccepted }
      rows.push(...measuredRows(some, view.indicators, measures, from))
    }
    return {
      now: work.now,
      cities,
      offered,
      quarters,
      measures,
      rows,
      chosen: chosen.length,
      views: exportViews.map((each) => ({
        ...each,
        next: nextExport(each.cadence, { now: work.now, locks: quarterLocks(periods) }),
      })),
    }
  })
}
