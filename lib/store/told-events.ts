import type { Period } from '@/lib/values'
import { databaseOf, type Work } from './work'

/** A step of some report, as messages tell it. */
export interface ToldEvent {
  readonly city: string
  readonly period: Period
  readonly seq: number
  readonly kind: 'submitted' | 'withdrawn' | 'forwarded' | 'returned' | 'accepted' | 'restated'
}

/** The steps since a moment that somebody should hear of. */
export async function readToldEvents(work: Work<'message.collect'>, since: Date): Promise<ToldEvent[]> {
  return databaseOf(work).$queryRaw`
    SELECT city, period, seq, kind FROM report_event
    WHERE at >= ${since} AND kind IN ('submitted', 'withdrawn', 'forwarded', 'returned', 'accepted', 'restated')
    ORDER BY at, city, period, seq`
}
