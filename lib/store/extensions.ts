import type { Role } from '@/lib/access/roles'
import { Refusal, type Period } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
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

type Flat = Omit<Extension, 'decision'> & {
  readonly granted: boolean | null
  readonly said: string
  readonly byName: string
  readonly byRole: Role
  readonly at: Date
}

/** Every extension within the permit's reach, or of one report, in the order they were asked for. */
export async function readExtensions(work: Work, period?: Period): Promise<Extension[]> {
  return (await askAlone(work, extensionRows(work, period))).map(extensionOf)
}

/** The same as a part of a larger question; each row through `extensionOf`. */
export const extensionRows = ({ city }: Work, period?: Period): Part<Flat> => ({
  sql: Prisma.sql`
    SELECT e.city, e.period, e.seq, e.until, e.reason, e.asked_by::text AS "askedBy", e.asked_by_name AS "askedByName",
      e.asked_by_role AS "askedByRole", e.asked_at AS "askedAt", d.granted, d.reason AS said, d.decided_by_name AS "byName",
      d.decided_by_role AS "byRole", d.decided_at AS at
    FROM deadline_extension e
    LEFT JOIN deadline_extension_decision d ON d.city = e.city AND d.period = e.period AND d.seq = e.seq
    WHERE ${city} IN ('', e.city) AND ${period ?? ''} IN ('', e.period)
    ORDER BY e.city, e.period, e.seq`,
  moments: ['until', 'askedAt', 'at'],
})

/** An extension with the answer, where there is one. */
export const extensionOf = ({ granted, said, byName, byRole, at, ...asked }: Flat): Extension => ({
  ...asked,
  decision: granted === null ? null : { granted, reason: said, byName, byRole, at },
})

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
