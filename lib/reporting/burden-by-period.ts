import type { Burden, BurdenShown } from '@/lib/store/burden'
import type { Period } from '@/lib/values'

/** What a period's reports cost the cities together; the minutes are of the reports whose time is known. */
export interface PeriodBurden {
  readonly period: Period
  /** Submitted reports, and those of which a browser told the time. */
  readonly reports: number
  readonly measured: number
  /** Whole minutes, begun ones counted; null where no time is known. */
  readonly totalMinutes: number | null
  readonly medianMinutes: number | null
  /** Of the latest version of each report. */
  readonly itemsAsked: number
  readonly itemsReused: number
}

/** Whole minutes of so many seconds, a begun one counted. */
const minutesOf = (seconds: number): number => Math.ceil(seconds / 60)

/** The burden of one version as people are told it. */
export const burdenShown = ({ openedAt, activeSeconds, itemsAsked, itemsReused }: Burden): BurdenShown => ({
  minutes: openedAt === null ? null : minutesOf(activeSeconds),
  asked: itemsAsked,
  reused: itemsReused,
})

/** The burden of each period, the latest first. All versions of a report count towards its time. */
export function burdenByPeriod(burdens: readonly (Burden & { readonly city: string })[]): PeriodBurden[] {
  const periods = [...new Set(burdens.map(({ period }) => period))].sort().reverse()
  return periods.map((period) => {
    const own = burdens.filter((each) => each.period === period)
    const reports = [...new Set(own.map(({ city }) => city))].map((city) => {
      const versions = own.filter((each) => each.city === city)
      return {
        isMeasured: versions.some(({ openedAt }) => openedAt !== null),
        seconds: versions.reduce((sum, { activeSeconds }) => sum + activeSeconds, 0),
        last: versions.reduce((last, each) => (each.version > last.version ? each : last)),
      }
    })
    const seconds = reports.flatMap((report) => (report.isMeasured ? [report.seconds] : []))
    const sum = (of: readonly number[]): number => of.reduce((total, each) => total + each, 0)
    return {
      period,
      reports: reports.length,
      measured: seconds.length,
      totalMinutes: seconds.length === 0 ? null : minutesOf(sum(seconds)),
      medianMinutes: seconds.length === 0 ? null : minutesOf(median(seconds)),
      itemsAsked: sum(reports.map(({ last }) => last.itemsAsked)),
      itemsReused: sum(reports.map(({ last }) => last.itemsReused)),
    }
  })
}

/** The middle one; of an even number the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? upper - 1 : upper], sorted[upper]]
  return (low + high) / 2
}
