import { AccessRefused, type Permit } from '@/lib/access/authorize'
import {
  indicator as indicatorOf,
  isRegisterCode,
  type IndicatorCode,
  type RegisterIndicator,
} from '@/lib/notice'
import { countHistory, type CountHistory } from '@/lib/rules/count-history'
import { readOwnCases } from '@/lib/store/cases'
import { readCity, type City } from '@/lib/store/cities'
import { readRowHistory } from '@/lib/store/row-history'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'

/** The register behind a result, opened: every entity of it, and how its number came about. */
export interface OpenedCount {
  readonly city: City
  readonly indicator: RegisterIndicator
  readonly now: Date
  /** The day on which certificates are looked at. */
  readonly day: string
  readonly history: CountHistory
}

/** Reads the rows behind a result. @throws AccessRefused notFound when there is no such city or register */
export function readCount(permit: Permit<'report.read'>, code: IndicatorCode): Promise<OpenedCount> {
  if (!isRegisterCode(code)) throw new AccessRefused('notFound')
  const indicator = indicatorOf(code) as RegisterIndicator
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const day = dayOf(work.now)
    const rows = await readRowHistory(work, indicator.code)
    const history = countHistory(rows, await readOwnCases(work), indicator.code, day)
    return { city, indicator, now: work.now, day, history }
  })
}
