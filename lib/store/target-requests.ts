import type { IndicatorCode } from '@/lib/notice'
import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { appendLedger, lockLedger } from './ledger'
import { writeGrantedTarget } from './targets'
import { decimalString } from './values'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** A city's request that one of its own targets be changed, and what became of it. */
export interface TargetRequest {
  readonly city: string
  readonly seq: number
  readonly indicator: IndicatorCode
  readonly from: string
  readonly to: string
  readonly reason: string
  /** Canonical form of what it would change, as the city saw it. */
  readonly effects: string
  readonly requestedBy: string
  readonly requestedByName: string
  readonly requestedAt: Date
  /** Null while nobody has answered. */
  readonly answer: {
    readonly kind: 'approved' | 'refused' | 'withdrawn'
    readonly reason: string
    /** What it changed, as the approving person saw it; '' otherwise. */
    readonly effects: string
    readonly byName: string
    readonly at: Date
  } | null
}

/** Every request within the permit's reach, in the order they were made. */
export async function readTargetRequests(work: Work): Promise<TargetRequest[]> {
  const asked = await databaseOf(work).target_request.findMany({ orderBy: [{ city: 'asc' }, { seq: 'asc' }] })
  if (asked.length === 0) return []
  const key = (row: { city: string; seq: number }) => `${row.city}/${row.seq}`
  const answers = new Map((await databaseOf(work).target_answer.findMany()).map((row) => [key(row), row]))
  return asked.map((row): TargetRequest => {
    const answer = answers.get(key(row))
    return {
      city: row.city,
      seq: row.seq,
      indicator: row.indicator as IndicatorCode,
      from: decimalString(row.from_value),
      to: decimalString(row.to_value),
      reason: row.reason,
      effects: row.effects,
      requestedBy: row.requested_by,
      requestedByName: row.requested_by_name,
      requestedAt: row.requested_at,
      answer:
        answer === undefined
          ? null
          : {
              kind: answer.kind as NonNullable<TargetRequest['answer']>['kind'],
              reason: answer.reason,
              effects: answer.effects,
              byName: answer.actor_name,
              at: answer.at,
            },
    }
  })
}

/** Writes a request. @throws Refusal targetRequestOpen when one for the same result waits */
export async function writeTargetRequest(
  work: Work<'target.set'>,
  request: Pick<TargetRequest, 'indicator' | 'from' | 'to' | 'reason' | 'effects'>,
): Promise<void> {
  const actor = actorIn(work)
  const { indicator, from, to, reason, effects } = request
  await lockLedger(work)
  const seq = 1 + (await databaseOf(work).target_request.count({ where: { city: work.city } }))
  try {
    await databaseOf(work).target_request.createMany({
      data: [
        {
          city: work.city,
          seq,
          indicator,
          from_value: from,
          to_value: to,
          reason,
          effects,
          requested_by: actor.id,
          requested_by_name: actor.name,
          requested_at: work.now,
        },
      ],
    })
  } catch (error) {
    if (sqlState(error) === 'CJ005') throw new Refusal('targetRequestOpen')
    throw error
  }
  await appendLedger(work, 'target.requested', { seq, indicator, from, to, reason })
  await recordAudit(work, { seq, indicator })
}

/**
 * Writes the answer, and where it grants the request the target.
 * @throws Refusal targetRequestAnswered when another came first; signerProposed when the database finds the same person
 */
export async function writeTargetAnswer(
  work: Work<'target.set' | 'target.decide'>,
  request: TargetRequest,
  answer: Pick<NonNullable<TargetRequest['answer']>, 'kind' | 'reason' | 'effects'>,
): Promise<void> {
  const actor = actorIn(work)
  const { seq, indicator } = request
  await lockLedger(work)
  try {
    await databaseOf(work).target_answer.createMany({
      data: [
        {
          city: work.city,
          seq,
          ...answer,
          actor: actor.id,
          actor_name: actor.name,
          actor_role: actor.role,
          at: work.now,
        },
      ],
    })
  } catch (error) {
    const state = sqlState(error)
    if (state === '23505') throw new Refusal('targetRequestAnswered')
    if (state === 'CJ003') throw new Refusal('signerProposed')
    throw error
  }
  await appendLedger(work, `target.${answer.kind}`, { seq, indicator, reason: answer.reason })
  await recordAudit(work, { seq, indicator, step: answer.kind })
  if (answer.kind === 'approved') await writeGrantedTarget(work, request)
}
