import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { readCity, type City } from '@/lib/store/cities'
import { readPeriods, type ReportingPeriod } from '@/lib/store/periods'
import type { Status } from '@/lib/store/reports'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { compareText, isQuarter } from '@/lib/values'
import { askedCells } from './asked-cells'
import { readTerms, type KnownFigures } from './known-figures'

/** One report in the list of a city's desk. */
export interface DeskEntry {
  readonly window: ReportingPeriod
  readonly status: Status
  readonly summary: Summary | null
  readonly asked: number
  readonly isOpen: boolean
  readonly isOverdue: boolean
  readonly isLocked: boolean
}

export interface Desk {
  readonly city: City
  readonly now: Date
  /** Open reports first by due date; what is not yet open last. Only the base year and the span are asked. */
  readonly entries: readonly DeskEntry[]
  readonly terms: Pick<KnownFigures, 'configuration' | 'targets'>
}

/** What the city owes, where each report stands, and when it is due. */
export function readDesk(permit: Permit<'draft.read'>): Promise<Desk> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const terms = await readTerms(work)
    const { baseYear, intervals } = terms.configuration
    const summaries = new Map((await readSummaries(work)).map((summary) => [summary.period, summary]))
    const entries = (await readPeriods(work))
      .filter(({ period }) => {
        const year = Number(period.slice(0, 4))
        return isQuarter(period) ? year > baseYear && year <= baseYear + intervals : year === baseYear
      })
      .map((window): DeskEntry => {
        const summary = summaries.get(window.period) ?? null
        const status = summary?.status ?? 'open'
        const isWithCity =
          status === 'open' || status === 'draft' || status === 'returned' || status === 'certified'
        return {
          window,
          status,
          summary,
          asked: new Set(askedCells(window.period).map(({ indicator }) => indicator.code)).size,
          isOpen: work.now >= window.opensAt,
          isOverdue: isWithCity && work.now > window.dueAt,
          isLocked: window.lockedAfter !== null && work.now > window.lockedAfter,
        }
      })
      .sort((a, b) => compareText(a.window.period, b.window.period))
    return { city, now: work.now, entries, terms }
  })
}
