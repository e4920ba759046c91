import type { ReportEvent, Status } from '@/lib/store/reports'
import { lastRoute, type Route, type RouteLife } from '@/lib/store/review-routes'
import { dayOf } from '@/lib/values'
import { workingDaysBetween } from './working-days'

/** Who a report waits for. */
export type Side = 'city' | 'province' | 'nation'

/** Working days (Chinese calendar) that a report lay with each side. */
export type SideDays = Readonly<Record<Side, number>>

export interface ElapsedDays {
  /** By version, first to last: its preparation by the city, and its review. */
  readonly versions: readonly { readonly version: number; readonly days: SideDays }[]
  readonly sum: SideDays
}

/** With whom a report lies in a status; null once it is accepted. */
function sideOf(status: Status, route: Route): Side | null {
  switch (status) {
    case 'open':
    case 'draft':
    case 'certified':
    case 'returned':
      return 'city'
    case 'submitted':
      return route === 'provincial' ? 'province' : 'nation'
    case 'forwarded':
      return 'nation'
    case 'accepted':
      return null
  }
}

const NONE: SideDays = { city: 0, province: 0, nation: 0 }

/**
 * How long a report lay with the city, the province and the ministry, from the day its period opened until it was accepted or
 * until now. What is submitted lies with the ministry from when on its cohort has no provincial step, and with the province
 * before. The sum of all sides is the number of working days in between, none counted twice.
 */
export function elapsedDays(
  opensAt: Date,
  events: readonly Pick<ReportEvent, 'kind' | 'to' | 'version' | 'at'>[],
  now: Date,
  routes: RouteLife,
): ElapsedDays {
  const versions = new Map<number, SideDays>()
  let [from, status] = [dayOf(opensAt), 'open' as Status]
  const add = (until: Date, version: number): void => {
    const side = sideOf(status, lastRoute(routes.slice(0, switched)))
    const days = versions.get(version) ?? NONE
    const to = dayOf(until)
    if (side !== null) {
      versions.set(version, { ...days, [side]: days[side] + workingDaysBetween(from, to) })
    }
    if (to > from) from = to
  }
  let switched = 0
  const goOn = (until: Date, version: number): void => {
    for (let next = routes[switched]; next !== undefined && next.from <= until; next = routes[switched]) {
      add(next.from, version)
      switched++
    }
    add(until, version)
  }
  for (const event of events) {
    goOn(event.at, event.version)
    status = event.to
  }
  const last = events.at(-1)
  // After a return or a withdrawal the city prepares the next version.
  const isBack = last?.kind === 'returned' || last?.kind === 'withdrawn'
  goOn(now, (last?.version ?? 1) + (isBack ? 1 : 0))
  const sum = [...versions.values()].reduce(
    (all, days) => ({
      city: all.city + days.city,
      province: all.province + days.province,
      nation: all.nation + days.nation,
    }),
    NONE,
  )
  return { versions: [...versions].map(([version, days]) => ({ version, days })), sum }
}
