import type { IndicatorCode } from '@/lib/notice'
import type { Band } from '@/lib/rules/anonymous-band'
import type { Quarter } from '@/lib/values'
import type { Part } from './ask-together'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

/** By code of the city its share of what is required, exact. */
export type Shares = Readonly<Record<string, string>>

/** How the cities of a cohort stand whose reports of a quarter are accepted: their packed verdicts as of it. */
export async function readCohortStandings(
  work: Work<'band.tell'>,
  cohort: string,
  asOf: Quarter,
): Promise<{ readonly city: string; readonly verdicts: string }[]> {
  return databaseOf(work).$queryRaw`
    SELECT st.city, st.verdicts FROM standing st
    JOIN quarter_summary s ON s.city = st.city AND s.period = st.as_of AND s.accepted_version IS NOT NULL
    JOIN city c ON c.code = st.city AND c.cohort = ${cohort}
    WHERE st.as_of = ${asOf} ORDER BY st.city`
}

/** What the bands told last rest on, by result; told one after the other, so that two acceptances tell no band twice. */
export async function readBandBasis(
  work: Work<'band.tell'>,
  cohort: string,
  asOf: Quarter,
): Promise<ReadonlyMap<IndicatorCode, { readonly seq: number; readonly shares: Shares }>> {
  const database = databaseOf(work)
  await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`like_band ${cohort} ${asOf}`}, 0))`
  const rows = await database.$queryRaw<{ indicator: IndicatorCode; seq: number; shares: Shares }[]>`
    SELECT DISTINCT ON (indicator) indicator, seq, shares FROM like_band_basis
    WHERE cohort = ${cohort} AND as_of = ${asOf} ORDER BY indicator, seq DESC`
  return new Map(rows.map(({ indicator, ...rest }) => [indicator, rest]))
}

/** Tells bands, for good. */
export async function writeBands(
  work: Work<'band.tell'>,
  { cohort, asOf }: { readonly cohort: string; readonly asOf: Quarter },
  bands: readonly {
    readonly indicator: IndicatorCode
    readonly seq: number
    readonly band: Band
    readonly shares: Shares
  }[],
): Promise<void> {
  if (bands.length === 0) return
  const database = databaseOf(work)
  await database.like_band.createMany({
    data: bands.map(({ indicator, seq, band }) => ({
      cohort,
      as_of: asOf,
      indicator,
      seq,
      ...band,
      published_at: work.now,
    })),
  })
  await database.like_band_basis.createMany({
    data: bands.map(({ indicator, seq, shares }) => ({ cohort, as_of: asOf, indicator, seq, shares })),
  })
}

/** The latest quarter up to one of which a band was told to the cohort of the permit's city; null where none was. */
export const lastTold = ({ city }: Work, upTo: Quarter): Part<{ readonly quarter: Quarter | null }> => ({
  sql: Prisma.sql`
    SELECT max(b.as_of) AS quarter FROM like_band b JOIN city c ON c.code = ${city} AND c.cohort = b.cohort
    WHERE b.as_of <= ${upTo}`,
  moments: [],
})

/** A band with the result that it is of. */
export type BandOf = Band & { readonly indicator: IndicatorCode }

/** The bands told last to the cities of the cohort of the permit's city, as of a quarter: a part of a larger question. */
export const bandRows = ({ city }: Work, asOf: Quarter): Part<BandOf> => ({
  sql: Prisma.sql`
    SELECT DISTINCT ON (b.indicator) b.indicator, b.cities, b.lower, b.median, b.upper
    FROM like_band b JOIN city c ON c.code = ${city} AND c.cohort = b.cohort
    WHERE b.as_of = ${asOf} ORDER BY b.indicator, b.seq DESC`,
  moments: [],
})
