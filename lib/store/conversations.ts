import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type Period } from '@/lib/values'
import { recordAudit } from './audit'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import { insertRows } from './insert-rows'
import { actorIn, databaseOf, sqlState, type Work } from './work'

export type TurnKind = 'asked' | 'answered' | 'closed'

/** One turn of a conversation: a reviewer's question, the city's answer, or that a reviewer closed it. */
export interface Turn {
  readonly seq: number
  readonly kind: TurnKind
  readonly words: string
  /** The submitted version that was there. */
  readonly version: number
  readonly actorId: string
  readonly actorName: string
  readonly actorRole: string
  readonly at: Date
}

/** What a conversation is about: a figure of a report, or a row of its register (`row` '' for the figure). */
export interface Subject {
  readonly indicator: IndicatorCode
  readonly row: string
}

export interface Conversation extends Subject {
  readonly period: Period
  /** Of a row its name, as the latest submitted version has it. */
  readonly name: string | null
  /** First to last; never empty. */
  readonly turns: readonly Turn[]
}

interface TurnRow extends Omit<Turn, 'actorId'> {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly row: string
  readonly name: string | null
  readonly actorId: string
}

/** The conversations of the permit's city, of one report or of all, by period and result; those about a figure before its rows. */
export async function readConversations(work: Work, period?: Period): Promise<Conversation[]> {
  const turns = await databaseOf(work).$queryRaw<TurnRow[]>`
    SELECT t.period, t.indicator, t.row_id AS row, t.seq, t.kind, t.words, t.version, t.actor::text AS "actorId",
      t.actor_name AS "actorName", t.actor_role AS "actorRole", t.at,
      (SELECT r.name FROM version_row r WHERE t.row_id <> '' AND r.city = t.city AND r.period = t.period
         AND r.row_id = nullif(t.row_id, '')::uuid ORDER BY r.version DESC LIMIT 1) AS name
    FROM conversation_turn t
    WHERE t.city = ${work.city} AND (${period ?? null}::text IS NULL OR t.period = ${period ?? null})
    ORDER BY t.period, t.indicator, t.row_id, t.seq`
  const conversations = new Map<string, Conversation & { turns: Turn[] }>()
  for (const { period: of, indicator, row, name, ...turn } of turns) {
    const key = `${of}/${indicator}/${row}`
    const known = conversations.get(key)
    if (known === undefined) conversations.set(key, { period: of, indicator, row, name, turns: [turn] })
    else known.turns.push(turn)
  }
  return [...conversations.values()]
}

/** Whether it waits for anybody: a conversation is over once it is closed, until somebody asks again. */
export const isOpenConversation = ({ turns }: Pick<Conversation, 'turns'>): boolean =>
  turns.at(-1)?.kind !== 'closed'

/**
 * Adds a turn, and says which it is. The caller holds the report's lock.
 * @throws Refusal conversationClosed when it does not continue what was said
 */
export async function writeTurn(
  work: Work<'conversation.ask' | 'conversation.answer'>,
  period: Period,
  { indicator, row }: Subject,
  { kind, words, version }: Pick<Turn, 'kind' | 'words' | 'version'>,
): Promise<number> {
  const actor = actorIn(work)
  const key = { city: work.city, period, indicator, row_id: row }
  const seq = 1 + (await databaseOf(work).conversation_turn.count({ where: key }))
  try {
    await insertRows(work, 'conversation_turn', [
      {
        ...key,
        seq,
        kind,
        words,
        version,
        actor: actor.id,
        actor_name: actor.name,
        actor_role: actor.role,
        at: work.now,
      },
    ])
  } catch (error) {
    if (sqlState(error) === 'CJ002') throw new Refusal('conversationClosed')
    throw error
  }
  await recordAudit(work, { period, indicator, row, seq, kind })
  return seq
}

/** A turn, as messages tell it. */
export interface ToldTurn {
  readonly city: string
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly row: string
  readonly seq: number
  readonly kind: 'asked' | 'answered'
  /** Of an answer: who asked last. */
  readonly asker: string | null
}

/** The questions and answers since a moment. */
export async function readToldTurns(work: Work<'message.collect'>, since: Date): Promise<ToldTurn[]> {
  return databaseOf(work).$queryRaw<ToldTurn[]>`
    SELECT t.city, t.period, t.indicator, t.row_id AS row, t.seq, t.kind,
      CASE t.kind WHEN 'answered' THEN (
        SELECT q.actor::text FROM conversation_turn q
        WHERE q.city = t.city AND q.period = t.period AND q.indicator = t.indicator AND q.row_id = t.row_id
          AND q.kind = 'asked' AND q.seq < t.seq ORDER BY q.seq DESC LIMIT 1) END AS asker
    FROM conversation_turn t
    WHERE t.at >= ${since} AND t.kind IN ('asked', 'answered')
    ORDER BY t.at, t.city, t.period, t.indicator, t.row_id, t.seq`
}
/** How many conversations of a report wait: for the city's answer, or, answered, for a reviewer. */
export interface Waiting {
  readonly city: string
  readonly period: Period
  readonly unanswered: number
  readonly answered: number
}

/** The reports within the permit's reach that have open conversations. */
export const countConversations = (work: Work): Promise<Waiting[]> => askAlone(work, counted(LAST_TURNS))

const LAST_TURNS = Prisma.sql`
  SELECT DISTINCT ON (city, period, indicator, row_id) city, period, kind FROM conversation_turn
  ORDER BY city, period, indicator, row_id, seq DESC`

/** The same of the reports under review alone, each looked up; of a past moment of all. As a part of a larger question. */
export const conversationsUnderReview = ({ permit: { known } }: Work): Part<Waiting> =>
  counted(
    known !== null
      ? LAST_TURNS
      : Prisma.sql`
    SELECT s.city, s.period, t.kind FROM quarter_summary s
    CROSS JOIN LATERAL (
      SELECT DISTINCT ON (c.indicator, c.row_id) c.kind FROM conversation_turn c
      WHERE c.city = s.city AND c.period = s.period ORDER BY c.indicator, c.row_id, c.seq DESC) t
    WHERE s.accepted_version IS NULL`,
  )

/** How many of these conversations, each by its last turn, wait for whom, by report. */
function counted(last: Prisma.Sql): Part<Waiting> {
  return {
    sql: Prisma.sql`
      SELECT city, period, count(*) FILTER (WHERE kind = 'asked')::int AS unanswered,
        count(*) FILTER (WHERE kind = 'answered')::int AS answered
      FROM (${last}) AS last
      WHERE kind <> 'closed' GROUP BY city, period ORDER BY city, period`,
    moments: [],
  }
}
