import { compareText, type Quarter } from '@/lib/values'
import { askTogether, type Part } from './ask-together'
import type { City } from './cities'
import { Prisma } from './generated/client'
import { decidedSeconds } from './instalments'
import { keptByProvince, type ProvinceChange } from './province-changes'
import type { Status } from './reports'
import type { AcceptedFact, PendingFact } from './summary'
import { databaseOf, type Work } from './work'

/** How a city stands as of a quarter. */
export interface StandingRow {
  readonly asOf: Quarter
  /** Digest of what it was judged by. */
  readonly terms: string
  /** As lib/reporting/packed-verdicts.ts writes it. */
  readonly verdicts: string
  readonly met: number
  readonly short: number
  readonly onPace: number
  readonly behindPace: number
  readonly undecided: number
}

/** Keeps the standings of the permit's city, in one statement. */
export async function writeStandings(work: Work, rows: readonly StandingRow[]): Promise<void> {
  const { city, now } = work
  const given = rows.map(({ asOf, onPace, behindPace, ...row }) => ({
    ...row,
    city,
    as_of: asOf,
    on_pace: onPace,
    behind_pace: behindPace,
    changed_at: now,
  }))
  await databaseOf(work).$executeRaw`
    INSERT INTO standing SELECT * FROM jsonb_populate_recordset(NULL::standing, ${JSON.stringify(given)}::jsonb)
    ON CONFLICT (city, as_of) DO UPDATE SET terms = excluded.terms, verdicts = excluded.verdicts, met = excluded.met,
      short = excluded.short, on_pace = excluded.on_pace, behind_pace = excluded.behind_pace,
      undecided = excluded.undecided, changed_at = excluded.changed_at`
}

/** What the ministry paid a city of one instalment, and what was recorded and waits for the second person; in yuan. */
export interface Paid {
  readonly confirmed: bigint
  readonly pending: bigint
}

/** A city, its report of the as-of quarter and how it stands. */
export interface CityStanding {
  readonly city: City
  readonly status: Status
  readonly cellsAsked: number
  readonly cellsAnswered: number
  /** What the report says that is submitted and not accepted. */
  readonly pending: readonly PendingFact[]
  /** When the report was first submitted, what was withdrawn aside; null while it never was. */
  readonly submittedAt: Date | null
  /** Until when more time was granted; null where none was. */
  readonly extendedTo: Date | null
  /** The verdicts that are kept; null where none are, or where they were judged by other terms than hold. */
  readonly verdicts: string | null
  /** Where no verdicts hold: the accepted facts, to judge by anew. */
  readonly facts: readonly AcceptedFact[]
  readonly instalments: readonly [first: Paid, second: Paid]
  /** The second instalment that two people decided on and nobody took back, in yuan; null where none is. */
  readonly decided: bigint | null
}

/** By what cities are judged: the digest that holds for most, and those of cities with decisions of their own. */
export interface Terms {
  readonly usual: string
  readonly decided: ReadonlyMap<string, string>
}

/** What changes of a report that is not accepted with every save, and what of it is submitted. */
type Live = readonly [
  city: string,
  status: Status,
  asked: number,
  answered: number,
  pending: readonly PendingFact[] | null,
]

interface StandingOfProvince extends CityStanding {
  readonly province: string
}

/**
 * Every city within the permit's reach as of a quarter, in pinyin order, in one statement: how the reports stand that are not
 * accepted, and one row of each city of a province of which something changed since this process read it.
 */
export async function readStandings(
  work: Work<'dashboard.read'>,
  asOf: Quarter,
  terms: Terms,
  provinces: readonly ProvinceChange[],
): Promise<CityStanding[]> {
  const live = new Map<string, Live>()
  const name = `standings ${asOf} ${terms.usual} ${[...terms.decided].join(' ')}`
  const rows = await keptByProvince(
    name,
    provinces,
    async (stale) => {
      const read = await askTogether(work, {
        live: liveReports(asOf),
        rows: stale.length === 0 ? NO_ROWS : standingRows(asOf, terms, stale),
      })
      for (const each of read.live[0]?.rows ?? []) live.set(each[0], each)
      return read.rows.map(standingOfProvince)
    },
    inPinyin,
  )
  return rows.map((row): CityStanding => {
    const found = live.get(row.city.code)
    if (found === undefined) return row
    const [, status, cellsAsked, cellsAnswered, pending] = found
    return { ...row, status, cellsAsked, cellsAnswered, pending: pending ?? [] }
  })
}

const inPinyin = (a: StandingOfProvince, b: StandingOfProvince): number =>
  compareText(a.city.sortKey, b.city.sortKey) || compareText(a.city.code, b.city.code)

/** The reports of a quarter that are not accepted, which are few of many: all in one row. */
const liveReports = (asOf: Quarter): Part<{ readonly rows: readonly Live[] | null }> => ({
  sql: Prisma.sql`
    SELECT jsonb_agg(jsonb_build_array(q.city, q.status, q.cells_asked, q.cells_answered, nullif(q.pending, '[]'))) AS rows
    FROM quarter_summary q WHERE q.period = ${asOf} AND q.accepted_version IS NULL`,
  moments: [],
})

interface StandingColumns extends City {
  /** Of an accepted report, which no save changes any more; null of others. */
  readonly status: Status | null
  readonly asked: number | null
  readonly answered: number | null
  readonly submittedAt: Date | null
  readonly extendedTo: Date | null
  readonly verdicts: string | null
  readonly facts: readonly (readonly AcceptedFact[])[] | null
  /** Sums in yuan, as text: JSON has no whole numbers of this size. */
  readonly paid: string | null
  readonly pending: string | null
  readonly paidSecond: string | null
  readonly pendingSecond: string | null
  readonly decided: string | null
}

const NO_ROWS: Part<StandingColumns> = {
  sql: Prisma.sql`SELECT WHERE false`,
  moments: [],
}

const standingRows = (
  asOf: Quarter,
  { usual, decided }: Terms,
  provinces: readonly string[],
): Part<StandingColumns> => ({
  sql: Prisma.sql`
    WITH extended AS (
      SELECT e.city, max(e.until) AS until FROM deadline_extension e
      JOIN deadline_extension_decision d ON d.city = e.city AND d.period = e.period AND d.seq = e.seq AND d.granted
      WHERE e.period = ${asOf} GROUP BY e.city
    ), terms AS (
      SELECT * FROM unnest(${[...decided.keys()]}::text[], ${[...decided.values()]}::text[]) AS t (city, digest)
    ), second AS (${decidedSeconds()})
    SELECT c.code, c.name_zh AS "nameZh", c.name_en AS "nameEn", c.province_zh AS "provinceZh",
           c.province_en AS "provinceEn", c.sort_key AS "sortKey", c.cohort,
           CASE WHEN s.accepted_version IS NOT NULL THEN s.status END AS status,
           CASE WHEN s.accepted_version IS NOT NULL THEN s.cells_asked END AS asked,
           CASE WHEN s.accepted_version IS NOT NULL THEN s.cells_answered END AS answered,
           -- Of a report with one version the summary knows when that came; only others have to be looked up.
           CASE WHEN s.version <= 1 THEN s.submitted_at ELSE (
             SELECT min(r.submitted_at) FROM report_version r WHERE r.city = c.code AND r.period = ${asOf} AND NOT EXISTS (
               SELECT FROM report_event w WHERE (w.city, w.period, w.version, w.kind) = (r.city, r.period, r.version, 'withdrawn'))
           ) END AS "submittedAt",
           x.until AS "extendedTo", CASE WHEN st.terms = coalesce(t.digest, ${usual}) THEN st.verdicts END AS verdicts,
           CASE WHEN st.terms IS DISTINCT FROM coalesce(t.digest, ${usual}) THEN (
             SELECT jsonb_agg(a.facts ORDER BY a.period) FROM quarter_summary a
             WHERE a.city = c.code AND a.accepted_version IS NOT NULL) END AS facts,
           m.paid, m.pending, m."paidSecond", m."pendingSecond", d.decided
    FROM city c
    -- One row each, looked up: the policies let the planner expect next to none, and it would compare all with all.
    LEFT JOIN LATERAL (
      SELECT q.version, q.submitted_at, q.status, q.accepted_version, q.cells_asked, q.cells_answered FROM quarter_summary q
      WHERE q.city = c.code AND q.period = ${asOf} LIMIT 1) s ON true
    LEFT JOIN LATERAL (
      SELECT k.terms, k.verdicts FROM standing k WHERE k.city = c.code AND k.as_of = ${asOf} LIMIT 1) st ON true
    LEFT JOIN extended x ON x.city = c.code
    LEFT JOIN terms t ON t.city = c.code
    LEFT JOIN LATERAL (
      SELECT (sum(p.yuan) FILTER (WHERE p.instalment = 1 AND a.confirmed))::text AS paid,
        (sum(p.yuan) FILTER (WHERE p.instalment = 1 AND a.city IS NULL))::text AS pending,
        (sum(p.yuan) FILTER (WHERE p.instalment = 2 AND a.confirmed))::text AS "paidSecond",
        (sum(p.yuan) FILTER (WHERE p.instalment = 2 AND a.city IS NULL))::text AS "pendingSecond"
      FROM fund_payment p LEFT JOIN fund_payment_answer a ON a.city = p.city AND a.seq = p.seq
      WHERE p.city = c.code) m ON true
    LEFT JOIN second d ON d.city = c.code
    WHERE left(c.code, 2) = ANY (${[...provinces]}::text[])`,
  moments: ['submittedAt', 'extendedTo'],
})

function standingOfProvince({
  status,
  asked,
  answered,
  submittedAt,
  extendedTo,
  verdicts,
  facts,
  paid,
  pending,
  paidSecond,
  pendingSecond,
  decided,
  ...city
}: StandingColumns): StandingOfProvince {
  const yuan = (text: string | null) => BigInt(text ?? '0')
  return {
    province: city.code.slice(0, 2),
    city,
    status: status ?? 'open',
    cellsAsked: asked ?? 0,
    cellsAnswered: answered ?? 0,
    pending: [],
    submittedAt,
    extendedTo,
    verdicts,
    facts: (facts ?? []).flat(),
    instalments: [
      { confirmed: yuan(paid), pending: yuan(pending) },
      { confirmed: yuan(paidSecond), pending: yuan(pendingSecond) },
    ],
    decided: decided === null ? null : BigInt(decided),
  }
}
