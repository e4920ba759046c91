import type { Locale, Quarter } from '@/lib/values'
import type { Prisma } from './generated/client'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, type Work } from './work'

export type ExportKind =
  | 'nationalSummary'
  | 'dashboard'
  | 'explore'
  | 'cityReports'
  | 'evidencePacks'
  | 'assessmentWorkbook'
  | 'custom'
export type ExportFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json' | 'zip'
export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired'

/**
 * Why an export failed. `rightsLost`: the person may no longer read what was asked for. `accountClosed`: the account is
 * disabled. `nothing`: there is no report to give. `tooManyCities`, `tooManyRows`: more than one document or table holds.
 * `notMade`: a document could not be set, or took too long. `storeFull`: no room for the file. `interrupted`: the portal
 * stopped while at it, several times.
 */
export type ExportFailure =
  | 'rightsLost'
  | 'accountClosed'
  | 'nothing'
  | 'tooManyCities'
  | 'tooManyRows'
  | 'notMade'
  | 'storeFull'
  | 'interrupted'
  | 'fault'

/** How it was asked for. */
export interface ExportParameters {
  readonly asOf: Quarter | null
  readonly format: ExportFormat
  /** Languages of documents. */
  readonly locales: readonly [Locale, ...Locale[]]
  /** The query of a dashboard, of a view of the figures or of an export of one's own. */
  readonly query: string
  /** The portal's own address, for references. */
  readonly origin: string
  /** Under which name its person keeps it; none where it is not kept. */
  readonly name?: string
}

export interface AskedExport {
  readonly kind: ExportKind
  /** Codes of the cities it is about; of a national one those that came in are written when it is made. */
  readonly cities: readonly string[]
  readonly parameters: ExportParameters
  readonly locale: Locale
}

/** An export as its person sees it. */
export interface ExportRequest extends AskedExport {
  readonly account: string
  readonly id: string
  /** All its cities are read as known then. */
  readonly knownAt: Date
  readonly askedAt: Date
  readonly state: ExportState
  /** Pieces made, of so many. */
  readonly done: number
  readonly total: number
  readonly reason: ExportFailure | null
  readonly reasonCity: string | null
  readonly file: ExportFile | null
  readonly finishedAt: Date | null
  readonly expiresAt: Date | null
}

/** A file in the store of files. */
export interface ExportFile {
  /** With its ending. */
  readonly name: string
  readonly contentType: string
  readonly sha256: string
  readonly bytes: number
}

type Row = Prisma.export_requestGetPayload<object>

/** A row of the table as an export that was asked for. */
export const toExport = (row: Row): ExportRequest => ({
  account: row.account,
  id: row.id,
  kind: row.kind as ExportKind,
  cities: row.cities as unknown as readonly string[],
  parameters: row.parameters as unknown as ExportParameters,
  locale: row.locale === 'en' ? 'en' : 'zh-CN',
  knownAt: row.known_at,
  askedAt: row.asked_at,
  state: row.state as ExportState,
  done: row.done,
  total: row.total,
  reason: row.reason as ExportFailure | null,
  reasonCity: row.reason_city,
  file:
    row.name === null || row.content_type === null || row.sha256 === null || row.bytes === null
      ? null
      : { name: row.name, contentType: row.content_type, sha256: row.sha256, bytes: Number(row.bytes) },
  finishedAt: row.finished_at,
  expiresAt: row.expires_at,
})

/** The person's exports, the latest first. */
export async function readOwnExports(work: Work<'export.ask'>, limit: number): Promise<ExportRequest[]> {
  const rows = await databaseOf(work).export_request.findMany({
    where: { account: actorIn(work).id },
    orderBy: [{ asked_at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(toExport)
}

/** One of them; null when there is none of that id. */
export async function readOwnExport(work: Work<'export.ask'>, id: string): Promise<ExportRequest | null> {
  const row = await databaseOf(work).export_request.findUnique({
    where: { account_id: { account: actorIn(work).id, id } },
  })
  return row === null ? null : toExport(row)
}

/** Counts what the person has open and asked for since a moment, with nobody else counting meanwhile. */
export async function countOwnExports(
  work: Work<'export.ask'>,
  since: Date,
): Promise<{ readonly open: number; readonly today: number }> {
  const account = actorIn(work).id
  await databaseOf(work)
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('exports/' || ${account}, 0))`
  const [row] = await databaseOf(work).$queryRaw<{ open: number; today: number }[]>`
    SELECT count(*) FILTER (WHERE state IN ('waiting', 'running'))::int AS open,
           count(*) FILTER (WHERE asked_at >= ${since})::int AS today
    FROM export_request WHERE account = ${account}::uuid`
  return row ?? { open: 0, today: 0 }
}

/** Writes what is asked for and puts it in the queue, in the same transaction. @returns its id */
export async function writeExport(
  work: Work<'export.ask'>,
  asked: AskedExport,
  total: number,
): Promise<string> {
  const id = uuid7(work.now)
  const account = actorIn(work).id
  await databaseOf(work).export_request.createMany({
    data: [
      {
        account,
        id,
        kind: asked.kind,
        cities: asked.cities,
        parameters: asked.parameters as unknown as Prisma.InputJsonObject,
        locale: asked.locale,
        known_at: work.now,
        asked_at: work.now,
        state: 'waiting',
        total,
      },
    ],
  })
  await putExport(work, { account, id })
  return id
}

/** Stops it where it stands. @returns whether there was anything to stop */
export async function cancelOwnExport(work: Work<'export.ask'>, id: string): Promise<boolean> {
  const { count } = await databaseOf(work).export_request.updateMany({
    where: { account: actorIn(work).id, id, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled', finished_at: work.now },
  })
  return count > 0
}

/** Lets a failed one go on where it stopped. @returns whether it had failed */
export async function retryOwnExport(work: Work<'export.ask'>, id: string): Promise<boolean> {
  const { count } = await databaseOf(work).export_request.updateMany({
    where: { account: actorIn(work).id, id, state: 'failed' },
    data: {
      state: 'waiting',
      reason: null,
      reason_city: null,
      finished_at: null,
      expires_at: null,
      stalled: 0,
    },
  })
  if (count > 0) await putExport(work, { account: actorIn(work).id, id })
  return count > 0
}

/** Whose export is to be made. */
export interface ExportDue {
  readonly account: string
  readonly id: string
}

/** Puts an export in the queue within the transaction, to be taken up in so many seconds. Twice there is done once. */
export async function putExport(
  work: Work<'export.ask' | 'export.work'>,
  due: ExportDue,
  seconds = 0,
): Promise<void> {
  // What pg-boss itself inserts, with the options of its queue.
  await databaseOf(work).$executeRaw`
    INSERT INTO pgboss.job (name, data, start_after, expire_in, keep_until, retry_limit, retry_delay, retry_backoff, policy)
    SELECT q.name, ${JSON.stringify(due)}::jsonb, now() + ${seconds} * interval '1 second', q.expire_seconds * interval '1s',
           now() + q.retention_minutes * interval '1 minute', q.retry_limit, greatest(q.retry_delay, 1), q.retry_backoff, q.policy
    FROM pgboss.queue q WHERE q.name = 'make-export'`
}
