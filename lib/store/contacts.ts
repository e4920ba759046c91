import type { Role } from '@/lib/access/roles'
import { askTogether, type Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
import { insertRows } from './insert-rows'
import { handoverRows, type ReviewHandover } from './review-handovers'
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

/** What the permit's city ever said about whom to call, its reviewers, and what they hand over: one statement. */
export const readContactBook = (work: Showing): Promise<ContactBook> => askTogether(work, contactParts(work))

export interface ContactBook {
  /** The latest first. */
  readonly entries: readonly CityContactEntry[]
  /** As they said it last; those of the province first. */
  readonly reviewers: readonly ReviewerContact[]
  /** First to last. */
  readonly handovers: readonly ReviewHandover[]
}

/** The same as parts of a larger question. */
export const contactParts = (work: Showing) => ({
  entries: entryRows(work),
  reviewers: reviewerRows,
  handovers: handoverRows,
})

const entryRows = ({ city }: Work): Part<CityContactEntry> => ({
  sql: Prisma.sql`
    SELECT place, seq, name, office, phone, email, changed_by_name AS "byName", changed_by_role AS "byRole", changed_at AS at
    FROM city_contact WHERE city = ${city} ORDER BY changed_at DESC, place, seq DESC`,
  moments: ['at'],
})

const reviewerRows: Part<ReviewerContact> = {
  sql: Prisma.sql`
    SELECT account::text, role, name, office, phone, email, at FROM (
      SELECT DISTINCT ON (account) account, role, name, office, phone, email, changed_at AS at
      FROM reviewer_contact ORDER BY account, seq DESC) AS latest
    ORDER BY array_position(ARRAY['provincial_reviewer', 'cnipa_reviewer', 'mof_reviewer'], role), name, account`,
  moments: ['at'],
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
