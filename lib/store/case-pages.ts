import type { CountCode } from '@/lib/notice'
import type { Claim, CaseStep, DuplicateCase } from './cases'
import type { Part } from './ask-together'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

/** What reviewers ask the list of cases for. */
export interface CaseQuestion {
  readonly state: 'all' | 'open' | 'decided'
  readonly indicator: CountCode | null
  /** A number of a case, or part of a credit code or of a name; '' for all. */
  readonly text: string
  /** From 1. */
  readonly page: number
}

/** As many cases as a page shows, of all that were asked for. */
export interface CasePage {
  readonly cases: readonly DuplicateCase[]
  /** How many there are on all pages. */
  readonly all: number
  readonly page: number
  readonly pages: number
  /** How many wait for a decision, whatever was asked for. */
  readonly waiting: number
}

/** Whether every claim of case `d` is decided. */
const IS_DECIDED = Prisma.sql`NOT EXISTS (
  SELECT FROM case_claim c WHERE c.case_number = d.number AND NOT EXISTS (
    SELECT FROM case_outcome o WHERE o.city = c.city AND o.case_number = c.case_number))`

/** How many cases within the permit's reach wait for a decision. */
export const openCases: Part<{ readonly open: number }> = {
  sql: Prisma.sql`SELECT count(*)::int AS open FROM duplicate_case d WHERE NOT ${IS_DECIDED}`,
  moments: [],
}

/** A page of the cases within the permit's reach: those that wait for a decision first, then the newest. */
export async function readCasePage(
  work: Work<'case.read'>,
  { state, indicator, text, page }: CaseQuestion,
): Promise<CasePage> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null
  const rows = await databaseOf(work).$queryRaw<
    ({ readonly all: number; readonly waiting: number; readonly page: number } & CaseRow)[]
  >`
    WITH known AS (
      SELECT d.number, d.indicator, d.identity, ${IS_DECIDED} AS decided FROM duplicate_case d
    ), asked AS (
      SELECT number, row_number() OVER (ORDER BY decided, number DESC) AS place FROM known
      WHERE (${state} = 'all' OR decided = (${state} = 'decided'))
        AND (${indicator}::text IS NULL OR indicator = ${indicator})
        AND (${text} = '' OR number = ${number}::int OR (${number}::int IS NULL AND (identity ILIKE ${like}
          OR EXISTS (SELECT FROM case_claim c WHERE c.case_number = known.number AND c.name ILIKE ${like}))))
    ), sums AS (
      SELECT count(*)::int AS "all", (SELECT count(*)::int FROM known WHERE NOT decided) AS waiting,
        greatest(1, least(${page}::int, ceil(count(*) / ${CASES_A_PAGE}::numeric)::int)) AS page
      FROM asked
    )
    SELECT sums.*, ${CASE_COLUMNS}
    FROM sums
    LEFT JOIN asked ON asked.place > (sums.page - 1) * ${CASES_A_PAGE} AND asked.place <= sums.page * ${CASES_A_PAGE}
    LEFT JOIN duplicate_case d ON d.number = asked.number
    ORDER BY asked.place`
  const { all = 0, waiting = 0, page: shown = 1 } = rows[0] ?? {}
  return {
    cases: rows.flatMap((row) => caseOf(row) ?? []),
    all,
    page: shown,
    pages: Math.max(1, Math.ceil(all / CASES_A_PAGE)),
    waiting,
  }
}

/** One case; null where the permit sees no such case. */
export async function readCase(
  work: Work<'case.decide' | 'case.note'>,
  number: number,
): Promise<DuplicateCase | null> {
  const [row] = await databaseOf(work).$queryRaw<CaseRow[]>`
    SELECT ${CASE_COLUMNS} FROM duplicate_case d WHERE d.number = ${number}`
  return row === undefined ? null : caseOf(row)
}

const CASES_A_PAGE = 20

/** A case with its sides and steps, each as JSON. */
const CASE_COLUMNS = Prisma.sql`d.number, d.indicator, d.identity, d.opened_at AS "openedAt",
  (SELECT jsonb_agg(jsonb_build_object('city', c.city, 'period', c.period, 'name', c.name, 'claimedAt', c.claimed_at,
     'counts', o.counts, 'decidedIn', o.seq) ORDER BY c.period, c.city)
   FROM case_claim c
   LEFT JOIN LATERAL (SELECT counts, seq FROM case_outcome o WHERE o.city = c.city AND o.case_number = c.case_number
     ORDER BY seq DESC LIMIT 1) o ON true
   WHERE c.case_number = d.number) AS claims,
  (SELECT jsonb_agg(jsonb_build_object('seq', s.seq, 'kind', s.kind, 'countsIn', s.counts_in, 'reason', s.reason,
     'actorName', s.actor_name, 'at', s.at) ORDER BY s.seq)
   FROM case_step s WHERE s.case_number = d.number) AS steps`

type AsJson<T> = { readonly [K in keyof T]: T[K] extends Date ? string : T[K] }

interface CaseRow extends Pick<DuplicateCase, 'indicator' | 'identity' | 'openedAt'> {
  /** Null where there is no case. */
  readonly number: number | null
  readonly claims: readonly AsJson<Claim>[] | null
  readonly steps: readonly AsJson<CaseStep>[] | null
}

function caseOf({ number, indicator, identity, openedAt, claims, steps }: CaseRow): DuplicateCase | null {
  if (number === null) return null
  return {
    number,
    indicator,
    identity,
    openedAt,
    claims: (claims ?? []).map((claim) => ({ ...claim, claimedAt: new Date(claim.claimedAt) })),
    steps: (steps ?? []).map((step) => ({ ...step, at: new Date(step.at) })),
  }
}
