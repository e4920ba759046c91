import type { Period } from '@/lib/values'
import type { Part } from './ask-together'
import { Prisma } from './generated/client'
import { insertRows } from './insert-rows'
import { databaseOf, type Work } from './work'

/** What a version cost the people who filled it in. */
export interface Burden {
  readonly period: Period
  readonly version: number
  /** When its form was first opened; null when no browser said so. */
  readonly openedAt: Date | null
  /** Seconds that people worked on the form, all together, breaks left out. */
  readonly activeSeconds: number
  readonly itemsAsked: number
  /** Answers that nobody had to type: counted from registers, or the same as in an earlier report. */
  readonly itemsReused: number
}

/** The burden of a version as people are told it. */
export interface BurdenShown {
  /** Whole minutes on the form, a begun one counted; null where no browser told them. */
  readonly minutes: number | null
  readonly asked: number
  readonly reused: number
}

/** Keeps the burden of a version with it, in the transaction of its submission. */
export async function writeBurden(work: Work<'report.submit'>, burden: Burden): Promise<void> {
  await insertRows(work, 'version_burden', [
    {
      city: work.city,
      period: burden.period,
      version: burden.version,
      opened_at: burden.openedAt,
      active_seconds: burden.activeSeconds,
      items_asked: burden.itemsAsked,
      items_reused: burden.itemsReused,
    },
  ])
}

/** The burdens of every submitted version within the permit's reach, by city and period, first version to last. */
export async function readBurdens(work: Work): Promise<(Burden & { readonly city: string })[]> {
  const rows = await databaseOf(work).version_burden.findMany({
    where: work.city === '' ? {} : { city: work.city },
    orderBy: [{ period: 'asc' }, { city: 'asc' }, { version: 'asc' }],
  })
  return rows.map((row) => ({
    city: row.city,
    period: row.period as Period,
    version: row.version,
    openedAt: row.opened_at,
    activeSeconds: row.active_seconds,
    itemsAsked: row.items_asked,
    itemsReused: row.items_reused,
  }))
}

/** The burdens of the latest quarters within the permit's reach at its moment, so many of them; as a part of a larger question. */
export const latestBurdens = (
  { permit: { known } }: Work,
  quarters: number,
): Part<Burden & { readonly city: string }> => {
  // A burden has no moment of its own: it was known from the submission of its version on.
  const told =
    known === null
      ? Prisma.sql`version_burden`
      : Prisma.sql`(SELECT n.* FROM version_burden n JOIN report_version v USING (city, period, version))`
  return {
    sql: Prisma.sql`
      SELECT b.city, b.period, b.version, b.opened_at AS "openedAt", b.active_seconds AS "activeSeconds",
        b.items_asked AS "itemsAsked", b.items_reused AS "itemsReused"
      FROM ${told} b
      WHERE b.period IN (SELECT p.period FROM reporting_period p WHERE p.period LIKE '%Q%' AND EXISTS (
        SELECT FROM ${told} o WHERE o.period = p.period) ORDER BY p.period DESC LIMIT ${quarters})
      ORDER BY b.period, b.city, b.version`,
    moments: ['openedAt'],
  }
}
