import type { Permit } from '@/lib/access/authorize'
import type { AuditEvent } from '@/lib/store/audit'
import { readTrail as readRows, type AuditFilter } from '@/lib/store/audit-trail'
import { readCities, type City } from '@/lib/store/cities'
import { begin } from '@/lib/store/work'
import { cleanLine } from '@/lib/values'

export interface Trail {
  readonly events: readonly AuditEvent[]
  readonly cities: readonly City[]
  /** Where the next page begins; null on the last one. */
  readonly after: string | null
}

const PAGE = 50
const DAY = 24 * 60 * 60 * 1000

/** What was asked for, as the address says it; days are those of Asia/Shanghai, both included. */
export interface TrailQuestion {
  readonly login: string
  readonly action: string
  readonly city: string
  readonly from: string
  readonly to: string
  readonly isRefused: boolean
  readonly after: string
}

/** One page of the audit trail, newest first. What cannot be read as a day or a place in the trail is left out. */
export function readTrail(permit: Permit<'audit.read'>, question: TrailQuestion): Promise<Trail> {
  return begin(permit, async (work) => {
    const after = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(question.after)
      ? question.after
      : undefined
    const events = await readRows(work, filterOf(question), PAGE + 1, after)
    const shown = events.slice(0, PAGE)
    return {
      events: shown,
      cities: await readCities(work),
      after: events.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    }
  })
}

function filterOf({ from, to, isRefused, ...asked }: TrailQuestion): AuditFilter {
  const [first, last] = [startOf(from), startOf(to)]
  const [login, action, city] = [asked.login, asked.action, asked.city].map(cleanLine) as [
    string,
    string,
    string,
  ]
  return {
    ...(login !== '' && { login: login.toLowerCase() }),
    ...(action !== '' && { action }),
    ...(city !== '' && { city }),
    ...(first && { from: first }),
    ...(last && { until: new Date(last.getTime() + DAY) }),
    isRefused,
  }
}

/** The first moment of a day in Asia/Shanghai. */
function startOf(day: string): Date | undefined {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T00:00:00+08:00` : '')
  return Number.isNaN(at.getTime()) ? undefined : at
}
