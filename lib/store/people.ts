import type { Role } from '@/lib/access/roles'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

/** Somebody of the city who had a hand in its reports. */
export interface CityPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The last thing done on a report. */
  readonly lastAt: Date
}

/** Who of the city prepared, certified or submitted, from the history of its reports; whoever did so last comes first. */
export async function readCityPeople(work: Work): Promise<CityPerson[]> {
  return databaseOf(work).$queryRaw`
    SELECT who::text AS id, (array_agg(name ORDER BY at DESC))[1] AS name, (array_agg(role ORDER BY at DESC))[1] AS role,
           max(at) AS "lastAt"
    FROM (
      SELECT actor AS who, actor_name AS name, actor_role AS role, at FROM report_event
      WHERE city = ${work.city} AND actor_role IN ('city_officer', 'city_certifier')
      UNION ALL
      SELECT changed_by, changed_by_name, 'city_officer', changed_at FROM report_cell_change WHERE city = ${work.city}
      UNION ALL
      SELECT changed_by, changed_by_name, 'city_officer', changed_at FROM register_row_change WHERE city = ${work.city}
      UNION ALL
      SELECT account, account_name, 'city_officer', seen_at FROM form_presence WHERE city = ${work.city}) AS deeds
    GROUP BY who
    ORDER BY max(at) DESC, who`
}

/** Somebody of a city who could report, whether or not he or she ever did. */
export interface CityContact {
  readonly city: string
  readonly role: Role
  readonly name: string
  readonly email: string | null
  /** Mails that could not be delivered. */
  readonly failed: number
}

/** The accounts of cities within the permit's reach that are not disabled. */
export const readCityContacts = (work: Work<'jobs.read' | 'account.manage'>): Promise<CityContact[]> =>
  askAlone(work, cityContacts)

/** The same as a part of a larger question. */
export const cityContacts: Part<CityContact> = {
  sql: Prisma.sql`
    SELECT a.city, a.role, a.name, a.email, coalesce(m.failed, 0) AS failed
    FROM account a
    LEFT JOIN (SELECT account, count(*)::int AS failed FROM message WHERE mail = 'failed' GROUP BY account) m ON m.account = a.id
    WHERE a.city IS NOT NULL AND a.disabled_at IS NULL ORDER BY a.city, a.role, a.id`,
  moments: [],
}
