import type { Actor } from '@/lib/access/roles'
import { toActor } from './actor-row'
import {
  toExport,
  type ExportDue,
  type ExportFailure,
  type ExportFile,
  type ExportRequest,
} from './export-requests'
import type { Prisma } from './generated/client'
import { toRecipient, type Recipient } from './messages'
import { databaseOf, type Work } from './work'

type Making = Work<'export.work'>

/** Whoever makes an export says at least this often that it is alive; what it has written is safe in any case. */
const LEASE_SECONDS = 30

/** An export in the hands of one maker. What another has taken over since, it can no longer write. */
export interface ExportClaim {
  readonly request: ExportRequest
  readonly attempt: number
  /** How often it was begun since its last progress, this time included. */
  readonly begun: number
  /** The person as he or she is today; null when the account is disabled. */
  readonly actor: Actor | null
  readonly recipient: Recipient
  /** Pieces that are made. */
  readonly parts: readonly ExportPart[]
}

/** A piece that is made; without a file where there was nothing to make. */
export interface ExportPart {
  readonly part: string
  readonly file: Pick<ExportFile, 'name' | 'sha256' | 'bytes'> | null
}

/** Takes an export in hand: one that waits, or one whose maker is dead. Null where there is nothing to do. */
export async function claimExport(work: Making, { account, id }: ExportDue): Promise<ExportClaim | null> {
  const database = databaseOf(work)
  const [claimed] = await database.$queryRaw<{ attempt: number; begun: number }[]>`
    UPDATE export_request SET state = 'running', attempt = attempt + 1, stalled = stalled + 1,
      lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    WHERE account = ${account}::uuid AND id = ${id}::uuid
      AND (state = 'waiting' OR (state = 'running' AND lease_until < clock_timestamp()))
    RETURNING attempt, stalled AS begun`
  if (claimed === undefined) return null
  const request = await database.export_request.findUniqueOrThrow({ where: { account_id: { account, id } } })
  const person = await database.account.findUniqueOrThrow({ where: { id: account } })
  const parts = await database.export_part.findMany({
    where: { account, export: id },
    orderBy: { part: 'asc' },
  })
  return {
    request: toExport(request),
    ...claimed,
    actor: person.disabled_at === null ? toActor(person) : null,
    recipient: toRecipient(person),
    parts: parts.map(({ part, name, sha256, bytes }) => ({
      part,
      file: name === null || sha256 === null ? null : { name, sha256, bytes: Number(bytes) },
    })),
  }
}

const held = ({ request: { account, id }, attempt }: ExportClaim) => ({
  account,
  id,
  attempt,
  state: 'running',
})

/** Says that its maker is alive. @returns whether it still is this maker's */
export async function renewExport(work: Making, claim: ExportClaim): Promise<boolean> {
  const { account, id } = claim.request
  const count = await databaseOf(work).$executeRaw`
    UPDATE export_request SET lease_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    WHERE account = ${account}::uuid AND id = ${id}::uuid AND attempt = ${claim.attempt} AND state = 'running'`
  return count > 0
}

/**
 * Notes how far one is that is made in one piece, of how many. It begins anew with each attempt: what is shown never goes back,
 * and is no progress that would allow another attempt. @returns whether it still is this maker's
 */
export async function writeExportProgress(
  work: Making,
  claim: ExportClaim,
  { done, total }: { readonly done: number; readonly total: number },
): Promise<boolean> {
  const { account, id } = claim.request
  const count = await databaseOf(work).$executeRaw`
    UPDATE export_request SET done = greatest(done, ${done}::int), total = greatest(done, ${total}::int)
    WHERE account = ${account}::uuid AND id = ${id}::uuid AND attempt = ${claim.attempt} AND state = 'running'`
  return count > 0
}

/** Notes a piece as made. @returns whether the export still is this maker's; if not, nothing is noted */
export async function writeExportPart(
  work: Making,
  claim: ExportClaim,
  { part, file }: ExportPart,
): Promise<boolean> {
  const { account, id } = claim.request
  const { count } = await databaseOf(work).export_request.updateMany({
    where: held(claim),
    data: { done: { increment: 1 }, stalled: 0 },
  })
  if (count === 0) return false
  await databaseOf(work).export_part.createMany({
    data: [
      {
        account,
        export: id,
        part,
        name: file?.name ?? null,
        sha256: file?.sha256 ?? null,
        bytes: file?.bytes ?? null,
        made_at: work.now,
      },
    ],
  })
  return true
}

/** Lays it down for whoever comes next, so that others are not kept waiting by a long one. */
export const releaseExport = (work: Making, claim: ExportClaim): Promise<boolean> =>
  move(work, claim, { state: 'waiting', stalled: 0 })

/** It is made: the file, what is in it, of how many pieces, and until when it can be fetched. */
export const finishExport = (
  work: Making,
  claim: ExportClaim,
  made: {
    readonly file: ExportFile
    readonly cities: readonly string[]
    readonly total: number
    readonly expiresAt: Date
  },
): Promise<boolean> =>
  move(work, claim, {
    state: 'done',
    done: made.total,
    total: made.total,
    cities: made.cities,
    name: made.file.name,
    content_type: made.file.contentType,
    sha256: made.file.sha256,
    bytes: made.file.bytes,
    finished_at: work.now,
    expires_at: made.expiresAt,
  })

/** It failed; what is made of it is kept until then, so that it can go on. */
export const failExport = (
  work: Making,
  claim: ExportClaim,
  why: { readonly reason: ExportFailure; readonly city: string | null; readonly expiresAt: Date },
): Promise<boolean> =>
  move(work, claim, {
    state: 'failed',
    reason: why.reason,
    reason_city: why.city,
    finished_at: work.now,
    expires_at: why.expiresAt,
  })

async function move(
  work: Making,
  claim: ExportClaim,
  data: Prisma.export_requestUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await databaseOf(work).export_request.updateMany({
    where: held(claim),
    data: { ...data, lease_until: null },
  })
  return count > 0
}

/** Exports that nobody may be working on, and in how many seconds one can be taken over. */
export async function readUnfinishedExports(
  work: Making,
): Promise<(ExportDue & { readonly seconds: number })[]> {
  return databaseOf(work).$queryRaw`
    SELECT account::text, id::text,
           CASE WHEN state = 'running' THEN greatest(0, ceil(extract(epoch FROM lease_until - clock_timestamp())))::int ELSE 0 END AS seconds
    FROM export_request WHERE state IN ('waiting', 'running') ORDER BY asked_at, id LIMIT 500`
}

/** Lets what is past its day expire. */
export async function expireExports(work: Making): Promise<void> {
  await databaseOf(work).export_request.updateMany({
    where: { state: { in: ['done', 'failed'] }, expires_at: { lte: work.now } },
    data: { state: 'expired' },
  })
}

/** Exports that are over and whose bytes may still lie there; none that a maker may still be writing to. */
export async function readUnclearedExports(work: Making): Promise<ExportDue[]> {
  return databaseOf(work).$queryRaw`
    SELECT account::text, id::text FROM export_request
    WHERE cleared_at IS NULL AND state IN ('cancelled', 'expired')
      AND (lease_until IS NULL OR lease_until < clock_timestamp()) ORDER BY asked_at, id LIMIT 500`
}

/** Notes that no bytes of it are left. */
export async function markExportCleared(work: Making, { account, id }: ExportDue): Promise<void> {
  await databaseOf(work).export_request.updateMany({
    where: { account, id, cleared_at: null },
    data: { cleared_at: work.now },
  })
}
