import { Prisma } from './generated/client'
import { insertSql } from './insert-rows'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, type Work } from './work'

/** `visit`: a photograph that an assessor took on the spot; the city sees it once the evaluation is sealed. */
export type FilePurpose = 'evidence' | 'workbook' | 'visit'

/** A file of a city: never changed, never taken away. The bytes lie in the store of files under their digest. */
export interface StoredFile {
  readonly id: string
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string
  readonly bytes: number
  /** Media type by content. */
  readonly contentType: string
  readonly name: string
  readonly purpose: FilePurpose
  readonly uploadedByName: string
  readonly uploadedAt: Date
}

interface Row {
  readonly id: string
  readonly sha256: string
  readonly bytes: number
  readonly content_type: string
  readonly name: string
  readonly purpose: string
  readonly uploaded_by_name: string
  readonly uploaded_at: Date
}

/** A row of the table as a file of the city. */
export const fileOf = (row: Row): StoredFile => ({
  id: row.id,
  sha256: row.sha256,
  bytes: row.bytes,
  contentType: row.content_type,
  name: row.name,
  purpose: row.purpose as FilePurpose,
  uploadedByName: row.uploaded_by_name,
  uploadedAt: row.uploaded_at,
})

export type NewFile = Pick<StoredFile, 'sha256' | 'bytes' | 'contentType' | 'name' | 'purpose'>

/** Writes the row of a file whose bytes are kept already; the city's own if it has the same bytes under the same name. */
export async function writeFileRow(
  work: Work<'report.prepare' | 'file.upload'>,
  file: NewFile,
): Promise<StoredFile> {
  const actor = actorIn(work)
  const row = {
    city: work.city,
    id: uuid7(work.now),
    sha256: file.sha256,
    bytes: file.bytes,
    content_type: file.contentType,
    name: file.name,
    purpose: file.purpose,
    uploaded_by: actor.id,
    uploaded_by_name: actor.name,
    uploaded_at: work.now,
  }
  // A photograph belongs to whoever took it.
  const [same] = await databaseOf(work).$queryRaw<Row[]>`/* prepared write_file */
    WITH same AS (
      SELECT id, sha256, bytes, content_type, name, purpose, uploaded_by_name, uploaded_at FROM stored_file
      WHERE city = ${work.city} AND sha256 = ${file.sha256} AND name = ${file.name} AND purpose = ${file.purpose}
        AND (purpose <> 'visit' OR uploaded_by = ${actor.id}::uuid)
      ORDER BY uploaded_at LIMIT 1
    ), added AS (${insertSql('stored_file', [row])} WHERE NOT EXISTS (SELECT FROM same))
    SELECT * FROM same`
  return fileOf(same ?? row)
}

/** A file of the permit's city; null when it has no such file. */
export async function readFileRow(work: Work, id: string): Promise<StoredFile | null> {
  const row = await databaseOf(work).stored_file.findUnique({ where: { city_id: { city: work.city, id } } })
  return row === null ? null : fileOf(row)
}

/** All files of the city itself, latest first. */
export async function readFileRows(work: Work): Promise<StoredFile[]> {
  const rows = await databaseOf(work).stored_file.findMany({
    where: { city: work.city, purpose: { not: 'visit' } },
    orderBy: [{ uploaded_at: 'desc' }, { id: 'desc' }],
  })
  return rows.map(fileOf)
}

/** Waits until nobody else of this city is counting or adding files. */
export async function lockFiles(work: Work): Promise<void> {
  await databaseOf(work)
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('files', ${Number(work.city)}))`
}

/** Photographs of visits are counted apart, as far as the person may see them: they take none of the city's room. */
type Counted = 'city' | 'visits'

/** Bytes that the city has: each content once, and what unfinished uploads have been promised. */
export async function countUsedBytes(work: Work): Promise<number> {
  const [row] = await databaseOf(work).$queryRaw<{ used: bigint }[]>`SELECT ${usedSql(work, 'city')} AS used`
  return Number(row?.used ?? 0)
}

/** What a city keeps, beside a content that may come. */
export interface RoomFor {
  /** The city has these bytes already. */
  readonly isKept: boolean
  readonly usedBytes: number
  /** How much it may keep, as set for it last; null where the environment says it. */
  readonly quotaMib: number | null
}

/** Whether there is room for a content, in one statement. */
export async function readRoomFor(work: Work, sha256: string, of: Counted): Promise<RoomFor> {
  const [row] = await databaseOf(work).$queryRaw<
    { is_kept: boolean; used: bigint; mib: number | null }[]
  >`/* prepared room_for */
    SELECT EXISTS (SELECT FROM stored_file WHERE city = ${work.city} AND sha256 = ${sha256}) AS is_kept,
      ${usedSql(work, of)} AS used,
      (SELECT mib FROM city_quota WHERE city = ${work.city} ORDER BY seq DESC LIMIT 1) AS mib`
  return { isKept: row?.is_kept ?? false, usedBytes: Number(row?.used ?? 0), quotaMib: row?.mib ?? null }
}

const usedSql = ({ city }: Work, of: Counted): Prisma.Sql => {
  const isVisit = of === 'visits'
  return Prisma.sql`(
      (SELECT coalesce(sum(bytes), 0) FROM (SELECT DISTINCT sha256, bytes FROM stored_file
         WHERE city = ${city} AND (purpose = 'visit') = ${isVisit}) AS kept)
      + (SELECT coalesce(sum(bytes), 0) FROM (
           SELECT DISTINCT u.sha256, u.bytes FROM file_upload u
           WHERE u.city = ${city} AND u.state = 'open' AND (u.purpose = 'visit') = ${isVisit}
             AND NOT EXISTS (SELECT FROM stored_file f WHERE f.city = u.city AND f.sha256 = u.sha256)) AS promised)
    )::bigint`
}
