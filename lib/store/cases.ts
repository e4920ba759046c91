import type { CountCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { recordAudit } from './audit'
import { actorIn, databaseOf, type Work } from './work'

/** What the permit's city may know of a case: its own row, and that somebody else claims it too. */
export interface OwnCase {
  readonly number: number
  readonly indicator: CountCode
  readonly identity: string
  readonly openedAt: Date
  /** As decided last; null while it is not. */
  readonly counts: boolean | null
  readonly decidedAt: Date | null
}

/** The cases that the permit's city is part of, as of an instant. */
export async function readOwnCases(work: Work, asOf?: Date): Promise<OwnCase[]> {
  return databaseOf(work).$queryRaw<OwnCase[]>`
    SELECT d.number, d.indicator, d.identity, d.opened_at AS "openedAt", o.counts, o.decided_at AS "decidedAt"
    FROM case_claim c
    JOIN duplicate_case d ON d.number = c.case_number
    LEFT JOIN LATERAL (
      SELECT counts, decided_at FROM case_outcome o
      WHERE o.city = c.city AND o.case_number = c.case_number
        AND (${asOf ?? null}::timestamptz IS NULL OR o.decided_at <= ${asOf ?? null})
      ORDER BY o.seq DESC LIMIT 1) o ON true
    WHERE c.city = ${work.city} AND (${asOf ?? null}::timestamptz IS NULL OR d.opened_at <= ${asOf ?? null})
    ORDER BY d.number`
}

/** One city's side of a case. */
export interface Claim {
  readonly city: string
  readonly period: Period
  readonly name: string
  readonly claimedAt: Date
  /** Null while no decision holds for this city. */
  readonly counts: boolean | null
  /** The step whose decision that is. */
  readonly decidedIn: number | null
}

export interface CaseStep {
  readonly seq: number
  readonly kind: 'note' | 'decided'
  readonly countsIn: string | null
  readonly reason: string
  readonly actorName: string
  readonly at: Date
}

/** A case with the sides of it and the steps that the permit may see. */
export interface DuplicateCase {
  readonly number: number
  readonly indicator: CountCode
  readonly identity: string
  readonly openedAt: Date
  readonly claims: readonly Claim[]
  /** For the nation; a province sees the sides of its cities and none of the words. */
  readonly steps: readonly CaseStep[]
}

/**
 * Finds who else claims the enterprises of one accepted version, over all cities, and opens a case for each that has none: by
 * credit code, or by name (`name:` and its key) where one of the cities gives no code;
 * a city that joins an open case gets its side of it. Compared are the latest submitted versions; doing it again changes
 * nothing. Answers the numbers of the cases that are new.
 */
export async function openCases(
  work: Work<'case.open'>,
  { city, period, version }: { readonly city: string; readonly period: Period; readonly version: number },
): Promise<number[]> {
  const database = databaseOf(work)
  // Cases are numbered in order, so that two acceptances at once open one case of the same enterprise.
  await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('duplicate_case', 0))`
  const claims = await database.$queryRaw<
    {
      indicator: string
      identity: string
      city: string
      period: Period
      name: string
      number: number | null
    }[]
  >`
    WITH latest AS (
      SELECT v.city, v.period, max(v.version) AS version FROM report_version v
      WHERE NOT EXISTS (SELECT FROM report_event e WHERE (e.city, e.period, e.version, e.kind) = (v.city, v.period, v.version, 'withdrawn'))
      GROUP BY v.city, v.period
    ), own AS (
      SELECT * FROM version_row
      WHERE city = ${city} AND period = ${period} AND version = ${version} AND withdrawn = ''
        AND indicator NOT IN ('regional_brands', 'model_universities', 'service_providers')
    ), standing AS (
      SELECT r.indicator, r.credit_code AS identity, r.credit_code, r.city, r.period, r.name, r.row_id
      FROM own
      JOIN version_row r ON r.credit_code = own.credit_code AND r.indicator = own.indicator AND r.withdrawn = ''
      JOIN latest l ON l.city = r.city AND l.period = r.period AND l.version = r.version
      UNION
      SELECT r.indicator, 'name:' || r.name_key, r.credit_code, r.city, r.period, r.name, r.row_id
      FROM own
      JOIN version_row r ON r.name_key = own.name_key AND r.indicator = own.indicator AND r.withdrawn = ''
        AND (own.credit_code IS NULL OR r.credit_code IS NULL OR r.credit_code = own.credit_code)
      JOIN latest l ON l.city = r.city AND l.period = r.period AND l.version = r.version
    ), shared AS (
      SELECT indicator, identity FROM standing GROUP BY indicator, identity
      HAVING count(DISTINCT city) > 1 AND (identity NOT LIKE 'name:%' OR bool_or(credit_code IS NULL))
    )
    SELECT DISTINCT ON (s.indicator, s.identity, s.city) s.indicator, s.identity, s.city, s.period, s.name, d.number
    FROM standing s JOIN shared USING (indicator, identity)
    LEFT JOIN duplicate_case d ON d.indicator = s.indicator AND d.identity = s.identity
    ORDER BY s.indicator, s.identity, s.city, s.period, s.row_id`
  if (claims.length === 0) return []
  const { _max } = await database.duplicate_case.aggregate({ _max: { number: true } })
  let next = (_max.number ?? 0) + 1
  const opened: number[] = []
  const numbers = new Map<string, number>()
  for (const { indicator, identity, number } of claims) {
    const key = `${indicator}/${identity}`
    if (numbers.has(key)) continue
    numbers.set(key, number ?? next)
    if (number !== null) continue
    await database.duplicate_case.createMany({
      data: [{ number: next, indicator, identity, opened_at: work.now }],
    })
    opened.push(next)
    next += 1
  }
  for (const claim of claims) {
    const number = numbers.get(`${claim.indicator}/${claim.identity}`) ?? 0
    await writingFor(work, claim.city, async () => {
      await database.$executeRaw`
        INSERT INTO case_claim (city, case_number, period, name, claimed_at)
        VALUES (${claim.city}, ${number}, ${claim.period}, ${claim.name}, ${work.now})
        ON CONFLICT DO NOTHING`
    })
  }
  if (opened.length > 0) await recordAudit(work, { cases: opened.map(String) })
  return opened
}

/** Appends a step to a case; answers its number within the case. */
export async function appendCaseStep(
  work: Work<'case.decide'>,
  number: number,
  { kind, countsIn, reason }: Pick<CaseStep, 'kind' | 'countsIn' | 'reason'>,
): Promise<number> {
  const database = databaseOf(work)
  const actor = actorIn(work)
  await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('duplicate_case', ${number}))`
  const { _max } = await database.case_step.aggregate({
    _max: { seq: true },
    where: { case_number: number },
  })
  const seq = (_max.seq ?? 0) + 1
  await database.case_step.createMany({
    data: [
      {
        case_number: number,
        seq,
        kind,
        counts_in: countsIn,
        reason,
        actor: actor.id,
        actor_name: actor.name,
        at: work.now,
      },
    ],
  })
  await recordAudit(work, { case: number, step: kind })
  return seq
}

/** Says for each city with a side in the case whether the enterprise counts there from now on. */
export async function writeOutcomes(
  work: Work<'case.decide'>,
  { number, indicator, identity, claims }: DuplicateCase,
  seq: number,
  countsIn: string | null,
): Promise<void> {
  for (const { city } of claims) {
    const counts = countsIn === null || countsIn === city
    await writingFor(work, city, async () => {
      await databaseOf(work).case_outcome.createMany({
        data: [{ city, case_number: number, seq, indicator, identity, counts, decided_at: work.now }],
      })
    })
  }
}

/** A write always names its one city, also where the nation writes. */
async function writingFor(work: Work, city: string, task: () => Promise<void>): Promise<void> {
  const database = databaseOf(work)
  await database.$executeRaw`SELECT set_config('app.city', ${city}, true)`
  await task()
  await database.$executeRaw`SELECT set_config('app.city', ${work.city}, true)`
}
