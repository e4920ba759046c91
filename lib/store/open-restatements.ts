import type { Part } from './ask-together'
import { Prisma } from './generated/client'
import type { Correction, Restatement } from './restatements'

type OpenRow = Omit<Restatement, 'correction' | 'answer'> & { readonly content: string }

/** The restatements that wait for an answer, the longest waiting first; each row through `openRestatement`. */
export const openRestatements: Part<OpenRow> = {
  sql: Prisma.sql`
    SELECT r.city, r.seq, r.period, r.base_version AS "baseVersion", r.reason_code AS "reasonCode", r.reason, r.content,
      r.content_hash AS "contentHash", r.effects, r.requested_by::text AS "requestedBy",
      r.requested_by_name AS "requestedByName", r.requested_by_role AS "requestedByRole", r.requested_at AS "requestedAt"
    FROM restatement r
    WHERE NOT EXISTS (SELECT FROM restatement_answer a WHERE a.city = r.city AND a.seq = r.seq)
    ORDER BY r.requested_at, r.city, r.seq`,
  moments: ['requestedAt'],
}

/** A restatement that nobody has answered. */
export const openRestatement = ({ content, ...row }: OpenRow): Restatement => ({
  ...row,
  correction: JSON.parse(content) as Correction,
  answer: null,
})
