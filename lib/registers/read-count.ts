import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { indicator as indicatorOf, type CountIndicator, type IndicatorCode } from '@/lib/notice'
import { countHistory, type CountHistory } from '@/lib/rules/count-history'
import { readOwnCases } from '@/lib/store/cases'
import { readCity, type City } from '@/lib/store/cities'
import { readRowHistory } from '@/lib/store/row-history'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'

/** A headline count, opened: every entity behind it, and how it came about. */
export interface OpenedCount {
  readonly city: City
  readonly indicator: CountIndicator
  readonly now: Date
  /** The day on which certificates are looked at. */
  readonly day: string
  readonly history: CountHistory
}

/** Reads the rows behind a count. @throws AccessRefused notFound when there is no such city or count */
export function readCount(permit: Permit<'report.read'>, code: IndicatorCode): Promise<OpenedCount> {
  const indicator = indicatorOf(code)
  if (indicator.kind !== 'count') throw new AccessRefused('notFound')
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const day = dayOf(work.now)
    const rows = await readRowHistory(work, indicator.code)
    const history = countHistory(rows, await readOwnCases(work), indicator.code, day)
    return { city, indicator, now: work.now, day, history }
  })
}
