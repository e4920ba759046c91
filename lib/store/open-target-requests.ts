import type { IndicatorCode } from '@/lib/notice'
import type { Part } from './ask-together'
import { Prisma } from './generated/client'

/** A request to change an own target that nobody has answered. */
export interface OpenTargetRequest {
  readonly city: string
  readonly seq: number
  readonly indicator: IndicatorCode
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly byName: string
  readonly at: Date
}

/** Those within the permit's reach, the longest waiting first. */
export const openTargetRequests: Part<OpenTargetRequest> = {
  sql: Prisma.sql`
    SELECT r.city, r.seq, r.indicator, trim_scale(r.from_value)::text AS "from", trim_scale(r.to_value)::text AS "to", r.reason,
      r.requested_by_name AS "byName", r.requested_at AS at
    FROM target_request r
    WHERE NOT EXISTS (SELECT FROM target_answer a WHERE a.city = r.city AND a.seq = r.seq)
    ORDER BY r.requested_at, r.city, r.seq`,
  moments: ['at'],
}
