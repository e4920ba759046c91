import type { Role } from '@/lib/access/roles'
import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type Period } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
import { insertRows } from './insert-rows'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** A step of a hand-over between two reviewers, as it was written. */
export interface ReviewHandover {
  readonly giver: string
  readonly seq: number
  readonly giverName: string
  readonly role: Role
  /** Null: the giver is back. */
  readonly taker: string | null
  readonly takerName: string | null
  /** Days, YYYY-MM-DD. */
  readonly from: string
  readonly until: string | null
  readonly note: string
  readonly byName: string
  readonly at: Date
}

/** Every step within the permit's reach, first to last; as a part of a larger question. */
export const handoverRows: Part<ReviewHandover> = {
  sql: Prisma.sql`
    SELECT giver::text, seq, giver_name AS "giverName", role, taker::text, taker_name AS "takerName", from_day::text AS "from",
      until_day::text AS until, note, written_by_name AS "byName", written_at AS at
    FROM review_handover ORDER BY written_at, giver, seq`,
  moments: ['at'],
}

/** Every step within the permit's reach, first to last. */
export const readReviewHandovers = (
  work: Work<'queue.read' | 'review.handOver' | 'message.collect'>,
): Promise<ReviewHandover[]> => askAlone(work, handoverRows)

/** A reviewer of the actor's own role and reach. */
export interface Colleague {
  readonly id: string
  readonly name: string
}

/** Everybody of the actor's role and province who is not shut out, the actor too. */
export async function readColleagues(work: Work<'queue.read' | 'review.handOver'>): Promise<Colleague[]> {
  const { role, province } = actorIn(work)
  return databaseOf(work).account.findMany({
    where: { role, province, disabled_at: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

/** Something a reviewer has begun and nobody has ended. */
export interface OpenWork {
  readonly reviewer: string
  /** A report under review on which the reviewer has already done something; a question; a doubted figure; a request. */
  readonly kind: 'review' | 'question' | 'followUp' | 'restatement' | 'extension'
  readonly city: string
  readonly period: Period
  readonly indicator: IndicatorCode | null
  readonly since: Date
}

/** What these reviewers have begun and nobody has ended, the oldest first. */
export async function readOpenWork(
  work: Work<'queue.read' | 'review.handOver'>,
  reviewers: readonly string[],
): Promise<OpenWork[]> {
  return databaseOf(work).$queryRaw`
    WITH who AS (SELECT unnest(${[...reviewers]}::uuid[]) AS id)
    SELECT reviewer::text, kind, city, period, indicator, since FROM (
      SELECT w.id AS reviewer, 'review' AS kind, s.city, s.period, NULL AS indicator, max(e.at) AS since
      FROM who w JOIN report_event e ON e.actor = w.id
      JOIN quarter_summary s USING (city, period)
      WHERE s.status IN ('submitted', 'forwarded', 'returned') GROUP BY w.id, s.city, s.period
      UNION ALL
      SELECT asked.actor, 'question', t.city, t.period, t.indicator, asked.at
      FROM (SELECT DISTINCT ON (city, period, indicator, row_id) * FROM conversation_turn
            ORDER BY city, period, indicator, row_id, seq DESC) t
      JOIN LATERAL (SELECT q.actor, q.at FROM conversation_turn q
        WHERE q.city = t.city AND q.period = t.period AND q.indicator = t.indicator AND q.row_id = t.row_id AND q.kind = 'asked'
        ORDER BY q.seq DESC LIMIT 1) asked ON true
      WHERE t.kind <> 'closed' AND asked.actor IN (SELECT id FROM who)
      UNION ALL
      SELECT m.owner, 'followUp', m.city, m.period, m.indicator, m.at
      FROM (SELECT DISTINCT ON (city, period, indicator, kind) * FROM quality_mark
            ORDER BY city, period, indicator, kind, seq DESC) m
      WHERE m.state <> 'closed' AND m.owner IN (SELECT id FROM who)
      UNION ALL
      SELECT r.requested_by, 'restatement', r.city, r.period, NULL, r.requested_at FROM restatement r
      WHERE r.requested_by IN (SELECT id FROM who)
        AND NOT EXISTS (SELECT FROM restatement_answer a WHERE a.city = r.city AND a.seq = r.seq)
      UNION ALL
      SELECT x.asked_by, 'extension', x.city, x.period, NULL, x.asked_at FROM deadline_extension x
      WHERE x.asked_by IN (SELECT id FROM who)
        AND NOT EXISTS (SELECT FROM deadline_extension_decision d WHERE d.city = x.city AND d.period = x.period AND d.seq = x.seq)
    ) AS open
    ORDER BY since, city, period, kind, indicator`
}

/** Writes a step. @throws Refusal handoverWrong when the database says that these two cannot */
export async function writeReviewHandover(
  work: Work<'review.handOver'>,
  step: Pick<ReviewHandover, 'giver' | 'giverName' | 'taker' | 'takerName' | 'from' | 'until' | 'note'>,
): Promise<void> {
  const actor = actorIn(work)
  const { giver, giverName, taker, takerName, from, until, note } = step
  const seq = 1 + (await databaseOf(work).review_handover.count({ where: { giver } }))
  try {
    await insertRows(work, 'review_handover', [
      {
        giver,
        seq,
        giver_name: giverName,
        role: actor.role,
        province: actor.province,
        taker,
        taker_name: takerName,
        from_day: from,
        until_day: until,
        note,
        written_by: actor.id,
        written_by_name: actor.name,
        written_at: work.now,
      },
    ])
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ003' || state === 'CJ004') throw new Refusal('handoverWrong')
    throw error
  }
  await recordAudit(work, { giver: giverName, taker: takerName ?? '', from, until: until ?? '' })
}
