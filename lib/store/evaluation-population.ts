import type { IndicatorCode } from '@/lib/notice'
import type { Period, Quarter } from '@/lib/values'
import { askTogether, askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import type { AcceptedFact } from './summary'
import type { Work } from './work'

/** A row of a register or a file of evidence that can be looked at. */
export interface SampleItem {
  /** `row/2022Q1/<id>` or `file/<SHA-256>`: the same whenever and by whomever it is read. */
  readonly key: string
  readonly kind: 'row' | 'file'
  readonly indicator: IndicatorCode
  readonly period: Period
  /** Name of the row or file; codes and ids lead to them. */
  readonly name: string
  readonly creditCode: string | null
  /** Of a file, to open it. */
  readonly file: string | null
}

/** The rows and files of the city's accepted versions up to a quarter, by key; a file that stands twice is one. */
export function readPopulation(work: Work, asOf: Quarter): Promise<SampleItem[]> {
  return askAlone(work, populationRows(work, asOf))
}

/** Which version of each report is accepted: now, or as known then. */
const summaries = ({ permit: { known } }: Work): Prisma.Sql =>
  known === null ? Prisma.sql`quarter_summary` : Prisma.sql`known_summary`

const populationRows = (work: Work, asOf: Quarter): Part<SampleItem> => ({
  sql: Prisma.sql`
    WITH accepted AS (
      SELECT city, period, accepted_version AS version FROM ${summaries(work)}
      WHERE city = ${work.city} AND accepted_version IS NOT NULL AND period <= ${asOf})
    SELECT DISTINCT ON (key) * FROM (
      SELECT 'row/' || r.period || '/' || r.row_id AS key, 'row' AS kind, r.indicator, r.period, r.name,
             r.credit_code AS "creditCode", NULL AS file
      FROM version_row r JOIN accepted USING (city, period, version) WHERE r.withdrawn = ''
      UNION ALL
      SELECT 'file/' || f.sha256, 'file', v.indicator, v.period, f.name, NULL, f.id::text
      FROM version_evidence v JOIN accepted USING (city, period, version)
      JOIN stored_file f ON f.city = v.city AND f.id = v.file) items
    ORDER BY key, period, indicator`,
  moments: [],
})

/** What a city wrote of a result that only people judge, in its latest accepted report. */
export interface Narrative {
  readonly indicator: IndicatorCode
  readonly quarter: Quarter
  readonly text: string
}

export interface WrittenNarrative extends Narrative {
  /** Of the report it stands in. */
  readonly version: number
}

/** What the city wrote up to a quarter, as accepted now or as known then. */
export function readLatestNarratives(work: Work, asOf: Quarter): Promise<WrittenNarrative[]> {
  return askAlone(work, latestNarratives(work, asOf))
}

const latestNarratives = (work: Work, asOf: Quarter): Part<WrittenNarrative> => ({
  sql: Prisma.sql`
    SELECT DISTINCT ON (f.indicator) f.indicator, f.period AS quarter, f.version, f.narrative AS text
    FROM version_figure f JOIN ${summaries(work)} s
      ON s.city = f.city AND s.period = f.period AND s.accepted_version = f.version
    WHERE f.city = ${work.city} AND f.state = 'narrative' AND f.period ~ 'Q' AND f.period <= ${asOf}
    ORDER BY f.indicator, f.period DESC`,
  moments: [],
})

/** The facts on which an evaluation as of a quarter rests. */
export interface EvaluationGround {
  readonly facts: readonly AcceptedFact[]
  readonly narratives: readonly Narrative[]
  readonly population: readonly SampleItem[]
  /** What was sealed in the version before, canonical form; null where there is none. */
  readonly before: string | null
}

/** Reads them of the permit's city in a round, in one statement. @param before the number of the version before, 0 for none */
export async function readEvaluationGround(
  work: Work,
  { id, asOf }: { readonly id: string; readonly asOf: Quarter },
  before: number,
): Promise<EvaluationGround> {
  const facts: Part<{ readonly facts: readonly AcceptedFact[] }> = {
    sql: Prisma.sql`SELECT facts FROM quarter_summary WHERE city = ${work.city} ORDER BY period`,
    moments: [],
  }
  const sealed: Part<{ readonly snapshot: string }> = {
    sql: Prisma.sql`SELECT snapshot FROM evaluation_seal WHERE city = ${work.city} AND round = ${id}::uuid AND version = ${before}`,
    moments: [],
  }
  const narratives: Part<Narrative> = {
    sql: Prisma.sql`SELECT indicator, quarter, text FROM (${latestNarratives(work, asOf).sql}) n ORDER BY indicator`,
    moments: [],
  }
  const population = populationRows(work, asOf)
  const read = await askTogether(work, { facts, narratives, population, sealed })
  return {
    facts: read.facts.flatMap((each) => each.facts),
    narratives: read.narratives,
    population: read.population,
    before: read.sealed[0]?.snapshot ?? null,
  }
}
