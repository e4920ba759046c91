import type { Role } from '@/lib/access/roles'
import { Refusal, type Period } from '@/lib/values'
import { recordAudit } from './audit'
import { appendLedger, lockLedger } from './ledger'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** More time asked for one report of a city, and what somebody else said to it. */
export interface Extension {
  readonly city: string
  readonly period: Period
  readonly seq: number
  /** Neither late nor locked until then, if granted. */
  readonly until: Date
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedByRole: Role
  readonly askedAt: Date
  /** Null while nobody has decided. */
  readonly decision: {
    readonly granted: boolean
    readonly reason: string
    readonly byName: string
    readonly byRole: Role
    readonly at: Date
  } | null
}

/** Every extension within the permit's reach, or of one report, in the order they were asked for. */
export async function readExtensions(work: Work, period?: Period): Promise<Extension[]> {
  const where = {
    ...(work.city === '' ? {} : { city: work.city }),
    ...(period === undefined ? {} : { period }),
  }
  const orderBy = [{ city: 'asc' }, { period: 'asc' }, { seq: 'asc' }] as const
  const asked = await databaseOf(work).deadline_extension.findMany({ where, orderBy: [...orderBy] })
  if (asked.length === 0) return []
  const decided = await databaseOf(work).deadline_extension_decision.findMany({ where })
  const key = (row: { city: string; period: string; seq: number }) => `${row.city}/${row.period}/${row.seq}`
  const decisions = new Map(decided.map((row) => [key(row), row]))
  return asked.map((row): Extension => {
    const decision = decisions.get(key(row))
    return {
      city: row.city,
      period: row.period as Period,
      seq: row.seq,
      until: row.until,
      reason: row.reason,
      askedBy: row.asked_by,
      askedByName: row.asked_by_name,
      askedByRole: row.asked_by_role as Role,
      askedAt: row.asked_at,
      decision:
        decision === undefined
          ? null
          : {
              granted: decision.granted,
              reason: decision.reason,
              byName: decision.decided_by_name,
              byRole: decision.decided_by_role as Role,
              at: decision.decided_at,
            },
    }
  })
}

/** Writes a request for more time. @throws Refusal extensionPending when an earlier one is undecided */
export async function writeExtension(
  work: Work<'extension.ask'>,
  { period, until, reason }: Pick<Extension, 'period' | 'until' | 'reason'>,
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  const asked = await databaseOf(work).deadline_extension.count({ where: { city: work.city, period } })
  const seq = asked + 1
  try {
    await databaseOf(work).deadline_extension.createMany({
      data: [
        {
          city: work.city,
          period,
          seq,
          until,
          reason,
          asked_by: actor.id,
          asked_by_name: actor.name,
          asked_by_role: actor.role,
          asked_at: work.now,
        },
      ],
    })
  } catch (error) {
    if (sqlState(error) === 'CJ002') throw new Refusal('extensionPending', { period })
    throw error
  }
  await appendLedger(work, 'extension.asked', { period, seq, until: until.toISOString(), reason })
  await recordAudit(work, { period, seq, until: until.toISOString() })
}

/** Writes the decision. @throws Refusal extensionDecided when another came first, extensionOwn when the same person asked */
export async function writeExtensionDecision(
  work: Work<'extension.decide'>,
  { period, seq, granted, reason }: Pick<Extension, 'period' | 'seq'> & { granted: boolean; reason: string },
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  try {
    await databaseOf(work).deadline_extension_decision.createMany({
      data: [
        {
          city: work.city,
          period,
          seq,
          granted,
          reason,
          decided_by: actor.id,
          decided_by_name: actor.name,
          decided_by_role: actor.role,
          decided_at: work.now,
        },
      ],
    })
  } catch (error) {
    const state = sqlState(error)
    if (state === '23505') throw new Refusal('extensionDecided')
    if (state === 'CJ003') throw new Refusal('extensionOwn')
    throw error
  }
  await appendLedger(work, granted ? 'extension.granted' : 'extension.refused', { period, seq, reason })
  await recordAudit(work, { period, seq, granted })
}
