import type { Quarter } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
import { uuid7 } from './uuid7'
import { dateOf } from './values'
import { actorIn, databaseOf, type Work } from './work'

export const ROUND_KINDS = ['midTerm', 'annual', 'final'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** A round of evaluations: what is asked of several cities as of one quarter. */
export interface EvaluationRound {
  readonly id: string
  readonly kind: RoundKind
  /** Counts the rounds of its kind. */
  readonly number: number
  /** Kind and number, as addresses name it: `midTerm-1`. */
  readonly name: string
  readonly title: string
  readonly documentNumber: string
  readonly asOf: Quarter
  /** Days, YYYY-MM-DD. */
  readonly opensOn: string
  readonly closesOn: string
  /** The decision that gives its weights; null: none does, and the demonstration scheme is used. */
  readonly schemeDecision: string | null
  readonly madeByName: string
  readonly madeAt: Date
}

/** Every round, latest first. A round says nothing of any city. */
export function readRounds(work: Work): Promise<EvaluationRound[]> {
  return askAlone(work, roundRows)
}

/** The same as a part of a larger question. */
export const roundRows: Part<EvaluationRound> = {
  sql: Prisma.sql`
    SELECT id::text, kind, number, kind || '-' || number AS name, title, document_number AS "documentNumber", as_of AS "asOf",
      opens_on::text AS "opensOn", closes_on::text AS "closesOn", scheme_decision::text AS "schemeDecision",
      made_by_name AS "madeByName", made_at AS "madeAt"
    FROM evaluation_round ORDER BY made_at DESC, id DESC`,
  moments: ['madeAt'],
}

/** Makes a round and returns its name. */
export async function writeRound(
  work: Work<'evaluation.manage'>,
  round: Omit<EvaluationRound, 'id' | 'number' | 'name' | 'madeByName' | 'madeAt'>,
): Promise<string> {
  const actor = actorIn(work)
  const database = databaseOf(work)
  await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('evaluation rounds', 0))`
  const number = 1 + (await database.evaluation_round.count({ where: { kind: round.kind } }))
  const id = uuid7(work.now)
  await database.evaluation_round.createMany({
    data: [
      {
        id,
        kind: round.kind,
        number,
        title: round.title,
        document_number: round.documentNumber,
        as_of: round.asOf,
        opens_on: dateOf(round.opensOn),
        closes_on: dateOf(round.closesOn),
        scheme_decision: round.schemeDecision,
        made_by: actor.id,
        made_by_name: actor.name,
        made_at: work.now,
      },
    ],
  })
  await recordAudit(work, { round: id, kind: round.kind, number })
  return `${round.kind}-${String(number)}`
}

/** Somebody who can be assigned to a city. */
export interface Assessor {
  readonly id: string
  readonly name: string
}

/** The assessors that there are. */
export async function readAssessors(work: Work<'evaluation.manage'>): Promise<Assessor[]> {
  return databaseOf(work).account.findMany({
    where: { role: 'assessor', disabled_at: null },
    select: { id: true, name: true },
    orderBy: { login: 'asc' },
  })
}

/** How far the evaluation of a city in a round is. */
export interface EvaluationState {
  readonly city: string
  readonly round: string
  /** The last version there is. */
  readonly version: number
  readonly assigned: number
  readonly isStated: boolean
  readonly handedIn: number
  readonly isSigned: boolean
  /** Of the last version; null while it is open. */
  readonly sealed: {
    readonly score: string
    readonly grade: string | null
    readonly demonstration: boolean
  } | null
}

/** How far each evaluation within the permit's reach is. */
export async function readEvaluationStates(work: Work): Promise<EvaluationState[]> {
  return databaseOf(work).$queryRaw<EvaluationState[]>`
    SELECT e.city, e.round::text, e.version,
      (SELECT count(*)::int FROM (SELECT DISTINCT ON (a.assessor) a.ended FROM evaluation_assignment a
         WHERE a.city = e.city AND a.round = e.round ORDER BY a.assessor, a.seq DESC) last WHERE NOT last.ended) AS assigned,
      EXISTS (SELECT FROM evaluation_statement_signature s WHERE s.city = e.city AND s.round = e.round AND s.version = e.version) AS "isStated",
      (SELECT count(*)::int FROM evaluation_handed_in h WHERE h.city = e.city AND h.round = e.round AND h.version = e.version) AS "handedIn",
      EXISTS (SELECT FROM evaluation_signature g WHERE g.city = e.city AND g.round = e.round AND g.version = e.version) AS "isSigned",
      CASE WHEN z.city IS NULL THEN NULL ELSE
        jsonb_build_object('score', z.score, 'grade', z.grade, 'demonstration', z.demonstration) END AS sealed
    FROM (SELECT DISTINCT ON (city, round) city, round, version FROM evaluation
          WHERE ${work.city} IN ('', city) ORDER BY city, round, version DESC) e
    LEFT JOIN evaluation_seal z ON z.city = e.city AND z.round = e.round AND z.version = e.version
    ORDER BY e.round, e.city`
}

/** One's own assignment to a city, as it stands today. */
export interface OwnAssignment {
  readonly city: string
  readonly round: string
  readonly duty: 'first' | 'second' | 'lead'
  readonly fromDay: string
  readonly toDay: string
  readonly ended: boolean
}

/** Where the person is assigned, today, before or later: the last that was said of each city and round. */
export async function readOwnAssignments(work: Work<'assessment.list'>): Promise<OwnAssignment[]> {
  return databaseOf(work).$queryRaw<OwnAssignment[]>`
    SELECT DISTINCT ON (city, round) city, round::text, duty, from_day::text AS "fromDay", to_day::text AS "toDay", ended
    FROM evaluation_assignment WHERE assessor = ${actorIn(work).id}::uuid ORDER BY city, round, seq DESC`
}
