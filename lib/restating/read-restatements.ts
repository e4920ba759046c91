import { AccessRefused, mayEver, type Permit } from '@/lib/access/authorize'
import { registerCodes, type RegisterCode } from '@/lib/notice'
import { readCity, type City } from '@/lib/store/cities'
import { readRestatements, type Restatement } from '@/lib/store/restatements'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { readVersion, type ReportContent } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { isQuarter, type Period } from '@/lib/values'
import { corrigibleCells, type CorrigibleCell } from './read-correction'

/** The restatements of one city, and of which reports one can be asked for. */
export interface CityRestatements {
  readonly city: City
  readonly now: Date
  /** Latest first. */
  readonly entries: readonly Restatement[]
  /** Accepted reports, the latest first; none where this person cannot ask. */
  readonly periods: readonly Period[]
}

/** Everything that was asked of a city's accepted reports, and what became of it. @throws AccessRefused notFound */
export function readCityRestatements(permit: Permit<'report.read'>): Promise<CityRestatements> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    return {
      city,
      now: work.now,
      entries: (await readRestatements(work)).toReversed(),
      periods:
        permit.known === null && mayEver(permit.actor, 'restatement.request')
          ? acceptedPeriods(await readSummaries(work))
          : [],
    }
  })
}

/** What a correction is typed into: the accepted figures and rows of one report. */
export interface RestatementSheet {
  readonly city: City
  readonly periods: readonly Period[]
  readonly chosen: {
    readonly period: Period
    readonly baseVersion: number
    readonly cells: readonly CorrigibleCell[]
    readonly registers: readonly { readonly indicator: RegisterCode; readonly rows: ReportContent['rows'] }[]
    /** A request that waits already; none other can be made meanwhile. */
    readonly open: Restatement | null
  } | null
}

/** The accepted figures and rows of a report, to be corrected. @throws AccessRefused notFound */
export function readRestatementSheet(
  permit: Permit<'restatement.request'>,
  wanted: string | undefined,
): Promise<RestatementSheet> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const summaries = await readSummaries(work)
    const periods = acceptedPeriods(summaries)
    const summary = summaries.find(({ period }) => period === wanted)
    const baseVersion = summary?.acceptedVersion ?? null
    if (summary === undefined || baseVersion === null) return { city, periods, chosen: null }
    const content = await readVersion(work, summary.period, baseVersion)
    const open = (await readRestatements(work)).find(
      ({ period, answer }) => period === summary.period && answer === null,
    )
    return {
      city,
      periods,
      chosen: {
        period: summary.period,
        baseVersion,
        cells: corrigibleCells(content),
        registers: isQuarter(summary.period)
          ? registerCodes.map((indicator) => ({
              indicator,
              rows: content.rows.filter((row) => row.indicator === indicator),
            }))
          : [],
        open: open ?? null,
      },
    }
  })
}

const acceptedPeriods = (summaries: readonly Summary[]): Period[] =>
  summaries
    .filter(({ acceptedVersion }) => acceptedVersion !== null)
    .map(({ period }) => period)
    .sort()
    .reverse()
