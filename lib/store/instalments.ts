import type { InstalmentSteps } from '@/lib/rules/instalment-life'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

/** The latest sealed version of a city's latest mid-term evaluation. */
export interface MidTermSeal {
  readonly city: string
  readonly round: string
  readonly version: number
  readonly title: string
  readonly asOf: string
  /** Exact: a decimal or a reduced fraction. */
  readonly score: string
  readonly grade: 'excellent' | 'good' | 'fair' | 'poor' | null
  readonly snapshotSha256: string
  readonly ruleVersion: string
  readonly schemeDecision: string | null
  /** Scored by no document's weights: nothing is paid by it. */
  readonly demonstration: boolean
  readonly sealedAt: Date
  /** A later version was opened beside it. */
  readonly isReopened: boolean
}

/** A proposal of the second instalment with everything that happened to it. */
export interface Instalment {
  readonly city: string
  readonly seq: number
  readonly round: string
  /** The round as addresses name it. */
  readonly roundName: string
  readonly version: number
  readonly bandTable: string
  /** Canonical form of InstalmentInputs, and its digest. */
  readonly inputs: string
  readonly inputsSha256: string
  readonly rule: string
  readonly ruleVersion: string
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Date
  /** The proposal's amount; null while the database does not show it to this person. */
  readonly yuan: bigint | null
  readonly answer: InstalmentAnswer | null
  /** Oldest first. */
  readonly reversals: readonly Reversal[]
  /** The evaluation behind it was opened again since. */
  readonly isReopened: boolean
}

export interface InstalmentAnswer {
  readonly kind: 'entered' | 'refused' | 'withdrawn'
  readonly enteredYuan: bigint | null
  readonly agrees: boolean | null
  readonly reason: string
  readonly by: string
  readonly byName: string
  readonly at: Date
}

/** A reversal as it was asked for, and what the other person said. */
export interface Reversal {
  readonly attempt: number
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly answer: {
    readonly confirmed: boolean
    readonly reason: string
    readonly byName: string
    readonly at: Date
  } | null
}

interface InstalmentRow extends Omit<Instalment, 'answer' | 'reversals'> {
  readonly kind: InstalmentAnswer['kind'] | null
  readonly enteredYuan: bigint | null
  readonly agrees: boolean | null
  readonly reason: string
  readonly by: string
  readonly byName: string
  readonly at: Date
  readonly reversals: readonly {
    readonly attempt: number
    readonly reason: string
    readonly askedBy: string
    readonly askedByName: string
    readonly askedAt: string
    readonly confirmed: boolean | null
    readonly answerReason: string
    readonly byName: string
    readonly at: string
  }[]
}

/** Every proposal of the second instalment within the permit's reach, oldest first; amounts as far as this person may know. */
export async function readInstalments(work: Work): Promise<Instalment[]> {
  const rows = await databaseOf(work).$queryRaw<InstalmentRow[]>`
    SELECT p.city, p.seq, p.round::text,
      (SELECT n.kind || '-' || n.number FROM evaluation_round n WHERE n.id = p.round) AS "roundName", p.version, p.band_table::text AS "bandTable", p.inputs, p.inputs_sha256 AS "inputsSha256",
      p.rule, p.rule_version AS "ruleVersion", p.proposed_by::text AS "proposedBy", p.proposed_by_name AS "proposedByName",
      p.proposed_at AS "proposedAt", m.yuan, a.kind, a.entered_yuan AS "enteredYuan", a.entered_yuan = m.yuan AS agrees, a.reason,
      a.answered_by::text AS "by", a.answered_by_name AS "byName", a.answered_at AS "at",
      EXISTS (SELECT FROM evaluation e WHERE e.city = p.city AND e.round = p.round AND e.version > p.version) AS "isReopened",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('attempt', r.attempt, 'reason', r.reason, 'askedBy', r.asked_by,
          'askedByName', r.asked_by_name, 'askedAt', r.asked_at, 'confirmed', x.confirmed, 'answerReason', x.reason,
          'byName', x.answered_by_name, 'at', x.answered_at) ORDER BY r.attempt)
        FROM instalment_reversal r
        LEFT JOIN instalment_reversal_answer x ON x.city = r.city AND x.seq = r.seq AND x.attempt = r.attempt
        WHERE r.city = p.city AND r.seq = p.seq), '[]') AS reversals
    FROM instalment_proposal p
    LEFT JOIN instalment_amount m ON m.city = p.city AND m.seq = p.seq
    LEFT JOIN instalment_answer a ON a.city = p.city AND a.seq = p.seq
    WHERE ${work.city} IN ('', p.city)
    ORDER BY p.city, p.seq`
  return rows.map(({ kind, enteredYuan, agrees, reason, by, byName, at, reversals, ...row }): Instalment => ({
    ...row,
    answer: kind === null ? null : { kind, enteredYuan, agrees, reason, by, byName, at },
    reversals: reversals.map((each) => ({
      attempt: each.attempt,
      reason: each.reason,
      askedBy: each.askedBy,
      askedByName: each.askedByName,
      askedAt: new Date(each.askedAt),
      answer:
        each.confirmed === null
          ? null
          : {
              confirmed: each.confirmed,
              reason: each.answerReason,
              byName: each.byName,
              at: new Date(each.at),
            },
    })),
  }))
}

/** By city the second instalment that two people had decided on by a moment and nobody taken back, in yuan as text. */
export const decidedSeconds = (by: Date | Prisma.Sql = Prisma.sql`chengji_now()`): Prisma.Sql => Prisma.sql`
  SELECT m.city, sum(m.yuan)::text AS decided FROM instalment_answer a
  JOIN instalment_amount m ON m.city = a.city AND m.seq = a.seq AND m.yuan = a.entered_yuan
  WHERE a.kind = 'entered' AND a.answered_at <= ${by} AND NOT EXISTS (
    SELECT FROM instalment_reversal_answer r
    WHERE r.city = a.city AND r.seq = a.seq AND r.confirmed AND r.answered_at <= ${by})
  GROUP BY m.city`

/** The same within the permit's reach. */
export async function readDecidedSeconds(work: Work<'dashboard.read'>): Promise<ReadonlyMap<string, bigint>> {
  const rows = await databaseOf(work).$queryRaw<{ city: string; decided: string }[]>(decidedSeconds())
  return new Map(rows.map(({ city, decided }) => [city, BigInt(decided)]))
}

/** What happened to a proposal, as the rules take it. */
export const stepsOf = ({ answer, reversals }: Instalment): InstalmentSteps => ({
  answer:
    answer === null
      ? null
      : answer.kind === 'entered'
        ? { kind: 'entered', agrees: answer.agrees === true }
        : { kind: answer.kind },
  reversals: reversals.map((each) => ({ confirmed: each.answer?.confirmed ?? null })),
})
