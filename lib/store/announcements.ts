import type { Role } from '@/lib/access/roles'
import { recordAudit } from './audit'
import { uuid7 } from './uuid7'
import { dateOf, dateString } from './values'
import { actorIn, databaseOf, type Work } from './work'

/** What is announced to everybody, or to one province. */
export interface Announcement {
  readonly id: string
  /** First two digits of the division codes; null for everybody. */
  readonly province: string | null
  readonly title: string
  readonly body: string
  /** Days, YYYY-MM-DD; the last one included. */
  readonly from: string
  readonly until: string
  readonly byName: string
  readonly byRole: Role
  readonly at: Date
  /** When whoever is looking marked it as read; null while not. */
  readonly readAt: Date | null
}

/** Every announcement that the actor may see, the latest first. */
export async function readAnnouncements(work: Work<'account.readOwn'>): Promise<Announcement[]> {
  const database = databaseOf(work)
  const rows = await database.announcement.findMany({ orderBy: [{ shown_from: 'desc' }, { id: 'desc' }] })
  if (rows.length === 0) return []
  const marks = new Map(
    (await database.announcement_mark.findMany()).map((row) => [row.announcement, row.read_at]),
  )
  return rows.map((row) => ({
    id: row.id,
    province: row.province,
    title: row.title,
    body: row.body,
    from: dateString(row.shown_from),
    until: dateString(row.shown_until),
    byName: row.written_by_name,
    byRole: row.written_by_role as Role,
    at: row.written_at,
    readAt: marks.get(row.id) ?? null,
  }))
}

/** Writes an announcement for good. */
export async function writeAnnouncement(
  work: Work<'announcement.write'>,
  {
    province,
    title,
    body,
    from,
    until,
  }: Pick<Announcement, 'province' | 'title' | 'body' | 'from' | 'until'>,
): Promise<void> {
  const actor = actorIn(work)
  const id = uuid7(work.now)
  await databaseOf(work).announcement.createMany({
    data: [
      {
        id,
        province,
        title,
        body,
        shown_from: dateOf(from),
        shown_until: dateOf(until),
        written_by: actor.id,
        written_by_name: actor.name,
        written_by_role: actor.role,
        written_at: work.now,
      },
    ],
  })
  await recordAudit(work, { announcement: id, title, province: province ?? '' })
}

/** Marks an announcement as read by the actor; again changes nothing. */
export async function markAnnouncement(work: Work<'account.changeOwn'>, id: string): Promise<void> {
  const actor = actorIn(work)
  await databaseOf(work).$executeRaw`
    INSERT INTO announcement_mark SELECT ${actor.id}::uuid, a.id, ${work.now}::timestamptz FROM announcement a WHERE a.id = ${id}::uuid
    ON CONFLICT DO NOTHING`
}
