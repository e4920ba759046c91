import type { Period } from '@/lib/values'
import { databaseOf, type Work } from './work'

/** The canonical text of one submitted version, whose digest its receipt names. */
export async function readCanonicalContent(work: Work, period: Period, version: number): Promise<string> {
  const row = await databaseOf(work).report_version.findUniqueOrThrow({
    where: { city_period_version: { city: work.city, period, version } },
    select: { content: true },
  })
  return row.content
}
