import { insertRows } from './insert-rows'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, type Work } from './work'

/** After so many days without a piece an upload has lapsed. */
const LAPSES_AFTER_DAYS = 7

/** An upload on its way: what was declared, and how far it has come. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Bytes that are safe; the next piece begins here. */
  readonly received: number
  readonly state: 'open' | 'done' | 'given_up' | 'lapsed'
  readonly file: string | null
  readonly begunBy: string
  readonly begunByName: string
  readonly seenAt: Date
  /** Of an assessor: a photograph of a visit. */
  readonly purpose: 'evidence' | 'visit'
}

/** A piece that is safe in the store of files. */
export interface Piece {
  readonly starts: number
  readonly bytes: number
  readonly sha256: string
}

interface Row {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly received: number
  readonly state: string
  readonly file: string | null
  readonly begun_by: string
  readonly begun_by_name: string
  readonly seen_at: Date
  readonly purpose: string
}

const uploadOf = (row: Row): Upload => ({
  id: row.id,
  name: row.name,
  bytes: row.bytes,
  sha256: row.sha256,
  received: row.received,
  state: row.state as Upload['state'],
  file: row.file,
  begunBy: row.begun_by,
  begunByName: row.begun_by_name,
  seenAt: row.seen_at,
  purpose: row.purpose as Upload['purpose'],
})

/**
 * The person's own unfinished upload of this content, which goes on where it stopped; null when there is none. Whoever asks
 * holds the person's beginnings until the end of the transaction: two tabs that begin the same file at once share one upload.
 */
export async function findOpenUpload(
  work: Work<'file.upload'>,
  { name, bytes, sha256 }: Pick<Upload, 'name' | 'bytes' | 'sha256'>,
): Promise<Upload | null> {
  const beginnings = `uploads of ${actorIn(work).id}`
  await databaseOf(work).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${beginnings}, 0))`
  const row = await databaseOf(work).file_upload.findFirst({
    where: { city: work.city, state: 'open', begun_by: actorIn(work).id, name, bytes, sha256 },
    orderBy: { begun_at: 'desc' },
  })
  return row === null ? null : uploadOf(row)
}

/** Begins an upload; the caller has made sure that there is room. */
export async function beginUploadRow(
  work: Work<'file.upload'>,
  declared: Pick<Upload, 'name' | 'bytes' | 'sha256' | 'purpose'>,
): Promise<Upload> {
  const actor = actorIn(work)
  const row = {
    city: work.city,
    id: uuid7(work.now),
    ...declared,
    received: 0,
    state: 'open',
    file: null,
    begun_by: actor.id,
    begun_by_name: actor.name,
    begun_at: work.now,
    seen_at: work.now,
  }
  await insertRows(work, 'file_upload', [row])
  return uploadOf(row)
}

/** An upload, locked until the end of the transaction; null when the person has no such upload. */
export async function lockUpload(work: Work<'file.upload'>, id: string): Promise<Upload | null> {
  const rows = await databaseOf(work).$queryRaw<Row[]>`
    SELECT * FROM file_upload
    WHERE city = ${work.city} AND id = ${id}::uuid AND begun_by = ${actorIn(work).id}::uuid FOR UPDATE`
  return rows[0] === undefined ? null : uploadOf(rows[0])
}

/** Writes down a piece that is safe. The caller holds the upload's lock and has seen that the piece follows on. */
export async function addPiece(work: Work<'file.upload'>, upload: Upload, piece: Piece): Promise<void> {
  const key = { city: work.city, upload: upload.id }
  await insertRows(work, 'upload_piece', [{ ...key, ...piece, at: work.now }])
  await databaseOf(work).file_upload.update({
    where: { city_id: { city: work.city, id: upload.id } },
    data: { received: upload.received + piece.bytes, seen_at: work.now },
  })
}

/** The pieces of an upload, in order. */
export async function readPieces(work: Work, upload: string): Promise<Piece[]> {
  return databaseOf(work).upload_piece.findMany({
    where: { city: work.city, upload },
    orderBy: { starts: 'asc' },
    select: { starts: true, bytes: true, sha256: true },
  })
}

/** Ends an upload. */
export async function endUpload(
  work: Work<'file.upload'>,
  id: string,
  end: { readonly state: 'given_up' } | { readonly state: 'done'; readonly file: string },
): Promise<void> {
  await databaseOf(work).file_upload.update({
    where: { city_id: { city: work.city, id } },
    data: { ...end, seen_at: work.now },
  })
}

/** The city's uploads that are on their way, latest first. */
export async function readOpenUploads(work: Work): Promise<Upload[]> {
  const rows = await databaseOf(work).$queryRaw<Row[]>`
    SELECT * FROM file_upload WHERE city = ${work.city} AND state = 'open'
      AND seen_at > ${work.now}::timestamptz - make_interval(days => ${LAPSES_AFTER_DAYS})
    ORDER BY begun_at DESC, id`
  return rows.map(uploadOf)
}

/** Ends the city's uploads that nobody has gone on with for a week; answers their ids, whose pieces may go. */
export async function lapseUploads(work: Work<'file.upload'>): Promise<string[]> {
  const rows = await databaseOf(work).$queryRaw<{ id: string }[]>`
    UPDATE file_upload SET state = 'lapsed'
    WHERE city = ${work.city} AND state = 'open'
      AND seen_at <= ${work.now}::timestamptz - make_interval(days => ${LAPSES_AFTER_DAYS})
    RETURNING id::text`
  return rows.map(({ id }) => id)
}
