import type { RowContent } from '@/lib/entry/row-content'
import { canonical, digest } from '@/lib/ledger/canonical'
import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type Period } from '@/lib/values'
import { recordAudit } from './audit'
import type { Part } from './cells'
import { insertRows } from './insert-rows'
import { appendLedger, lockLedger } from './ledger'
import { actorIn, databaseOf, sqlState, type Work } from './work'

export const REASON_CODES = [
  'clerical',
  'sourceRevised',
  'scope',
  'duplicate',
  'omission',
  'audit',
  'other',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

type Row = RowContent & { readonly id: string; readonly indicator: IndicatorCode }

/** What a restatement corrects in an accepted version: figures, and rows of registers. */
export interface Correction {
  readonly figures: readonly {
    readonly indicator: IndicatorCode
    readonly part: Part
    /** Null where the accepted report says there is none. */
    readonly before: string | null
    readonly after: string
  }[]
  /** Rows taken out of their register, as they were accepted. */
  readonly withdrawn: readonly Row[]
  readonly added: readonly Row[]
}

export type AnswerKind = 'approved' | 'refused' | 'withdrawn'

/** A request to correct what was accepted, and what became of it. */
export interface Restatement {
  readonly city: string
  /** Its number within the city. */
  readonly seq: number
  readonly period: Period
  /** The accepted version it corrects. */
  readonly baseVersion: number
  readonly reasonCode: ReasonCode
  readonly reason: string
  readonly correction: Correction
  readonly contentHash: string
  /** Canonical text of what it would change, as the asking person saw it. */
  readonly effects: string
  readonly requestedBy: string
  readonly requestedByName: string
  readonly requestedByRole: string
  readonly requestedAt: Date
  readonly answer: {
    readonly kind: AnswerKind
    readonly reason: string
    /** Canonical text of what it changes, as the approving person saw it; '' unless approved. */
    readonly effects: string
    /** The version it brought; null unless approved. */
    readonly version: number | null
    readonly by: string
    readonly byName: string
    readonly byRole: string
    readonly at: Date
  } | null
}

/** The restatements within the permit's reach, by city and number. */
export async function readRestatements(work: Work): Promise<Restatement[]> {
  const database = databaseOf(work)
  const where = work.city === '' ? {} : { city: work.city }
  const rows = await database.restatement.findMany({ where, orderBy: [{ city: 'asc' }, { seq: 'asc' }] })
  if (rows.length === 0) return []
  const answers = new Map(
    (await database.restatement_answer.findMany({ where })).map((row) => [`${row.city}/${row.seq}`, row]),
  )
  return rows.map((row): Restatement => {
    const answer = answers.get(`${row.city}/${row.seq}`)
    return {
      city: row.city,
      seq: row.seq,
      period: row.period as Period,
      baseVersion: row.base_version,
      reasonCode: row.reason_code as ReasonCode,
      reason: row.reason,
      correction: JSON.parse(row.content) as Correction,
      contentHash: row.content_hash,
      effects: row.effects,
      requestedBy: row.requested_by,
      requestedByName: row.requested_by_name,
      requestedByRole: row.requested_by_role,
      requestedAt: row.requested_at,
      answer: answer
        ? {
            kind: answer.kind as AnswerKind,
            reason: answer.reason,
            effects: answer.effects,
            version: answer.version,
            by: answer.actor,
            byName: answer.actor_name,
            byRole: answer.actor_role,
            at: answer.at,
          }
        : null,
    }
  })
}

export type NewRestatement = Pick<
  Restatement,
  'period' | 'baseVersion' | 'reasonCode' | 'reason' | 'correction' | 'effects'
>

/**
 * Writes a request into the city's history and ledger; returns its number. The caller holds the report's lock.
 * @throws Refusal restatementOpen, notNow when the database finds another request open, or another version accepted
 */
export async function writeRestatement(
  work: Work<'restatement.request'>,
  { period, baseVersion, reasonCode, reason, correction, effects }: NewRestatement,
): Promise<number> {
  const actor = actorIn(work)
  const content = canonical(toCanonical(correction))
  await lockLedger(work)
  const last = await databaseOf(work).restatement.aggregate({
    where: { city: work.city },
    _max: { seq: true },
  })
  const seq = (last._max.seq ?? 0) + 1
  const row = {
    city: work.city,
    seq,
    period,
    base_version: baseVersion,
    reason_code: reasonCode,
    reason,
    content,
    content_hash: digest(content),
    effects,
    requested_by: actor.id,
    requested_by_name: actor.name,
    requested_by_role: actor.role,
    requested_at: work.now,
  }
  try {
    await insertRows(work, 'restatement', [row])
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ005') throw new Refusal('restatementOpen')
    if (state === 'CJ002') throw new Refusal('contentChanged')
    throw error
  }
  await appendLedger(work, 'restatement.requested', {
    restatement: seq,
    period,
    baseVersion,
    reasonCode,
    reason,
    contentHash: row.content_hash,
    effectsHash: digest(effects),
    by: actor.name,
    role: actor.role,
  })
  await recordAudit(work, { restatement: seq, period, reasonCode })
  return seq
}

/**
 * Answers a request, once.
 * @throws Refusal restatementAnswered when another answer came first; approverAsked when the database finds the same person
 */
export async function answerRestatement(
  work: Work<'restatement.request' | 'restatement.decide'>,
  { seq, period }: Pick<Restatement, 'seq' | 'period'>,
  {
    kind,
    reason,
    effects = '',
    version = null,
  }: {
    readonly kind: AnswerKind
    readonly reason: string
    readonly effects?: string
    readonly version?: number | null
  },
): Promise<void> {
  const actor = actorIn(work)
  try {
    await insertRows(work, 'restatement_answer', [
      {
        city: work.city,
        seq,
        kind,
        reason,
        effects,
        period,
        version,
        actor: actor.id,
        actor_name: actor.name,
        actor_role: actor.role,
        at: work.now,
      },
    ])
  } catch (error) {
    const state = sqlState(error)
    if (state === '23505') throw new Refusal('restatementAnswered')
    if (state === 'CJ003') throw new Refusal('approverAsked')
    throw error
  }
  await appendLedger(work, `restatement.${kind}`, {
    restatement: seq,
    period,
    version,
    reason,
    effectsHash: effects === '' ? null : digest(effects),
    by: actor.name,
    role: actor.role,
  })
  await recordAudit(work, { restatement: seq, period, answer: kind })
}

/** The number of the restatement that brought a version; null for one that was submitted. */
export async function restatementBehind(work: Work, period: Period, version: number): Promise<number | null> {
  const found = await databaseOf(work).restatement_answer.findFirst({
    where: { city: work.city, period, version },
    select: { seq: true },
  })
  return found?.seq ?? null
}

/** From how many per cent on a changed figure is material while no decision says otherwise. */
export async function usualMaterialPercent(work: Work): Promise<string> {
  const row = await databaseOf(work).portal_setting.findUnique({ where: { key: 'material_percent' } })
  return row?.value ?? '5'
}

const toCanonical = ({ figures, withdrawn, added }: Correction) => ({
  figures: figures.map((figure) => ({ ...figure })),
  withdrawn: withdrawn.map((row) => ({ ...row })),
  added: added.map((row) => ({ ...row })),
})
