import type { Role } from '@/lib/access/roles'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import { actorIn, databaseOf, type Work } from './work'

/** Whom a city names: who fills in, who signs, who leads, who keeps its money. */
export const CONTACT_PLACES = ['filler', 'signer', 'leader', 'finance'] as const
export type ContactPlace = (typeof CONTACT_PLACES)[number]

/** How somebody is reached; empty where that is not said. */
export interface Reach {
  readonly name: string
  readonly office: string
  readonly phone: string
  readonly email: string
}

/** Somebody a city names, as it was said once. Without a name: that there is nobody. */
export interface CityContactEntry extends Reach {
  readonly place: ContactPlace
  readonly seq: number
  readonly byName: string
  readonly byRole: Role
  readonly at: Date
}

/** How a reviewer is reached. */
export interface ReviewerContact extends Reach {
  readonly account: string
  readonly role: Role
  readonly at: Date
}

/** The permits that show whom to call. */
type Showing = Work<'city.read' | 'report.read' | 'draft.read' | 'storage.configure'>

/** Everything the permit's city ever said about whom to call, the latest first. */
export async function readCityContactEntries(work: Showing): Promise<CityContactEntry[]> {
  const rows = await databaseOf(work).city_contact.findMany({
    where: { city: work.city },
    orderBy: [{ changed_at: 'desc' }, { place: 'asc' }, { seq: 'desc' }],
  })
  return rows.map((row) => ({
    place: row.place as ContactPlace,
    seq: row.seq,
    name: row.name,
    office: row.office,
    phone: row.phone,
    email: row.email,
    byName: row.changed_by_name,
    byRole: row.changed_by_role as Role,
    at: row.changed_at,
  }))
}

/** The reviewers of the permit's city who said how they are reached, as they said it last; those of the province first. */
export async function readReviewerContacts(work: Showing): Promise<ReviewerContact[]> {
  return databaseOf(work).$queryRaw`
    SELECT account::text, role, name, office, phone, email, at FROM (
      SELECT DISTINCT ON (account) account, role, name, office, phone, email, changed_at AS at
      FROM reviewer_contact ORDER BY account, seq DESC) AS latest
    ORDER BY array_position(ARRAY['provincial_reviewer', 'cnipa_reviewer', 'mof_reviewer'], role), name, account`
}

/** Says anew whom a city names in one place. The caller holds no lock: of two at once the key lets one through. */
export async function writeCityContact(
  work: Work<'contact.keep' | 'storage.configure'>,
  place: ContactPlace,
  reach: Reach,
): Promise<void> {
  const actor = actorIn(work)
  const seq = 1 + (await databaseOf(work).city_contact.count({ where: { city: work.city, place } }))
  await insertRows(work, 'city_contact', [
    {
      city: work.city,
      place,
      seq,
      ...reach,
      changed_by: actor.id,
      changed_by_name: actor.name,
      changed_by_role: actor.role,
      changed_at: work.now,
    },
  ])
  await recordAudit(work, { place, seq })
}

/** How the actor is reached, as he or she said it last; null where never. */
export async function readOwnContact(work: Work<'account.readOwn'>): Promise<Reach | null> {
  const row = await databaseOf(work).reviewer_contact.findFirst({
    where: { account: actorIn(work).id },
    orderBy: { seq: 'desc' },
  })
  return row === null ? null : { name: row.name, office: row.office, phone: row.phone, email: row.email }
}

/** Says anew how the actor, a reviewer, is reached. */
export async function writeOwnContact(work: Work<'contact.keepOwn'>, reach: Reach): Promise<void> {
  const actor = actorIn(work)
  const seq = 1 + (await databaseOf(work).reviewer_contact.count({ where: { account: actor.id } }))
  await insertRows(work, 'reviewer_contact', [
    {
      account: actor.id,
      seq,
      role: actor.role,
      province: actor.province,
      ...reach,
      changed_at: work.now,
    },
  ])
  await recordAudit(work, { contact: seq })
}
