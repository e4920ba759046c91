import type { IndicatorCode } from '@/lib/notice'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

export type Duty = 'first' | 'second' | 'lead'

/** Who did something and when (ISO). */
interface Deed {
  readonly by: string
  readonly byName: string
  readonly at: string
}

export interface EvaluationVersion extends Deed {
  readonly version: number
  /** Why it was opened again; '' for the first. */
  readonly reason: string
}

/** A version's seal without what it holds. */
export interface SealHead {
  readonly version: number
  readonly asOf: string
  readonly score: string
  readonly basisPoints: number
  readonly grade: 'excellent' | 'good' | 'fair' | 'poor' | null
  readonly snapshotSha256: string
  readonly ruleVersion: string
  readonly demonstration: boolean
  readonly firstSignerName: string
  readonly firstSignedAt: string
  readonly secondSignerName: string
  readonly sealedAt: string
}

export interface Assignment extends Deed {
  readonly duty: Duty
  readonly assessor: string
  readonly assessorName: string
  readonly fromDay: string
  readonly toDay: string
  readonly ended: boolean
}

export interface Statement extends Deed {
  readonly version: number
  readonly seq: number
  readonly achieved: string
  readonly deviations: string
  readonly nextSteps: string
}

export interface StoredReading extends Deed {
  readonly version: number
  readonly duty: 'first' | 'second'
  readonly indicator: IndicatorCode
  readonly mark: number
  readonly reason: string
}

export interface Settlement extends Deed {
  readonly version: number
  readonly indicator: IndicatorCode
  readonly mark: number
  readonly reason: string
}

export interface StoredOverride extends Deed {
  readonly version: number
  readonly indicator: IndicatorCode
  /** Per cent as an exact decimal; null where it was taken back. */
  readonly percent: string | null
  readonly reason: string
}

export interface Sample extends Deed {
  readonly version: number
  readonly seed: string
  readonly size: number
  /** Canonical forms: the keys there were, and those drawn in the order of drawing. */
  readonly population: string
  readonly populationSha256: string
  readonly drawn: string
}

/** A file in the store of the city, as far as it is shown. */
interface Photo {
  readonly file: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** One wording of what an assessor noted on the spot. */
export interface VisitWording extends Deed {
  readonly version: number
  /** Of the visit; the same in all its wordings. */
  readonly visit: string
  /** Counts the wordings: the last one holds. */
  readonly seq: number
  readonly place: string
  /** YYYY-MM-DD. */
  readonly visitedOn: string
  readonly met: string
  readonly note: string
  /** Why it was corrected; '' for the first. */
  readonly reason: string
  readonly photos: readonly Photo[]
}

/** Everything that was done in the evaluation of a city in a round, in the order it was done, as far as it may be seen. */
export interface EvaluationRecord {
  readonly versions: readonly EvaluationVersion[]
  readonly seals: readonly SealHead[]
  /** The last that was said of each assessor. */
  readonly assignments: readonly Assignment[]
  readonly statements: readonly Statement[]
  readonly statementSignatures: readonly (Deed & { readonly version: number; readonly seq: number })[]
  /** The own ones; everybody's once both readers have handed in. */
  readonly readings: readonly StoredReading[]
  readonly handedIn: readonly (Deed & { readonly version: number; readonly duty: 'first' | 'second' })[]
  readonly settlements: readonly Settlement[]
  readonly overrides: readonly StoredOverride[]
  readonly samples: readonly Sample[]
  /** The own ones; everybody's once both readers have handed in. By visit, the first wording first. */
  readonly visits: readonly VisitWording[]
  readonly signatures: readonly (Deed & { readonly version: number; readonly snapshotSha256: string })[]
}

const iso = (column: string): Prisma.Sql =>
  Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
const deed = (by: string, at: string): Prisma.Sql =>
  Prisma.sql`${Prisma.raw(`${by} AS "by", ${by}_name AS "byName"`)}, ${iso(at)} AS at`

/** Reads the evaluation of the permit's city in a round, in one statement. */
export async function readEvaluation(work: Work, round: string): Promise<EvaluationRecord> {
  const [row] = await askAlone(work, recordRows(work, Prisma.sql`${round}::uuid`))
  if (row === undefined) throw new Error('the database gave no record')
  return row.record
}

/** The same as a part of a larger question. @param round the id of the round, as SQL */
export function recordRows(work: Work, round: Prisma.Sql): Part<{ readonly record: EvaluationRecord }> {
  const list = (select: Prisma.Sql, from: string, order: string): Prisma.Sql =>
    Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (SELECT ${select} FROM ${Prisma.raw(from)}
      WHERE city = ${work.city} AND round = ${round} ORDER BY ${Prisma.raw(order)}) x)`
  const sql = Prisma.sql`SELECT jsonb_build_object(
    'versions', ${list(Prisma.sql`version, reason, ${deed('opened_by', 'opened_at')}`, 'evaluation', 'version')},
    'seals', ${list(
      Prisma.sql`version, as_of AS "asOf", score, score_basis_points AS "basisPoints", grade, snapshot_sha256 AS "snapshotSha256",
        rule_version AS "ruleVersion", demonstration, first_signer_name AS "firstSignerName", ${iso('first_signed_at')} AS "firstSignedAt",
        second_signer_name AS "secondSignerName", ${iso('sealed_at')} AS "sealedAt"`,
      'evaluation_seal',
      'version',
    )},
    'assignments', ${list(
      Prisma.sql`DISTINCT ON (assessor) duty, assessor, assessor_name AS "assessorName", from_day AS "fromDay", to_day AS "toDay", ended, ${deed('assigned_by', 'assigned_at')}`,
      'evaluation_assignment',
      'assessor, seq DESC',
    )},
    'statements', ${list(
      Prisma.sql`version, seq, achieved, deviations, next_steps AS "nextSteps", ${deed('written_by', 'written_at')}`,
      'evaluation_statement',
      'version, seq',
    )},
    'statementSignatures', ${list(Prisma.sql`version, seq, ${deed('signed_by', 'signed_at')}`, 'evaluation_statement_signature', 'version')},
    'readings', ${list(
      Prisma.sql`DISTINCT ON (version, duty, indicator) version, duty, indicator, mark, reason, ${deed('reader', 'read_at')}`,
      'evaluation_reading',
      'version, duty, indicator, seq DESC',
    )},
    'handedIn', ${list(Prisma.sql`version, duty, ${deed('reader', 'handed_in_at')}`, 'evaluation_handed_in', 'version, duty')},
    'settlements', ${list(
      Prisma.sql`DISTINCT ON (version, indicator) version, indicator, mark, reason, ${deed('settled_by', 'settled_at')}`,
      'evaluation_settlement',
      'version, indicator, seq DESC',
    )},
    'overrides', ${list(
      Prisma.sql`DISTINCT ON (version, indicator) version, indicator, trim_scale(share_percent)::text AS percent, reason, ${deed('set_by', 'set_at')}`,
      'evaluation_override',
      'version, indicator, seq DESC',
    )},
    'samples', ${list(
      Prisma.sql`version, seed, size, population, population_sha256 AS "populationSha256", drawn, ${deed('drawn_by', 'drawn_at')}`,
      'evaluation_sample',
      'version',
    )},
    'visits', ${list(
      Prisma.sql`version, visit, seq, place, visited_on AS "visitedOn", met, note, reason, ${deed('written_by', 'written_at')},
        (SELECT coalesce(jsonb_agg(jsonb_build_object('file', f.id, 'name', f.name, 'sha256', f.sha256, 'bytes', f.bytes) ORDER BY f.id), '[]')
         FROM evaluation_visit_photo p JOIN stored_file f ON f.city = p.city AND f.id = p.file
         WHERE (p.city, p.round, p.version, p.visit, p.seq) = (v.city, v.round, v.version, v.visit, v.seq)) AS photos`,
      'evaluation_visit v',
      'visit, seq',
    )},
    'signatures', ${list(
      Prisma.sql`version, snapshot_sha256 AS "snapshotSha256", signer AS "by", signer_name AS "byName", ${iso('signed_at')} AS at`,
      'evaluation_signature',
      'version, seq',
    )}) AS record`
  return { sql, moments: [] }
}

/** What was sealed, as it was frozen; null of a version that is not sealed, or that there is not. */
export async function readSnapshot(work: Work, round: string, version: number): Promise<string | null> {
  const row = await databaseOf(work).evaluation_seal.findUnique({
    where: { city_round_version: { city: work.city, round, version } },
    select: { snapshot: true },
  })
  return row?.snapshot ?? null
}
