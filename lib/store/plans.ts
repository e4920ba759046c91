import type { Role } from '@/lib/access/roles'
import type { IndicatorCode } from '@/lib/notice'
import type { PlanTask } from '@/lib/rules/plan-task'
import { Refusal } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows, insertSql } from './insert-rows'
import { appendLedger, lockLedger } from './ledger'
import { Prisma } from './generated/client'
import { dateString } from './values'
import { actorIn, databaseOf, execute, sqlState, type Work } from './work'

export type PlanStatus = 'draft' | 'signed' | 'returned' | 'approved'

export interface PlanEvent {
  readonly kind: Exclude<PlanStatus, 'draft'>
  readonly reason: string
  readonly contentHash: string
  readonly byName: string
  readonly byRole: Role
  readonly at: Date
}

/** One version of a city's plan: its status is that of the last event. */
export interface PlanVersion {
  readonly version: number
  /** Why the plan is amended; '' for the first version. */
  readonly reason: string
  readonly startedByName: string
  readonly startedAt: Date
  readonly status: PlanStatus
  readonly events: readonly PlanEvent[]
}

/** Every version of the city's plan, the first one first. */
export async function readPlanVersions(work: Work): Promise<PlanVersion[]> {
  const where = { city: work.city }
  const versions = await databaseOf(work).plan_version.findMany({ where, orderBy: { version: 'asc' } })
  if (versions.length === 0) return []
  const events = await databaseOf(work).plan_event.findMany({
    where,
    orderBy: [{ version: 'asc' }, { seq: 'asc' }],
  })
  return versions.map((row): PlanVersion => {
    const own = events
      .filter(({ version }) => version === row.version)
      .map((event): PlanEvent => ({
        kind: event.kind as PlanEvent['kind'],
        reason: event.reason,
        contentHash: event.content_hash,
        byName: event.actor_name,
        byRole: event.actor_role as Role,
        at: event.at,
      }))
    return {
      version: row.version,
      reason: row.reason,
      startedByName: row.started_by_name,
      startedAt: row.started_at,
      status: own.at(-1)?.kind ?? 'draft',
      events: own,
    }
  })
}

/** The latest version of a city's plan, for those who are told of it. */
export interface ToldPlan {
  readonly city: string
  readonly version: number
  /** How many steps it has taken, and the last of them. */
  readonly steps: number
  readonly last: { readonly kind: PlanEvent['kind']; readonly at: Date } | null
  /** While it is being prepared. */
  readonly tasks: readonly PlanTask[]
}

/** The latest version of every plan. */
export async function readToldPlans(work: Work<'message.collect'>): Promise<ToldPlan[]> {
  const database = databaseOf(work)
  const heads = await database.$queryRaw<
    { city: string; version: number; steps: number; kind: PlanEvent['kind'] | null; at: Date | null }[]
  >`
    SELECT DISTINCT ON (v.city) v.city, v.version, coalesce(e.seq, 0) AS steps, e.kind, e.at
    FROM plan_version v LEFT JOIN plan_event e ON e.city = v.city AND e.version = v.version
    ORDER BY v.city, v.version DESC, e.seq DESC NULLS LAST`
  const prepared = heads.filter(({ kind }) => kind === null || kind === 'returned')
  const rows = await database.plan_task.findMany({
    where: { removed: false, OR: prepared.map(({ city, version }) => ({ city, version })) },
  })
  return heads.map(({ city, version, steps, kind, at }) => ({
    city,
    version,
    steps,
    last: kind === null || at === null ? null : { kind, at },
    tasks: rows.filter((row) => row.city === city && row.version === version).map(toTask),
  }))
}

/** The tasks of one version, in no order that means anything. */
export async function readPlanTasks(work: Work, version: number): Promise<PlanTask[]> {
  const rows = await databaseOf(work).plan_task.findMany({
    where: { city: work.city, version, removed: false },
  })
  return rows.map(toTask)
}

const toTask = (row: Prisma.plan_taskGetPayload<object>): PlanTask => ({
  code: row.code,
  title: row.title,
  department: row.department,
  startsOn: row.starts_on === null ? null : dateString(row.starts_on),
  endsOn: row.ends_on === null ? null : dateString(row.ends_on),
  budget: { central: row.central_yuan, local: row.local_yuan, social: row.social_yuan },
  indicators: row.indicators === '' ? [] : (row.indicators.split(',') as IndicatorCode[]),
})

/** Who wrote a task of a version last, and when; null where nobody did. */
export async function lastChange(
  work: Work,
  version: number,
  code?: string,
): Promise<{ readonly byName: string; readonly at: Date } | null> {
  const row = await databaseOf(work).plan_task.findFirst({
    where: { city: work.city, version, ...(code !== undefined && { code }) },
    orderBy: { changed_at: 'desc' },
  })
  return row === null ? null : { byName: row.changed_by_name, at: row.changed_at }
}

/** Begins a version. @throws Refusal planPending when an earlier one is not approved */
export async function writePlanVersion(
  work: Work<'plan.prepare'>,
  version: number,
  reason: string,
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  try {
    await insertRows(work, 'plan_version', [
      {
        city: work.city,
        version,
        reason,
        started_by: actor.id,
        started_by_name: actor.name,
        started_at: work.now,
      },
    ])
  } catch (error) {
    if (['CJ002', '23505'].includes(sqlState(error) ?? '')) throw new Refusal('planPending')
    throw error
  }
  await recordAudit(work, { version, begun: true })
}

/**
 * Writes tasks of a version that is being prepared, each in place of the one with its number; those of `removed` are taken
 * out. @throws Refusal planNotEditable when it was signed or approved
 */
export async function writePlanTasks(
  work: Work<'plan.prepare'>,
  version: number,
  tasks: readonly PlanTask[],
  removed = false,
): Promise<void> {
  if (tasks.length === 0) return
  const actor = actorIn(work)
  // Whoever signs reads under the same lock, so that nothing is written behind a signature.
  await lockLedger(work)
  const rows = tasks.map((task) => ({
    city: work.city,
    version,
    code: task.code,
    title: task.title,
    department: task.department,
    starts_on: task.startsOn,
    ends_on: task.endsOn,
    central_yuan: task.budget.central?.toString() ?? null,
    local_yuan: task.budget.local?.toString() ?? null,
    social_yuan: task.budget.social?.toString() ?? null,
    indicators: task.indicators.join(','),
    removed,
    changed_by: actor.id,
    changed_by_name: actor.name,
    changed_at: work.now,
  }))
  try {
    await execute(
      work,
      Prisma.sql`${insertSql('plan_task', rows as never)}
      ON CONFLICT (city, version, code) DO UPDATE SET
        title = excluded.title, department = excluded.department, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
        central_yuan = excluded.central_yuan, local_yuan = excluded.local_yuan, social_yuan = excluded.social_yuan,
        indicators = excluded.indicators, removed = excluded.removed, changed_by = excluded.changed_by,
        changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at`,
    )
  } catch (error) {
    if (sqlState(error) === 'CJ004') throw new Refusal('planNotEditable')
    throw error
  }
  await recordAudit(work, { version, removed, tasks: tasks.slice(0, 50).map(({ code }) => code) })
}

/** Writes a step of a version. @throws Refusal planNotNow, planSigner */
export async function writePlanEvent(
  work: Work<'plan.sign' | 'plan.decide'>,
  version: number,
  { kind, reason, contentHash }: Pick<PlanEvent, 'kind' | 'reason' | 'contentHash'>,
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  const seq = 1 + (await databaseOf(work).plan_event.count({ where: { city: work.city, version } }))
  try {
    await insertRows(work, 'plan_event', [
      {
        city: work.city,
        version,
        seq,
        kind,
        reason,
        content_hash: contentHash,
        actor: actor.id,
        actor_name: actor.name,
        actor_role: actor.role,
        at: work.now,
      },
    ])
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ002') throw new Refusal('planNotNow')
    if (state === 'CJ003') throw new Refusal('planSigner')
    throw error
  }
  await appendLedger(work, `plan.${kind}`, { version, seq, contentHash, reason })
  await recordAudit(work, { version, kind })
}
