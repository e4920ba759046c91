import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { readCity, type City } from '@/lib/store/cities'
import { readExtensions, type Extension } from '@/lib/store/extensions'
import { readPeriod } from '@/lib/store/periods'
import { readEvents, standingSubmissions } from '@/lib/store/reports'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { deadlineOf, timelinessOf, type Deadline, type Timeliness } from './deadline'

/** When one report of a city is due, late and locked, and every extension that was asked for. */
export interface DeadlinePage {
  readonly city: City
  readonly now: Date
  readonly deadline: Deadline
  readonly extensions: readonly Extension[]
  /** How it came; null while it has not been submitted. */
  readonly came: { readonly at: Date; readonly how: Timeliness } | null
}

/** Reads the dates of one report, as known on the permit's moment. @throws AccessRefused notFound when there is no such period */
export function readDeadline(permit: Permit<'city.read'>, period: Period): Promise<DeadlinePage> {
  return begin(permit, async (work) => {
    const [city, window] = [await readCity(work), await readPeriod(work, period)]
    if (city === null || window === null) throw new AccessRefused('notFound')
    const extensions = (await readExtensions(work, period)).flatMap((each): Extension[] => {
      if (each.askedAt > work.now) return []
      return [each.decision !== null && each.decision.at > work.now ? { ...each, decision: null } : each]
    })
    const deadline = deadlineOf(window, extensions, work.city)
    const events = (await readEvents(work, period)).filter(({ at }) => at <= work.now)
    const submitted = standingSubmissions(events)[0]
    return {
      city,
      now: work.now,
      deadline,
      extensions: extensions.toReversed(),
      came:
        submitted === undefined
          ? null
          : { at: submitted.at, how: timelinessOf(submitted.at, deadline, window) },
    }
  })
}
